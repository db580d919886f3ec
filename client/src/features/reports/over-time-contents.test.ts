import { beforeAll, expect, test } from 'vitest'
import type { SpanSums, SumsAnswer } from '../../data/views/reports.ts'
import { anAsk, someWords } from './an-ask.ts'
import { cashFlowContent } from './cash-flow-content.ts'
import type { ReportContent } from './content.ts'
import { monthsContent } from './months-content.ts'
import { savingsContent } from './savings-content.ts'
import { plainly, someNamed } from './some-named.ts'
import { sumsBy } from './some-sums.ts'
import { stepsIn } from './steps.ts'
import type { ReportWords } from './words-for.ts'

let words: ReportWords
beforeAll(async () => {
  words = await someWords()
})

/** July to November; the last is under way. */
const ask = anAsk('2026-07-01..2026-11-30', someNamed)
const steps = stepsIn(ask.days, 'month', ask.counting)
const cells = ({ table }: ReportContent) => table.rows.map(each => each.cells)

const flow = (
  given: readonly (readonly [income: number, spent: number])[],
): SumsAnswer => ({
  currency: 'EUR',
  groups: [],
  spans: given.map(([incomeMinor, expenseMinor], at): SpanSums => ({
    ...(steps[at]?.days ?? ask.days),
    incomeMinor,
    expenseMinor,
    count: incomeMinor === 0 && expenseMinor === 0 ? 0 : 1,
    missing: at === 0 ? [{ currency: 'USD', count: 2 }] : [],
    income: [],
    expense: [],
    counts: [],
  })),
})
const months = flow([
  [2_000, 1_500],
  [2_000, 1_000],
  [0, 400],
  [2_000, 2_500],
  [2_000, 100],
])
const lacking = flow([
  [100, 300],
  [100, 200],
  [100, 100],
  [0, 0],
  [0, 0],
])
const nothing = flow(steps.map(() => [0, 0]))

test('cash flow: what is left, on average and at best of the steps that are over', () => {
  const content = cashFlowContent(months, steps, ask, words)
  expect(plainly(content.sentence)).toBe(
    '€80.00 came in and €55.00 went out in 1 Jul – 30 Nov 2026: €25.00 is left.',
  )
  // 5, 10, −4 and −5 of four months; November is not over.
  expect(content.notes?.map(plainly)).toEqual([
    'On average €1.50 is left a month.',
    'The most was left in August 2026: €10.00.',
  ])
  expect(cells(content)).toEqual([
    ['July 2026', 2_000, 1_500, 500],
    ['August 2026', 2_000, 1_000, 1_000],
    ['September 2026', 0, 400, -400],
    ['October 2026', 2_000, 2_500, -500],
    ['November 2026', 2_000, 100, 1_900],
  ])
  expect(content.table.sum?.cells).toEqual([
    'All together',
    8_000,
    5_500,
    2_500,
  ])
  expect(content.table.rows[1]).toMatchObject({
    to: '/transactions?types=expense,income&period=2026-08'.replace(',', '%2C'),
    links: [
      undefined,
      '/transactions?types=income&period=2026-08',
      '/transactions?types=expense&period=2026-08',
    ],
  })
  expect(content.missing).toEqual([{ currency: 'USD', count: 2 }])
  expect(content.chart).toMatchObject({
    series: [
      { values: [2_000, 2_000, 0, 2_000, 2_000] },
      { values: [1_500, 1_000, 400, 2_500, 100] },
    ],
    line: { values: [500, 1_000, -400, -500, 1_900] },
  })
})

test('cash flow: more went out than came in, and nothing at all', () => {
  const content = cashFlowContent(lacking, steps, ask, words)
  expect(plainly(content.sentence)).toBe(
    '€3.00 came in and €6.00 went out in 1 Jul – 30 Nov 2026: €3.00 more than came in.',
  )
  // Nothing was left of any.
  expect(content.notes?.map(plainly)).toEqual([
    'On average €0.75 is lacking a month.',
  ])
  expect(content.isEmpty).toBe(false)
  expect(cashFlowContent(nothing, steps, ask, words).isEmpty).toBe(true)
})

