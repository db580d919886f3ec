import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepBudget } from '../budget/keep-budget.ts'
import { dayNumber } from '../calendar/day-number.ts'
import { periodOf, shiftPeriod } from '../calendar/periods.ts'
import { findRecurring } from '../report/find-recurring.ts'
import { rankInsights, type Insight, type InsightKind } from './insight.ts'
import { tellBudget } from './keeping.ts'
import { milestoneOf } from './milestone.ts'
import { findMovers } from './movers.ts'
import { tellPayments } from './payments.ts'
import { tellSavings } from './savings.ts'
import { findUnusual } from './unusual.ts'

const usual = { firstDay: 1, weekStart: 1 }
const november = periodOf('2026-11-22', 'month', usual)
const categoryOf = (key: number) => (key === 0 ? 'none' : `cat_${key}`)
const idsOf = {
  transaction: (place: number) => `txn_${place}`,
  category: categoryOf,
  from: (key: number) => `pay_${key}`,
}

function columns(
  rows: readonly (readonly [date: string, minor: number, key: number])[],
) {
  return {
    day: rows.map(([date]) => dayNumber(date)),
    minor: rows.map(([, minor]) => minor),
    key: rows.map(([, , key]) => key),
  }
}

const spent = columns([
  ['2026-10-01', 70_000, 1],
  ['2026-10-10', 20_000, 2],
  ['2026-10-20', 9_000, 3],
  // On the last days of October, which in November are still to come.
  ['2026-10-28', 50_000, 2],
  ['2026-11-01', 70_000, 1],
  ['2026-11-12', 31_000, 2],
  ['2026-11-20', 1_000, 0],
  ['2026-11-25', 99_000, 3],
])

test('what moved most against as many days of the month before', () => {
  const movers = findMovers(spent, november, '2026-11-22', usual, categoryOf)
  expect(movers).toEqual([
    {
      id: 'mover 2026-11-01 2026-11-30 cat_2 more',
      told: {
        kind: 'mover',
        minor: 31_000,
        beforeMinor: 20_000,
        changeBasisPoints: 5_500,
      },
      weightMinor: 11_000,
      evidence: {
        range: { from: '2026-11-01', to: '2026-11-22' },
        category: 'cat_2',
      },
    },
    expect.objectContaining({
      id: 'mover 2026-11-01 2026-11-30 cat_3 less',
      weightMinor: 9_000,
    }),
    // What has no category is below a twentieth of 103,000, and rent is as it was.
  ])
})

test('a month that is over is beside the whole month before', () => {
  const movers = findMovers(spent, november, '2026-12-02', usual, categoryOf)
  expect(movers.map(({ id, weightMinor }) => [id, weightMinor])).toEqual([
    ['mover 2026-11-01 2026-11-30 cat_2 less', 39_000],
    ['mover 2026-11-01 2026-11-30 cat_3 more', 90_000],
  ])
  expect(
    findMovers(columns([]), november, '2026-12-02', usual, categoryOf),
  ).toEqual([])
})

test('what is unusual, by the payee where that is known, else by the category', () => {
  const rows: (readonly [string, number, number, number])[] = []
  for (let day = 10; day < 30; day++) {
    // Groceries at payee 5, and rent of the same category at payee 6.
    rows.push([`2026-10-${day}`, 2_000 + day * 40, 1, 5])
    rows.push([`2026-10-${day}`, 80_000 + day, 1, 6])
    rows.push([`2026-10-${day}`, 1_500 + day * 20, 2, 0])
  }
  rows.push(
    ['2026-11-02', 80_005, 1, 6],
    ['2026-11-03', 30_000, 1, 5],
    ['2026-11-04', 40_000, 2, 9],
    ['2026-11-05', 900, 2, 0],
    ['2026-11-06', -90_000, 2, 0],
    ['2026-11-07', 90_000, 3, 8],
  )
  const spending = {
    day: rows.map(([date]) => dayNumber(date)),
    minor: rows.map(([, minor]) => minor),
    category: rows.map(([, , category]) => category),
    payee: rows.map(([, , , payee]) => payee),
  }
  const range = { from: '2026-11-01', to: '2026-11-30' }
  const insights = findUnusual(spending, range, idsOf)
  expect(insights).toMatchObject([
    {
      id: 'unusual txn_61 30000',
      // Half are 2,760 or less; between 2,760 and 2,800 by their logarithms.
      told: { minor: 30_000, usualMinor: 2_780, beside: 'payee' },
      weightMinor: 27_220,
      evidence: { transactions: ['txn_61'], category: 'cat_1' },
    },
    {
      id: 'unusual txn_62 40000',
      told: { minor: 40_000, beside: 'category', isSeasonal: false },
    },
  ])
})

