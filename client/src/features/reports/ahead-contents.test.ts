import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Forecast } from '@ourmoney/shared/report/forecast.ts'
import type { OutlookAnswer } from '../../data/views/outlook.ts'
import type { UnusualAnswer } from '../../data/views/unusual.ts'
import { anAsk, someWords } from './an-ask.ts'
import { balanceAheadContent } from './balance-ahead-content.ts'
import { periodEndContent } from './period-end-content.ts'
import { someNamed } from './some-named.ts'
import { scoreWords, unusualContent } from './unusual-content.ts'
import type { ReportWords } from './words-for.ts'

// Days of another year are written with it.
beforeAll(() => void vi.setSystemTime('2026-11-22T12:00:00Z'))
afterAll(() => void vi.useRealTimers())
let words: ReportWords
beforeAll(async () => {
  words = await someWords()
})

const ask = anAsk('2026-11', someNamed, { before: undefined })
const quality = {
  model: 'level',
  usesItems: true,
  mase: 0.691,
  naiveMase: 1,
  errorMinor: 250,
  trials: 21,
  coverage80: { basisPoints: 7_600, tried: 17 },
  coverage95: undefined,
} as const
const point = (minor: number, margin: number | undefined, wide?: number) => ({
  minor,
  low80: margin === undefined ? undefined : minor - margin,
  high80: margin === undefined ? undefined : minor + margin,
  low95: wide === undefined ? undefined : minor - wide,
  high95: wide === undefined ? undefined : minor + wide,
})
const told = (minor: number, margin?: number): Forecast => ({
  outcome: 'forecast',
  points: [point(minor, margin)],
  quality,
})
const tooLittle = { outcome: 'too-little-data', has: 3, needs: 12 } as const

const answer = (fields: Partial<OutlookAnswer> = {}): OutlookAnswer => ({
  currency: 'EUR',
  days: ask.days,
  today: ask.today,
  whole: { soFarMinor: 1_000, rest: told(500, 40) },
  branches: [
    { id: 'cat_food', end: { soFarMinor: 300, rest: told(300, 30) } },
    { id: undefined, end: { soFarMinor: 100, rest: tooLittle } },
    { id: 'cat_home', end: { soFarMinor: 600, rest: told(100) } },
    { id: 'cat_bread', end: { soFarMinor: 0, rest: tooLittle } },
  ],
  balance: {
    nowMinor: 9_000,
    forecast: {
      outcome: 'forecast',
      points: Array.from({ length: 12 }, (_, at) =>
        point(9_000 + at * 100, 50 + at, at < 2 ? 90 : undefined),
      ),
      days: Array.from(
        { length: 12 },
        (_, at) => `2027-${String(at + 1).padStart(2, '0')}-22`,
      ),
      quality,
    },
    before: [
      { date: '2026-10-22', minor: 8_000 },
      { date: '2026-11-22', minor: 9_000 },
    ],
    missing: [],
    isNone: false,
  },
  missing: [],
  ...fields,
})
const how =
  'Told by how it was of late, and by payments that recur each on its own day. Tried on the past it was €2.50 off on average, in 21 forecasts. Its error is 0.69 of how much a year differs from the next; taking the year before as it was has 1. Of what was to be 80% sure it held 76%, of 17 times.'

test('the end of a month: so far and to come, each category by itself, and how sure that is', () => {
  const content = periodEndContent(answer(), ask, words)
  expect(content.sentence).toBe(
    'By 30 November 2026 you will have spent about €15.00: €10.00 so far, €5.00 still to come.',
  )
  expect(content.notes).toEqual([
    'Four times out of five it is between €14.60 and €15.40.',
    how,
    'Each category is forecast by itself, and so is the whole: they need not add up to it.',
  ])
  // What is not known stays empty, and what is nothing is left out.
  expect(content.table.rows.map(({ cells }) => cells)).toEqual([
    ['Home', 600, 100, 700, undefined, undefined],
    ['Food', 300, 300, 600, 570, 630],
    ['No category', 100, undefined, undefined, undefined, undefined],
  ])
  expect(content.table.sum?.cells).toEqual([
    'All together',
    1_000,
    500,
    1_500,
    1_460,
    1_540,
  ])
  expect(content.chart).toMatchObject({
    labels: [{ short: 'Home' }, { short: 'Food' }, { short: 'No category' }],
    series: [{ values: [600, 300, 100] }, { values: [100, 300, 0] }],
  })
})

