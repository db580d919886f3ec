import type { Language } from './language.ts'

type Sentences = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The variety that the sentences are written in: nothing is plural in Portugal and singular in Brazil. */
export function varietyOf(language: Language): string {
  return language === 'pt' ? 'pt-PT' : language
}

/** Whole millions have a form of their own in Portuguese, which reads as any other plural does here. */
export function withMillions(sentences: Sentences): Sentences {
  return Object.fromEntries(
    Object.entries(sentences).map(([part, said]) => [
      part,
      Object.fromEntries(
        Object.entries(said).flatMap(([key, text]) => {
          const counted = countedIn(said, key)
          const each = [key, text] as const
          return counted === undefined
            ? [each]
            : [each, [`${counted}_many`, text] as const]
        }),
      ),
    ]),
  )
}

/** The key that a number is given with, of its sentence for several. */
export function countedIn(
  said: Sentences[string],
  key: string,
): string | undefined {
  if (!key.endsWith('_other')) return undefined
  const counted = key.slice(0, -'_other'.length)
  return `${counted}_one` in said ? counted : undefined
}
