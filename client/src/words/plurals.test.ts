import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { languages, sentences } from './language.ts'
import { countedIn, varietyOf, withMillions } from './plurals.ts'

beforeAll(async () => {
  await i18next.init({ fallbackLng: false, resources: {} })
  for (const { id } of languages) {
    const said = withMillions(await sentences[id]())
    i18next.addResourceBundle(varietyOf(id), 'translation', said)
  }
})

test('in Portugal nothing is plural, one is not, and whole millions are', () => {
  const t = i18next.getFixedT('pt-PT')
  const found = (count: number) => t('history.asOfFound', { count })
  expect(found(0)).toBe('0 movimentos então')
  expect(found(1)).toBe('1 movimento então')
  expect(found(2)).toBe('2 movimentos então')
  expect(found(1_000_000)).toMatch(/^1\s000\s000 movimentos então$/)
})

describe.each(languages)('in $name', ({ id }) => {
  test('every number has a sentence for everything that is counted', async () => {
    const t = i18next.getFixedT(varietyOf(id))
    for (const [part, said] of Object.entries(await sentences[id]())) {
      for (const key of Object.keys(said)) {
        const found = countedIn(said, key)
        if (found === undefined) continue
        const counted = `${part}.${found}`
        for (const count of [0, 1, 2, 999, 1_000_000]) {
          const words = t(counted as 'history.days', { count })
          expect(words).not.toBe(counted)
        }
      }
    }
  })
})