test('the end of a month: with too little it says so, and of one that is over nothing', () => {
  const little = periodEndContent(
    answer({ whole: { soFarMinor: 1_000, rest: tooLittle } }),
    ask,
    words,
  )
  expect(little.sentence).toBe(
    '€10.00 is spent so far. What it will be by 30 November 2026 nobody can tell yet.',
  )
  expect(little.notes).toEqual([
    'There is too little to tell from: 3 whole periods, and it takes 12.',
  ])
  expect(little.isEmpty).toBe(false)
  const over = periodEndContent(
    answer({
      days: { from: '2026-10-01', to: '2026-10-31' },
      whole: { soFarMinor: 1_000, rest: { outcome: 'over' } },
    }),
    ask,
    words,
  )
  expect(over.sentence).toContain('choose one that today is in')
  expect(over).toMatchObject({ notes: [], isEmpty: true })
})

test('the end of a month: on its last day it tells what was spent until then', () => {
  const over = { outcome: 'over' } as const
  const { branches } = answer()
  const content = periodEndContent(
    answer({
      today: '2026-11-30',
      whole: { soFarMinor: 1_000, rest: over },
      branches: branches.map(({ id, end }) => ({
        id,
        end: { ...end, rest: over },
      })),
    }),
    ask,
    words,
  )
  expect(content.sentence).toBe(
    'Today is the last day: €10.00 is spent so far.',
  )
  expect(content).toMatchObject({ notes: [], isEmpty: false })
  expect(content.table.columns.map(({ id }) => id)).toEqual([
    'category',
    'soFar',
  ])
  expect(content.table.rows.map(({ cells }) => cells)).toEqual([
    ['Home', 600],
    ['Food', 300],
    ['No category', 100],
  ])
  expect(content.table.sum?.cells).toEqual(['All together', 1_000])
  expect(content.chart).toMatchObject({ series: [{ values: [600, 300, 100] }] })
})

test('balances ahead: in 3, 6 and 12 months with how sure, drawn on from what was', () => {
  const content = balanceAheadContent(answer(), ask, words)
  expect(content.sentence).toBe('€90.00 today; in 3 months about €92.00.')
  expect(content.notes).toEqual([
    'In 3 months about €92.00; four times out of five between €91.48 and €92.52.',
    'In 6 months about €95.00; four times out of five between €94.45 and €95.55.',
    'In 12 months about €101.00; four times out of five between €100.39 and €101.61.',
    how,
  ])
  expect(content.table.columns.map(({ id }) => id)).toEqual([
    'date',
    'minor',
    'low80',
    'high80',
    'low95',
    'high95',
  ])
  expect(content.table.rows[0]).toMatchObject({
    cells: ['2026-10-22', 8_000],
    to: '/accounts?on=2026-10-22',
  })
  expect(content.table.rows[2]?.cells).toEqual([
    '2027-01-22',
    9_000,
    8_950,
    9_050,
    8_910,
    9_090,
  ])
  expect(content.chart?.kind).toBe('lines')
  if (content.chart?.kind !== 'lines') return
  const [was, expected] = content.chart.series
  expect(was?.values.slice(0, 4)).toEqual([8_000, 9_000, null, null])
  expect(expected?.values.slice(0, 4)).toEqual([null, 9_000, 9_000, 9_100])
  // The wider one first, so that the other is seen on it.
  expect(
    content.chart.bands?.map(({ low, high }) => [low.slice(0, 5), high[2]]),
  ).toEqual([
    [[null, 9_000, 8_910, 9_010, null], 9_090],
    [[null, 9_000, 8_950, 9_049, 9_148], 9_050],
  ])
})

test('balances ahead: no line where too little is known, and none without an account', () => {
  const { balance } = answer()
  const little = balanceAheadContent(
    answer({
      balance: { ...balance, forecast: tooLittle, missing: ['acc_usd'] },
    }),
    ask,
    words,
  )
  expect(little.sentence).toBe(
    'There is €90.00 today. What there will be nobody can tell yet.',
  )
  expect(little.notes).toEqual([
    'There is too little to tell from: 3 whole periods, and it takes 12.',
    'For Dollars there is no rate of some of these days: what is converted leaves them out.',
  ])
  expect(little.table.columns).toHaveLength(2)
  expect(little.chart).toMatchObject({
    bands: [],
    series: [{ values: [8_000, 9_000] }, { values: [null, 9_000] }],
  })
  const none = balanceAheadContent(
    answer({ balance: { ...balance, isNone: true } }),
    ask,
    words,
  )
  expect(none.isEmpty).toBe(true)
})

