import { beforeAll, expect, test } from 'vitest'
import { anAsk, someWords } from './an-ask.ts'
import { someNamed } from './some-named.ts'
import { sumsBy } from './some-sums.ts'
import { sourcesOf } from './sources.ts'
import type { ReportWords } from './words-for.ts'

let words: ReportWords
beforeAll(async () => {
  words = await someWords()
})

test('payees by name, what has none by what it is called, and the small ones as one, last', () => {
  const sums = sumsBy({
    '+12': [9_000],
    pay_shop: [500, 100],
    '=Market': [700, 0],
    '=': [1, 0],
    pay_gone: [300],
    none: [0, 0],
  })
  const { lookups } = anAsk('2026-11', someNamed)
  expect(sourcesOf(sums, 'expense', lookups, words)).toEqual([
    {
      name: 'Market',
      minors: [700, 0],
      counts: [1, 0],
      filter: { descriptions: ['Market'], payees: ['none'] },
      isRest: false,
    },
    expect.objectContaining({
      name: 'Shop',
      minors: [500, 100],
      filter: { payees: ['pay_shop'] },
    }),
    expect.objectContaining({ name: 'pay_gone', minors: [300, 0] }),
    expect.objectContaining({
      name: 'Without a description',
      filter: undefined,
    }),
    expect.objectContaining({
      name: '12 others',
      minors: [9_000, 0],
      filter: undefined,
    }),
  ])
})
