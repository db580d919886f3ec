import i18next, { type TFunction } from 'i18next'
import { useSyncExternalStore } from 'react'
import { offerIn } from '../platform/manifest.ts'
import type { en } from './en.ts'
import { interpolation } from './keep-together.ts'
import {
  currentLanguage,
  keepLanguage,
  sentences,
  type Language,
} from './language.ts'
import { varietyOf, withMillions } from './plurals.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
  }
}

/** `undefined`: whatever the browser says. */
export async function chooseLanguage(
  language: Language | undefined,
): Promise<void> {
  keepLanguage(language)
  await speak(currentLanguage())
}

/** Call before the first screen. */
export async function startWords(): Promise<void> {
  await i18next.init({
    lng: varietyOf(currentLanguage()),
    fallbackLng: false,
    interpolation,
    returnNull: false,
    resources: {},
  })
  await speak(currentLanguage())
}

async function speak(language: Language): Promise<void> {
  const variety = varietyOf(language)
  const all = withMillions(await sentences[language]())
  i18next.addResourceBundle(variety, 'translation', all)
  await i18next.changeLanguage(variety)
  document.documentElement.lang = variety
  document.documentElement.dir = i18next.dir(language)
  offerIn(language)
  words = {
    t: remembering(i18next.getFixedT(variety), all),
    locale: localeFor(language),
  }
  for (const listener of listeners) listener()
}

/** Most sentences are asked for again with every frame, and have nothing to fill in: they are taken as they stand. */
function remembering(t: TFunction, all: object): TFunction {
  const said = new Map<unknown, unknown>()
  const saying = (...args: Parameters<TFunction>): unknown => {
    if (args.length > 1) return t(...args)
    const [key] = args
    if (!said.has(key)) said.set(key, plainIn(all, key) ?? t(...args))
    return said.get(key)
  }
  return saying as TFunction
}

/** `undefined` where a sentence has blanks to fill, or is none. */
function plainIn(all: object, key: unknown): string | undefined {
  let found: unknown = all
  for (const name of String(key).split('.')) {
    if (typeof found !== 'object' || found === null) return undefined
    found = Object.hasOwn(found, name) ? Reflect.get(found, name) : undefined
  }
  return typeof found === 'string' && !/\{\{|\$t\(/.test(found)
    ? found
    : undefined
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