const score = { minor: 9_000, usualMinor: 1_000, score: 12, isSeasonal: false }
const unusual = (fields: Partial<UnusualAnswer> = {}): UnusualAnswer => ({
  ...ask.days,
  currency: 'EUR',
  count: 34,
  expenses: [],
  categories: [],
  payees: [],
  missing: [],
  ...fields,
})
const row = { id: 'txn_1', description: 'Fair', date: '2026-11-19' } as never
const bounds = { lowMinor: 0, highMinor: 2_000 }

test('unusual: what, beside what, how far and where it is seen among the others', () => {
  const content = unusualContent(
    unusual({
      expenses: [
        { ...score, row, category: 'cat_food', beside: 'category' },
        { ...score, row, category: undefined, beside: 'payee', score: 4 },
      ],
      categories: [
        { ...score, ...bounds, group: { id: 'cat_home' }, score: -6 },
      ],
      payees: [
        {
          ...score,
          ...bounds,
          group: { description: 'A very long name of a shop' },
          isSeasonal: true,
          score: 14,
        },
        { ...score, ...bounds, group: { id: 'pay_shop' } },
      ],
    }),
    ask,
    words,
  )
  expect(content.sentence).toBe(
    '5 things are unusual in November 2026, most of all A very long name of a shop with €90.00, usually €10.00.',
  )
  // The farthest first, whatever it is.
  expect(content.table.rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
    [
      'A very long name of a shop',
      'Payee, beside that time of earlier years',
      'beyond all that was usual',
    ],
    ['Fair', 'on 19 Nov, beside others in Food', 'beyond all that was usual'],
    ['Shop', 'Payee, beside the periods before', 'beyond all that was usual'],
    ['Home', 'Category, beside the periods before', 'far less than usual'],
    ['Fair', 'on 19 Nov, beside others there', 'more than usual'],
  ])
  expect(content.table.rows.map(({ to }) => to)).toEqual([
    '/transactions?descriptions=A%20very%20long%20name%20of%20a%20shop&types=expense&payees=none&period=2026-11',
    '/transactions?types=expense&categories=cat_food&order=amount&record=txn_1',
    '/transactions?types=expense&payees=pay_shop&period=2026-11',
    '/transactions?types=expense&categories=cat_home&period=2026-11',
    '/transactions?descriptions=Fair&types=expense&payees=none&order=amount&record=txn_1',
  ])
  expect(content.chart).toMatchObject({
    labels: [{ short: 'A very long n…' }, {}, { short: 'Shop' }, {}, {}],
    series: [
      { values: [1_000, 1_000, 1_000, 1_000, 1_000] },
      { values: [9_000, 9_000, 9_000, 9_000, 9_000] },
    ],
  })
  expect(content.drawnOf).toBeUndefined()
})

test('unusual: of many the farthest are drawn, and that is said', () => {
  const content = unusualContent(
    unusual({
      expenses: Array.from({ length: 10 }, () => ({
        ...score,
        row,
        category: 'cat_food',
        beside: 'category' as const,
        score: 5,
      })),
      categories: [
        { ...score, ...bounds, group: { id: 'cat_home' }, score: -20 },
      ],
    }),
    ask,
    words,
  )
  expect(content.sentence).toBe(
    '11 things are unusual in November 2026, most of all Home with €90.00, usually €10.00.',
  )
  expect(content.chart).toMatchObject({
    labels: [{ short: 'Home' }, ...Array.from({ length: 9 }, () => ({}))],
  })
  expect(content.drawnOf).toBe('Drawn are the 10 farthest from the usual.')
})

test('unusual: nothing among some, and nothing at all', () => {
  expect(unusualContent(unusual(), ask, words)).toMatchObject({
    sentence: 'Nothing is unusual in November 2026, among 34 expenses.',
    isEmpty: true,
  })
  const none = unusualContent(unusual({ count: 0 }), ask, words)
  expect(none.sentence).toBe('Nothing was spent in November 2026.')
  expect(none.notes).toEqual([])
})

test('a score has words on both sides', () => {
  expect([4, 5, 9.9, 10, -4, -7, -30].map(each => scoreWords(each, words)))
    .toMatchInlineSnapshot(`
    [
      "more than usual",
      "far more than usual",
      "far more than usual",
      "beyond all that was usual",
      "less than usual",
      "far less than usual",
      "next to nothing of the usual",
    ]
  `)
})
