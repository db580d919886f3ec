import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { SumsAnswer } from '../../data/views/reports.ts'
import { anAsk, someWords } from './an-ask.ts'
import { sankeyContent } from './sankey-content.ts'
import type { ReportWords } from './words-for.ts'

let words: ReportWords
beforeAll(async () => {
  words = await someWords()
})

const names = ['Pay', 'Rent', 'Food', 'Fun', 'Bus', 'Pets'] as const
const categories = names.map(name => ({
  _id: `cat_${name.toLowerCase()}`,
  kind: 'category' as const,
  v: 1,
  name,
  type: name === 'Pay' ? ('income' as const) : ('expense' as const),
}))

type Sums = readonly [name: string, income: number, expense: number]

const answer = (sums: readonly Sums[]): SumsAnswer => {
  const income = sums.map(([, each]) => each)
  const expense = sums.map(([, , each]) => each)
  const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0)
  return {
    currency: 'EUR',
    groups: sums.map(([name]) => ({ id: `cat_${name.toLowerCase()}` })),
    spans: [
      {
        from: '2026-11-01',
        to: '2026-11-30',
        incomeMinor: sum(income),
        expenseMinor: sum(expense),
        count: sums.length,
        missing: [],
        income,
        expense,
        counts: sums.map(() => 1),
      },
    ],
  }
}

function sides(sums: readonly Sums[]) {
  const ask = anAsk('2026-11', { categories })
  const content = sankeyContent(answer(sums), ask, words)
  if (content.chart?.kind !== 'sankey') throw new Error('No such drawing')
  const { sources, uses } = content.chart
  return { content, sources, uses }
}

test('what came in goes to its categories, and the rest of it stays', () => {
  const { content, sources, uses } = sides([
    ['Pay', 265_000, 0],
    ['Rent', 0, 80_000],
    ['Food', 0, 40_400],
    ['Fun', 0, -1_500],
  ])
  expect(content.sentence).toBe(
    '€2,650.00 came in and €1,189.00 went out in November 2026: €1,461.00 is left.',
  )
  expect(content.notes).toEqual([
    'The most went to Rent: €800.00, 67% of what was spent.',
  ])
  expect(sources.map(({ name, minor }) => [name, minor])).toEqual([
    ['Pay', 265_000],
    ['Fun, refunded', 1_500],
  ])
  expect(uses.map(({ name, minor }) => [name, minor])).toEqual([
    ['Rent', 80_000],
    ['Food', 40_400],
    ['Left', 146_100],
  ])
  expect(content.table.rows.map(({ cells }) => cells)).toEqual([
    ['Pay', 'Came in', 9_944, 265_000],
    ['Fun, refunded', 'Came in', 56, 1_500],
    ['Rent', 'Went out', 3_002, 80_000],
    ['Food', 'Went out', 1_516, 40_400],
    ['Left', 'Stays', 5_482, 146_100],
  ])
  expect(content.table.rows[2]?.to).toBe(
    '/transactions?types=expense&categories=cat_rent&period=2026-11',
  )
})

test('what was lacking came from what was there; nothing and one category are told too', () => {
  const lacking = sides([['Rent', 0, 80_000]])
  expect(lacking.sources.map(({ name, minor }) => [name, minor])).toEqual([
    ['From what was there', 80_000],
  ])
  expect(lacking.content.sentence).toContain('€800.00 more than came in')
  const { content } = sides([])
  expect(content.isEmpty).toBe(true)
  expect(content.sentence).toBe(
    'Nothing came in and nothing was spent in November 2026.',
  )
})

test('both sides come to the same, to the unit, whatever was earned, spent and refunded', () => {
  const minor = fc.integer({ min: -90_000, max: 90_000 })
  const all = fc.array(fc.tuple(minor, minor), {
    minLength: names.length,
    maxLength: names.length,
  })
  fc.assert(
    fc.property(all, given => {
      const { sources, uses } = sides(
        names.map((name, at) => [
          name,
          given[at]?.[0] ?? 0,
          given[at]?.[1] ?? 0,
        ]),
      )
      const sum = (flows: typeof sources) =>
        flows.reduce((whole, each) => whole + each.minor, 0)
      expect(sum(sources)).toBe(sum(uses))
      for (const flow of [...sources, ...uses]) {
        expect(flow.minor).toBeGreaterThan(0)
      }
    }),
  )
})
