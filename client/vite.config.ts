import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import root from '../package.json' with { type: 'json' }
import { firstLinks, firstParts } from './first-parts.ts'
import { manifestIn, otherManifests } from './manifests.ts'
import { sizeBudget } from './size-budget.ts'

const server = 'http://localhost:8080'

export default defineConfig({
  define: {
    __APP_VERSION__: JSON.stringify(process.env['APP_VERSION'] ?? root.version),
  },
  plugins: [
    react(),
    { ...optimizeLocales.vite({ locales: ['en', 'pt'] }), enforce: 'pre' },
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: manifestIn('en'),
      injectManifest: {
        globPatterns: [
          '**/*.{js,css,html,svg,png}',
          '**/inter-latin-*.woff2',
          '**/*.ttf',
          'manifest-*.webmanifest',
        ],
      },
    }),
    otherManifests(),
    policyOfThePage(),
    firstLinks(),
    sizeBudget(),
  ],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    // Everything with a hash in its name is kept by the server for open pages.
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Runs before any schema is made, so in a part that all others wait for.
          groups: [
            { name: 'no-eval', test: /platform\/no-eval/, priority: 5 },
            ...firstParts(),
          ],
        },
      },
    },
  },
  resolve: {
    alias: {
      // PouchDB means the package, not Node's own.
      events: 'events/',
      vuvuzela: fileURLToPath(
        import.meta.resolve('./src/data/worker/plain-json.ts'),
      ),
      // What jsPDF would load to draw pages of HTML, which no report is.
      ...Object.fromEntries(
        ['canvg', 'dompurify', 'html2canvas'].map(library => [
          library,
          fileURLToPath(import.meta.resolve('./src/pdf/no-library.ts')),
        ]),
      ),
    },
  },
  server: { proxy: { '/api': server, '/sync': server, '/health': server } },
})

/**
 * Tells the server which style elements the component library adds at run
 * time, so that the page's policy allows these and no others.
 */
function policyOfThePage(): Plugin {
  return {
    name: 'policy-of-the-page',
    apply: 'build',
    async generateBundle() {
      const styles = await libraryStyles()
      this.emitFile({
        type: 'asset',
        fileName: 'csp.json',
        source: JSON.stringify({
          styleHashes: styles.map(hashOf),
          trustedTypes: ['ourmoney', 'default'],
        }),
      })
    },
  }
}

const withStyles = [
  'private/interactions/usePress.mjs',
  'private/overlays/usePreventScroll.mjs',
]

async function libraryStyles(): Promise<string[]> {
  const require = createRequire(import.meta.url)
  const folder = require.resolve('react-aria/package.json').slice(0, -12)
  return Promise.all(
    withStyles.map(async file => {
      const source = await readFile(`${folder}dist/${file}`, 'utf8')
      const text = /style\.textContent = `([^`]*)`/.exec(source)?.[1]
      if (text === undefined) throw new Error(`No style in ${file} any more`)
      return text
        .trim()
        .replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, 'data-react-aria-pressable')
    }),
  )
}

function hashOf(style: string): string {
  return `sha256-${createHash('sha256').update(style).digest('base64')}`
}
