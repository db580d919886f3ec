import { keptHere } from '../platform/kept-text.ts'

const key = 'ourmoney-language'

export const languages = [
  { id: 'en', name: 'English' },
  { id: 'pt', name: 'Português' },
] as const
export type Language = (typeof languages)[number]['id']

/** Each a file of its own. */
export const sentences = {
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
export function keepLanguage(language: Language | undefined): void {
  if (language === undefined) keptHere.drop(key)
  else keptHere.keep(key, language)
}