test('a payment that has begun, and one that became dearer', () => {
  const rows = columns([
    ['2026-01-05', 100, 9],
    ...['06', '07', '08'].map(month => [`2026-${month}-14`, 999, 1] as const),
    ...['09', '10', '11'].map(month => [`2026-${month}-14`, 1_299, 1] as const),
    ...['09', '10', '11'].map(month => [`2026-${month}-03`, 500, 2] as const),
    // Over before now.
    ...['02', '03', '04'].map(month => [`2026-${month}-03`, 700, 3] as const),
  ])
  const found = findRecurring(rows, dayNumber('2026-11-22'))
  const begins = dayNumber('2026-01-05')
  const insights = tellPayments(found, begins, '2026-11-22', idsOf)
  expect(insights).toMatchObject([
    {
      id: 'risen-payment pay_1 2026-09-14 1299',
      told: {
        kind: 'risen-payment',
        beforeMinor: 999,
        minor: 1_299,
        yearlyChangeMinor: 3_600,
        since: '2026-09-14',
      },
      weightMinor: 3_600,
      evidence: {
        range: { from: '2026-06-14', to: '2026-11-14' },
        from: 'pay_1',
        transactions: ['txn_1', 'txn_2', 'txn_3', 'txn_4', 'txn_5', 'txn_6'],
      },
    },
    {
      id: 'new-payment pay_2 1 month 2026-09-03',
      told: { kind: 'new-payment', minor: 500, yearlyMinor: 6_000 },
    },
  ])
  // A quarter later neither is news, and in a new book everything is there from the start.
  expect(
    tellPayments(found, begins, '2027-02-20', idsOf).map(({ id }) => id),
  ).toEqual([])
  expect(
    tellPayments(found, dayNumber('2026-08-01'), '2026-11-22', idsOf).map(
      ({ told }) => told.kind,
    ),
  ).toEqual(['risen-payment'])
})

const months = Array.from({ length: 8 }, (_, at) =>
  shiftPeriod(november, at - 7, usual),
)

test('a budget that runs out, and one that was kept', () => {
  const sums = [9_000, 12_000, 8_000, 8_000, 9_999, 10_000, 7_000, 9_000]
  const kept = keepBudget({ minor: 10_000 }, months, sums)
  expect(tellBudget('bud_1', kept, '2026-11-15')).toEqual([
    {
      id: 'over-pace bud_1 2026-11-01 fast',
      told: {
        kind: 'over-pace',
        state: 'fast',
        spentMinor: 9_000,
        availableMinor: 10_000,
        projectedMinor: 18_000,
        daysLeft: 16,
      },
      weightMinor: 8_000,
      evidence: {
        range: { from: '2026-11-01', to: '2026-11-30' },
        budget: 'bud_1',
      },
    },
    {
      id: 'streak kept bud_1 2026-06-01 3',
      told: { kind: 'streak', of: 'kept', length: 5, since: '2026-06-01' },
      weightMinor: 10_000,
      evidence: {
        range: { from: '2026-06-01', to: '2026-10-31' },
        budget: 'bud_1',
      },
    },
  ])
})

test('the best month, and months in a row with something left', () => {
  const expenses = [9, 8, 11, 7, 9, 8, 5, 0].map(each => each * 10_000)
  const totals = months.map((period, at) => ({
    period,
    incomeMinor: 100_000,
    expenseMinor: expenses[at] ?? 0,
  }))
  // November, in which nothing is spent yet, is not over.
  expect(tellSavings(totals, '2026-11-02')).toEqual([
    {
      id: 'best-month 2026-10-01',
      told: {
        kind: 'best-month',
        savedMinor: 50_000,
        // Of 10, 20, −10, 30, 10 and 20 thousand.
        usualMinor: 15_000,
        of: 7,
      },
      weightMinor: 35_000,
      evidence: { range: { from: '2026-10-01', to: '2026-10-31' } },
    },
    {
      id: 'streak saved 2026-07-01 3',
      told: { kind: 'streak', of: 'saved', length: 4, since: '2026-07-01' },
      weightMinor: 25_000,
      evidence: { range: { from: '2026-07-01', to: '2026-10-31' } },
    },
  ])
  expect(tellSavings(totals.slice(0, 5), '2026-11-02')).toEqual([])
})

test('a streak is news when it has doubled', () => {
  expect([0, 2, 3, 5, 6, 11, 12, 23, 24].map(milestoneOf)).toEqual([
    undefined,
    undefined,
    3,
    3,
    6,
    6,
    12,
    12,
    24,
  ])
})

const kinds: readonly InsightKind[] = ['mover', 'unusual', 'best-month']
const insight = fc
  .record({
    kind: fc.constantFrom(...kinds),
    weight: fc.nat(50),
    id: fc.uuid(),
  })
  .map(({ kind, weight, id }) => ({
    id,
    told: { kind } as Insight['told'],
    weightMinor: weight,
    evidence: { range: { from: '2026-11-01', to: '2026-11-30' } },
  }))

test('the weightiest come first, no kind drowns the others, what was put away stays away', () => {
  const one = (kind: InsightKind, weightMinor: number): Insight => ({
    id: `${kind} ${weightMinor}`,
    told: { kind } as Insight['told'],
    weightMinor,
    evidence: { range: { from: '2026-11-01', to: '2026-11-30' } },
  })
  const all = [
    one('mover', 50),
    one('mover', 90),
    one('mover', 80),
    one('best-month', 10),
    one('unusual', 70),
  ]
  const ids = (dismissed: readonly string[], most: number) =>
    rankInsights(all, new Set(dismissed), most).map(({ id }) => id)
  expect(ids([], 9)).toEqual([
    'mover 90',
    'mover 80',
    'unusual 70',
    'best-month 10',
    'mover 50',
  ])
  expect(ids(['mover 90'], 3)).toEqual(['mover 80', 'unusual 70', 'mover 50'])

  fc.assert(
    fc.property(fc.array(insight), fc.array(insight), (some, others) => {
      const mixed = [...some, ...others].sort((a, b) => (a.id < b.id ? 1 : -1))
      const away = new Set(others.map(({ id }) => id))
      const shown = rankInsights(mixed, away, 100)
      expect(shown).toHaveLength(some.length)
      expect(rankInsights([...some].reverse(), away, 100)).toEqual(shown)
    }),
  )
})
