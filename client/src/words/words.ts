import i18next, { type TFunction } from 'i18next'
import { useSyncExternalStore } from 'react'
import { keptHere } from '../platform/kept-text.ts'
import { offerIn } from '../platform/manifest.ts'
import type { en } from './en.ts'

export const languages = [
  { id: 'en', name: 'English' },
  { id: 'pt', name: 'Português' },
] as const
export type Language = (typeof languages)[number]['id']

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
  }
}

const key = 'ourmoney-language'

const sentences = {
  en: async () => (await import('./en.ts')).en,
  pt: async () => (await import('./pt.ts')).pt,
} satisfies Record<Language, () => Promise<object>>

/** The one chosen here, else the first of the browser's that we have. */
export function currentLanguage(): Language {
  return chosenLanguage() ?? ofBrowser()
}

export function chosenLanguage(): Language | undefined {
  return languages.find(({ id }) => id === keptHere.read(key))?.id
}

function ofBrowser(): Language {
  const wanted = navigator.languages.map(each => each.slice(0, 2))
  const found = wanted.find(each => languages.some(({ id }) => id === each))
  return languages.find(({ id }) => id === found)?.id ?? 'en'
}

/** `undefined`: whatever the browser says. */
export async function chooseLanguage(
  language: Language | undefined,
): Promise<void> {
  if (language === undefined) keptHere.drop(key)
  else keptHere.keep(key, language)
  await speak(currentLanguage())
}

/** Call before the first screen. */
export async function startWords(): Promise<void> {
  await i18next.init({
    lng: currentLanguage(),
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    resources: {},
  })
  await speak(currentLanguage())
}

async function speak(language: Language): Promise<void> {
  i18next.addResourceBundle(
    language,
    'translation',
    await sentences[language](),
  )
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  document.documentElement.dir = i18next.dir(language)
  offerIn(language)
  words = { t: i18next.getFixedT(language), locale: localeFor(language) }
  for (const listener of listeners) listener()
}

type Words = {
  readonly t: TFunction
  /** For numbers, dates and sorting. */
  readonly locale: string
}

let words: Words = { t: i18next.t, locale: 'en' }
const listeners = new Set<() => void>()

/** Sentences of the language of the moment, by key: `t('common.save')`. */
export function useWords(): Words {
  return useSyncExternalStore(subscribe, () => words)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The browser's own variety of the language: `pt-BR` writes dates otherwise than `pt-PT`. */
function localeFor(language: string): string {
  return navigator.languages.find(each => each.startsWith(language)) ?? language
}
