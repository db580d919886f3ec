import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { measureFinder } from '../../testing/measure-finder.ts'
import { dayNumber, fromDayNumber } from '../calendar/day-number.ts'
import { addDays } from '../calendar/local-date.ts'
import { nextOccurrence, occurrencesIn } from '../recurring/occurrences.ts'
import { recurrenceText } from '../recurring/recurrence.ts'
import { findRecurring } from './find-recurring.ts'
import { ruleOf } from './rhythm-rule.ts'

type Row = readonly [date: string, minor: number]

function found(rows: readonly Row[], today: string) {
  const movements = {
    day: rows.map(([date]) => dayNumber(date)),
    minor: rows.map(([, minor]) => minor),
    key: rows.map(() => 5),
  }
  return findRecurring(movements, dayNumber(today))
}

const streaming: readonly Row[] = [
  ['2026-03-14', 999],
  // Saturdays and Sundays make it late.
  ['2026-04-14', 999],
  ['2026-05-14', 999],
  ['2026-06-15', 999],
  // July is missing.
  ['2026-08-14', 1_299],
  ['2026-09-14', 1_299],
  ['2026-10-14', 1_299],
]

test('a subscription with a missed month and a rise in price', () => {
  expect(found(streaming, '2026-11-01')).toEqual([
    {
      key: 5,
      places: [0, 1, 2, 3, 4, 5, 6],
      rhythm: { unit: 'month', every: 1, monthDay: 14 },
      rule: {
        frequency: 'MONTHLY',
        interval: 1,
        monthDays: [14],
        weekDays: [],
        positions: [],
        weekStart: 1,
      },
      start: '2026-03-14',
      minor: 1_299,
      yearlyMinor: 15_588,
      isFixed: true,
      prices: [
        { day: dayNumber('2026-08-14'), beforeMinor: 999, minor: 1_299 },
      ],
      // March, counted from the year 0 on.
      firstTime: 2026 * 12 + 2,
      firstDay: dayNumber('2026-03-14'),
      lastDay: dayNumber('2026-10-14'),
      missed: [dayNumber('2026-07-14')],
      status: 'active',
      nextDay: dayNumber('2026-11-14'),
      // Five steps of six.
      regularBasisPoints: 8_333,
    },
  ])
})

test.each([
  // Due on 14 November, and given six days.
  ['2026-11-20', 'active'],
  ['2026-11-21', 'late'],
  ['2026-12-20', 'late'],
  ['2026-12-21', 'stopped'],
])('on %s it is %s', (today, status) => {
  expect(found(streaming, today).map(each => each.status)).toEqual([status])
})

test('what has not come yet does not count', () => {
  expect(found(streaming, '2026-04-30')).toEqual([])
  expect(found(streaming, '2026-05-14')).toHaveLength(1)
})

test('a bill that varies comes to its usual amount and has no price', () => {
  const bills: readonly Row[] = [
    ['2026-05-03', 6_100],
    ['2026-06-05', 5_200],
    ['2026-07-03', 4_900],
    ['2026-08-04', 4_700],
    ['2026-09-03', 5_600],
    ['2026-10-02', 6_300],
    ['2026-11-03', 7_400],
  ]
  const [bill] = found(bills, '2026-11-10')
  // Of the last six the middle two are 5,200 and 5,600.
  expect(bill).toMatchObject({
    minor: 5_400,
    yearlyMinor: 64_800,
    isFixed: false,
    prices: [],
    rhythm: { unit: 'month', every: 1, monthDay: 3 },
  })
})

test('the last of each month is the last of each month', () => {
  const salary: readonly Row[] = [
    ['2025-11-30', 210_000],
    ['2025-12-31', 210_000],
    ['2026-01-31', 210_000],
    ['2026-02-28', 210_000],
    ['2026-03-31', 210_000],
  ]
  const [income] = found(salary, '2026-04-01')
  expect(income && recurrenceText(income.rule)).toBe(
    'FREQ=MONTHLY;BYMONTHDAY=-1',
  )
  expect(income?.nextDay).toBe(dayNumber('2026-04-30'))
})

