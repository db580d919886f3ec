import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, fromDayNumber } from '../calendar/day-number.ts'
import { lastMonths, periodOf } from '../calendar/periods.ts'
import { forecastBalance } from './balance-forecast.ts'
import { dayTotals, sumOfDays } from './day-totals.ts'
import { findRecurring } from './find-recurring.ts'
import { foundFlow, knownItem } from './item-flows.ts'
import { forecastPeriodEnd } from './period-end.ts'

const usual = { firstDay: 1, weekStart: 1 }

test('days are summed at once', () => {
  const totals = dayTotals({ day: [5, 3, 5, 9], minor: [10, 1, -4, 100] }, 8)
  expect(totals.first).toBe(3)
  expect(sumOfDays(totals, 3, 5)).toBe(7)
  expect(sumOfDays(totals, 4, 4)).toBe(0)
  expect(sumOfDays(totals, 0, 100)).toBe(7)
  expect(sumOfDays(totals, 6, 5)).toBe(0)
  expect(sumOfDays(dayTotals({ day: [], minor: [] }, 8), 0, 9)).toBe(0)
})

test('spans that follow one another sum to the whole', () => {
  const rows = fc.array(
    fc.record({
      day: fc.integer({ min: 100, max: 200 }),
      minor: fc.integer({ min: -1_000, max: 1_000 }),
    }),
  )
  const cut = fc.integer({ min: 90, max: 210 })
  fc.assert(
    fc.property(rows, cut, (all, at) => {
      const flow = {
        day: all.map(({ day }) => day),
        minor: all.map(({ minor }) => minor),
      }
      const totals = dayTotals(flow, 200)
      const whole = all.reduce((sum, { minor }) => sum + minor, 0)
      expect(sumOfDays(totals, 90, at - 1) + sumOfDays(totals, at, 210)).toBe(
        whole,
      )
    }),
  )
})

/** Ten a day for two years, and 500 of rent on the 25th. */
const first = dayNumber('2024-11-01')
const today = dayNumber('2026-11-22')
const daily = Array.from({ length: today - first + 1 }, (_, at) => ({
  day: first + at,
  minor: 10,
}))
const rents = daily
  .filter(({ day }) => fromDayNumber(day).endsWith('-25'))
  .map(({ day }) => ({ day, minor: 500 }))
const rows = [...daily, ...rents]
const flow = {
  day: rows.map(({ day }) => day),
  minor: rows.map(({ minor }) => minor),
}

test('a month that has come so far, and what its last days come to', () => {
  const month = periodOf('2026-11-22', 'month', usual)
  const { soFarMinor, rest } = forecastPeriodEnd(
    flow,
    month,
    '2026-11-22',
    usual,
  )
  expect(soFarMinor).toBe(220)
  // Eight days of ten, and the rent: the 25th is among the last eight of every month.
  expect(rest).toMatchObject({
    outcome: 'forecast',
    points: [{ minor: 580, low80: 580, high80: 580 }],
  })
})

test('months that roll are whole ones, and what is left of the last is to come', () => {
  const told = (months: number) =>
    forecastPeriodEnd(
      flow,
      lastMonths('2026-11-22', months),
      '2026-11-22',
      usual,
    )
  expect(told(1)).toMatchObject({
    soFarMinor: 220,
    rest: { points: [{ minor: 580 }] },
  })
  // From 1 September on: 83 days of ten, and two rents.
  expect(told(3)).toMatchObject({
    soFarMinor: 1_830,
    rest: { outcome: 'too-little-data', has: 7 },
  })
})

test('a month that is over has nothing to come, and a new book too little', () => {
  const month = periodOf('2026-11-22', 'month', usual)
  expect(forecastPeriodEnd(flow, month, '2026-11-30', usual)).toEqual({
    soFarMinor: 220,
    rest: { outcome: 'over' },
  })
  const late = { day: [today - 100, today], minor: [5, 7] }
  // Of four months three are whole: August began before there was anything.
  expect(forecastPeriodEnd(late, month, '2026-11-22', usual)).toEqual({
    soFarMinor: 7,
    rest: { outcome: 'too-little-data', has: 2, needs: 12 },
  })
})

test('a balance goes on as it did, month by month', () => {
  const told = forecastBalance(flow, 10_000, '2026-11-22', 3)
  expect(told).toMatchObject({
    outcome: 'forecast',
    days: ['2026-12-22', '2027-01-22', '2027-02-22'],
  })
  if (told.outcome !== 'forecast') return
  const minors = told.points.map(({ minor }) => minor)
  // 30, 31 and 31 days of ten, and 500 each month; a day more or less is not foretold.
  minors.forEach((minor, at) => {
    const expected = 10_000 + ([800, 1_610, 2_420][at] ?? 0)
    expect(Math.abs(minor - expected)).toBeLessThanOrEqual(20 * (at + 1))
  })
})

test('a balance of a new book is not foretold', () => {
  const late = { day: [today - 100, today], minor: [5, 7] }
  expect(forecastBalance(late, 0, '2026-11-22', 12)).toEqual({
    outcome: 'too-little-data',
    has: 3,
    needs: 17,
  })
})

test('a payment that was found is known by months, past and ahead', () => {
  const movements = {
    day: rents.map(({ day }) => day),
    minor: rents.map(({ minor }) => minor),
    key: rents.map(() => 1),
  }
  const [rent] = findRecurring(movements, today)
  if (rent === undefined) throw new Error('Not found')
  const until = dayNumber('2027-01-31')
  const item = foundFlow(rent, movements, until, -1)
  const spans = ['2026-09', '2026-10', '2026-11', '2026-12', '2027-01'].map(
    month => ({
      from: dayNumber(`${month}-01`),
      to: dayNumber(`${month}-28`),
    }),
  )
  expect(knownItem(item, spans, 2)).toEqual({
    minors: [-500, -500],
    due: [1, 1, 1, 1, 1],
    nextMinor: undefined,
  })
  const stopped = { ...rent, status: 'stopped' as const }
  const gone = foundFlow(stopped, movements, until, -1)
  expect(knownItem(gone, spans, 2).due).toEqual([1, 1, 0, 0, 0])
})