test('savings: the share of the income that was kept, step by step', () => {
  const content = savingsContent(months, steps, ask, words)
  expect(plainly(content.sentence)).toBe(
    'You saved 31% of your income in 1 Jul – 30 Nov 2026: €25.00 of €80.00.',
  )
  expect(content.notes?.map(plainly)).toEqual([
    'On average €1.50 is left a month.',
  ])
  expect(cells(content).map(([, , , saved, rate]) => [saved, rate])).toEqual([
    [500, 2_500],
    [1_000, 5_000],
    // Of nothing there is no share.
    [-400, undefined],
    [-500, -2_500],
    [1_900, 9_500],
  ])
  expect(content.table.sum?.cells.slice(1)).toEqual([
    8_000, 5_500, 2_500, 3_125,
  ])
  expect(content.chart).toMatchObject({
    now: 4,
    series: [{ values: [2_500, 5_000, null, -2_500, 9_500] }],
    level: { name: '31% in all', value: 3_125 },
  })
})

test('savings: more was spent than came in, many times over, and without any income', () => {
  const content = savingsContent(lacking, steps, ask, words)
  expect(plainly(content.sentence)).toBe(
    'You spent 100% more than your income in 1 Jul – 30 Nov 2026: €3.00 beyond €3.00.',
  )
  expect(content.notes?.map(plainly)).toEqual([
    'On average €0.75 is lacking a month.',
  ])
  // −200 % would leave no room for the rest.
  expect(content.chart).toMatchObject({
    series: [{ values: [-10_000, -10_000, 0, null, null] }],
  })
  const none = savingsContent(nothing, steps, ask, words)
  expect(plainly(none.sentence)).toBe(
    'Nothing came in in 1 Jul – 30 Nov 2026, so nothing of it could be saved.',
  )
  expect(none.isEmpty).toBe(true)
  expect(none.chart).not.toHaveProperty('level')
})

test('categories over time: each branch with its mean, and what rose the most', () => {
  const content = monthsContent(
    sumsBy(
      {
        cat_home: [700, 700, 700, 700, 700],
        cat_bread: [100, 100, 100, 400, 50],
        cat_food: [0, 0, 10, 0, 0],
      },
      'expense',
      steps.map(({ days }) => days),
    ),
    steps,
    ask,
    words,
  )
  expect(plainly(content.sentence)).toBe(
    'Home came to the most in 1 Jul – 30 Nov 2026: €35.00 of €42.60.',
  )
  // 400 instead of the mean of 100, 100 and 110.
  expect(content.notes?.map(plainly)).toEqual([
    'Food went furthest above its average in October 2026: €4.00 instead of €1.03.',
  ])
  expect(cells(content)).toEqual([
    ['Home', 3_500, 700, 700, 700, 700, 700, 700],
    ['Food', 760, 178, 100, 100, 110, 400, 50],
  ])
  const [, food] = content.table.rows
  expect(food?.children?.map(child => child.cells.slice(0, 2))).toEqual([
    ['Bread', 750],
    ['Food only', 10],
  ])
  expect(food?.links?.[4]).toBe(
    '/transactions?types=expense&categories=cat_food&period=2026-08',
  )
  expect(content.table.sum?.cells).toEqual([
    'All together',
    4_260,
    878,
    800,
    800,
    810,
    1_100,
    750,
  ])
  expect(content.chart).toMatchObject({
    kind: 'columns',
    series: [{ name: 'Home' }, { name: 'Food' }],
  })
})

test('categories over time: many are drawn as one, and before three steps nothing has risen', () => {
  const ids = Array.from({ length: 10 }, (_, at) => `cat_${at}`)
  const categories = ids.map((_id, at) => ({
    kind: 'category',
    v: 1,
    _id,
    name: `C${at}`,
    type: 'expense',
  }))
  const asked = anAsk('2026-10-01..2026-11-30', {
    categories: categories as never,
  })
  const two = stepsIn(asked.days, 'month', asked.counting)
  const given = Object.fromEntries(ids.map((id, at) => [id, [100 - at, at]]))
  const content = monthsContent(sumsBy(given), two, asked, words)
  expect(content.notes?.map(plainly)).toEqual([])
  expect(content.chart).toMatchObject({ kind: 'columns' })
  if (content.chart?.kind !== 'columns') return
  expect(content.chart.series).toHaveLength(8)
  expect(content.chart.series.at(-1)).toMatchObject({
    name: '3 others',
    values: [93 + 92 + 91, 7 + 8 + 9],
  })
  const none = monthsContent(sumsBy({}), two, asked, words)
  expect(plainly(none.sentence)).toBe(
    'Nothing was spent in 1 Oct – 30 Nov 2026.',
  )
  expect(none.isEmpty).toBe(true)
})