test('two policies of one insurer are two payments, also where they fall on one day', () => {
  const policies = [0, 1, 2, 3, 4, 5].flatMap((month): readonly Row[] => {
    const date = `2026-0${month + 1}-10`
    return month % 3 === 0
      ? [
          [date, 2_100],
          [date, 18_000],
        ]
      : [[date, 2_100]]
  })
  const more: readonly Row[] = [
    ...policies,
    ['2026-07-10', 2_100],
    ['2026-07-10', 18_000],
  ]
  expect(
    found(more, '2026-07-20').map(({ minor, rhythm, places }) => ({
      minor,
      every: rhythm.every,
      count: places.length,
    })),
  ).toEqual([
    { minor: 18_000, every: 3, count: 3 },
    { minor: 2_100, every: 1, count: 7 },
  ])
})

test('two equal ones of a day are one payment of both', () => {
  const tickets = ['2026-01-02', '2026-02-02', '2026-03-02'].flatMap(
    (date): readonly Row[] => [
      [date, 4_000],
      [date, 4_000],
    ],
  )
  expect(found(tickets, '2026-03-10')).toMatchObject([
    { minor: 8_000, places: [0, 1, 2, 3, 4, 5] },
  ])
})

test('what is bought again and again is no payment, nor is what came back', () => {
  const groceries: readonly Row[] = Array.from({ length: 20 }, (_, week) => [
    addDays('2026-01-03', week * 7),
    [4_310, 8_820, 6_170, 2_900, 11_240][week % 5] ?? 0,
  ])
  expect(found(groceries, '2026-06-01')).toEqual([])
  const refunds = streaming.map(([date, minor]): Row => [date, -minor])
  expect(found(refunds, '2026-11-01')).toEqual([])
  expect(found([], '2026-11-01')).toEqual([])
})

test('whatever rule a payment follows, it is found with its next day', () => {
  const rhythm = fc.oneof(
    fc.record({
      unit: fc.constant('week' as const),
      every: fc.constantFrom(1, 2, 4),
      weekday: fc.integer({ min: 1, max: 7 }),
    }),
    fc.record({
      unit: fc.constant('month' as const),
      every: fc.constantFrom(1, 2, 3, 4, 6, 12),
      monthDay: fc.constantFrom(1, 2, 9, 15, 20, 27, 28, 31),
    }),
  )
  fc.assert(
    fc.property(
      rhythm,
      fc.nat(3_000),
      fc.integer({ min: 1, max: 10_000_000 }),
      (of, at, minor) => {
        const rule = ruleOf(of)
        const start =
          of.unit === 'month'
            ? `20${20 + (at % 9)}-01-${String(of.monthDay).padStart(2, '0')}`
            : addDays('2020-01-01', at)
        const all = { from: start, to: '2060-01-01' }
        // Enough of them that February has had its say.
        const days = occurrencesIn(rule, start, all, 8)
        const last = days.at(-1) ?? start
        const [one, ...others] = found(
          days.map(day => [day, minor]),
          last,
        )
        expect(others).toEqual([])
        expect(one?.rhythm).toEqual(of)
        expect(one?.places).toHaveLength(days.length)
        expect(fromDayNumber(one?.nextDay ?? 0)).toBe(
          nextOccurrence(rule, start, addDays(last, 1)),
        )
        expect([one?.minor, one?.isFixed, one?.missed]).toEqual([
          minor,
          true,
          [],
        ])
      },
    ),
  )
})

test.each([1, 2, 4])(
  'on labelled movements of %i years it is nearly always right',
  years => {
    const measured = measureFinder(years, 25)
    // What it comes to is in docs/statistics.md; less is a step back.
    expect(measured.precision).toBeGreaterThan(0.97)
    expect(measured.recall).toBeGreaterThan(0.94)
    expect(measured.statusRight).toBeGreaterThan(0.97)
    expect(measured.risesTold).toBeGreaterThan(0.9)
  },
)
