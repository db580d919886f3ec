import type { Plugin } from 'vite'
import type { ManifestOptions } from 'vite-plugin-pwa'
import { manifest as en } from './src/words/en/manifest.ts'
import { manifest as pt } from './src/words/pt/manifest.ts'

const words = { en, pt }
type Language = keyof typeof words

/** What banks give, by media type. */
const statements = {
  'text/csv': ['.csv', '.tsv'],
  'text/plain': ['.txt', '.sta', '.mt940', '.940'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': [
    '.xlsx',
  ],
  'application/x-ofx': ['.ofx', '.qfx'],
  'application/x-qif': ['.qif'],
  'application/xml': ['.xml'],
  'application/json': ['.json'],
}

/** What a browser needs to install the app, in one language; with the same id in all of them it is one app. */
export function manifestIn(language: Language): Partial<ManifestOptions> {
  const { description, addExpense, addIncome, quickAdd, scan } = words[language]
  return {
    name: 'OurMoney',
    short_name: 'OurMoney',
    description,
    lang: language,
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#121214',
    theme_color: '#121214',
    categories: ['finance'],
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      {
        src: '/icon-maskable-512.png',
        sizes: '512x512',
        type: 'image/png',
        purpose: 'maskable',
      },
    ],
    shortcuts: [
      { name: addExpense, url: '/add?type=expense' },
      { name: addIncome, url: '/add?type=income' },
      { name: quickAdd, url: '/?open=quick' },
      { name: scan, url: '/transactions?new=expense&scan=1' },
    ],
    share_target: {
      action: '/import/shared',
      method: 'POST',
      enctype: 'multipart/form-data',
      params: {
        text: 'text',
        files: { name: 'file', accept: Object.entries(statements).flat(2) },
      },
    },
    file_handlers: [{ action: '/import', accept: statements }],
    protocol_handlers: [{ protocol: 'web+ourmoney', url: '/add?link=%s' }],
  }
}

/** One manifest for each language beside the English one, which the page begins with. */
export function otherManifests(): Plugin {
  return {
    name: 'other-manifests',
    apply: 'build',
    generateBundle() {
      for (const language of ['pt'] as const) {
        this.emitFile({
          type: 'asset',
          fileName: `manifest-${language}.webmanifest`,
          source: JSON.stringify(manifestIn(language)),
        })
      }
    },
  }
}
