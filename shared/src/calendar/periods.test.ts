import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, fromDayNumber } from './day-number.ts'
import { addDays } from './local-date.ts'
import { periodGrid, placeOfDay } from './period-grid.ts'
import { periodText, readPeriod } from './period-text.ts'
import {
  aYearBefore,
  calendarUnits,
  customPeriod,
  daysIn,
  daysLeft,
  lastDays,
  lastMonths,
  periodOf,
  periodsIn,
  shiftPeriod,
  type Counting,
  type Period,
} from './periods.ts'

const usual: Counting = { firstDay: 1, weekStart: 1 }

const day = fc.integer({ min: -20_000, max: 60_000 })
const date = day.map(fromDayNumber)
const counting = fc.record({
  firstDay: fc.integer({ min: 1, max: 31 }),
  weekStart: fc.integer({ min: 1, max: 7 }),
})
const unit = fc.constantFrom(...calendarUnits)

/** A period of any sort, with how it was counted. */
const anyPeriod = counting.chain(by =>
  fc
    .oneof(
      fc.tuple(date, unit).map(([on, of]) => periodOf(on, of, by)),
      fc.tuple(day, fc.nat(900)).map(([first, more]) =>
        customPeriod({
          from: fromDayNumber(first),
          to: fromDayNumber(first + more),
        }),
      ),
      fc
        .tuple(date, fc.integer({ min: 1, max: 800 }))
        .map(([until, days]) => lastDays(until, days)),
      fc
        .tuple(date, fc.integer({ min: 1, max: 40 }))
        .map(([until, months]) => lastMonths(until, months)),
    )
    .map(period => ({ period, by })),
)

function range({ from, to }: Period): string {
  return `${from} ${to}`
}

test.each([
  // Sunday 2026-11-22: the week of Monday 16, the one of Sunday 22.
  ['2026-11-22', 'week', 1, 1, '2026-11-16 2026-11-22'],
  ['2026-11-22', 'week', 1, 7, '2026-11-22 2026-11-28'],
  ['2026-11-22', 'week', 1, 6, '2026-11-21 2026-11-27'],
  ['1969-12-31', 'week', 1, 1, '1969-12-29 1970-01-04'],
  ['2026-11-22', 'month', 1, 1, '2026-11-01 2026-11-30'],
  ['2026-11-22', 'month', 25, 1, '2026-10-25 2026-11-24'],
  ['2026-11-25', 'month', 25, 1, '2026-11-25 2026-12-24'],
  ['2026-02-27', 'month', 31, 1, '2026-01-31 2026-02-27'],
  ['2026-02-28', 'month', 31, 1, '2026-02-28 2026-03-30'],
  ['2028-02-28', 'month', 31, 1, '2028-01-31 2028-02-28'],
  ['2028-02-29', 'month', 30, 1, '2028-02-29 2028-03-29'],
  ['2026-11-22', 'quarter', 1, 1, '2026-10-01 2026-12-31'],
  ['2026-01-10', 'quarter', 25, 1, '2025-10-25 2026-01-24'],
  ['2026-11-22', 'year', 1, 1, '2026-01-01 2026-12-31'],
  ['2026-01-24', 'year', 25, 1, '2025-01-25 2026-01-24'],
] as const)(
  'R30 %s is in the %s (first day %i, weeks from %i) %s',
  (on, of, firstDay, weekStart, expected) => {
    expect(range(periodOf(on, of, { firstDay, weekStart }))).toBe(expected)
  },
)

test('R30 periods tile time: every day is in exactly one, and the next begins where it ends', () => {
  fc.assert(
    fc.property(date, unit, counting, (on, of, by) => {
      const period = periodOf(on, of, by)
      expect(period.from <= on && on <= period.to).toBe(true)
      expect(periodOf(period.from, of, by)).toEqual(period)
      expect(periodOf(period.to, of, by)).toEqual(period)
      expect(periodOf(addDays(period.to, 1), of, by)).toEqual(
        shiftPeriod(period, 1, by),
      )
    }),
  )
})

test('neighbours of any period meet without a gap or an overlap', () => {
  fc.assert(
    fc.property(anyPeriod, ({ period, by }) => {
      const next = shiftPeriod(period, 1, by)
      const last = shiftPeriod(period, -1, by)
      expect(next.from).toBe(addDays(period.to, 1))
      expect(addDays(last.to, 1)).toBe(period.from)
      expect(shiftPeriod(next, -1, by)).toEqual(period)
      expect(shiftPeriod(period, 0, by)).toEqual(period)
      expect(shiftPeriod(shiftPeriod(period, -2, by), -3, by)).toEqual(
        shiftPeriod(period, -5, by),
      )
    }),
  )
})

test('months of a household are those of the year, whatever they begin with', () => {
  fc.assert(
    fc.property(date, counting, (on, by) => {
      const year = periodOf(on, 'year', by)
      const months = periodsIn(year, 'month', by)
      const quarters = periodsIn(year, 'quarter', by)
      expect(months).toHaveLength(12)
      expect(quarters).toHaveLength(4)
      const days = months.reduce((sum, month) => sum + daysIn(month), 0)
      expect(days).toBe(daysIn(year))
      expect([months[0]?.from, months[11]?.to]).toEqual([year.from, year.to])
      expect(quarters.map(range)).toEqual(
        [0, 3, 6, 9].map(at => `${months[at]?.from} ${months[at + 2]?.to}`),
      )
    }),
  )
})

test.each([
  ['month', '2026-11-22', '2025-11-01 2025-11-30'],
  ['month', '2028-02-10', '2027-02-01 2027-02-28'],
  ['quarter', '2026-11-22', '2025-10-01 2025-12-31'],
  ['year', '2026-11-22', '2025-01-01 2025-12-31'],
  // Monday to Sunday again, 364 days before.
  ['week', '2026-11-22', '2025-11-17 2025-11-23'],
  ['day', '2026-11-22', '2025-11-23 2025-11-23'],
] as const)('a %s of %s was a year before %s', (of, on, expected) => {
  expect(range(aYearBefore(periodOf(on, of, usual), usual))).toBe(expected)
})

test('what is no unit of the calendar was a year before, as long as it is', () => {
  const custom = customPeriod({ from: '2028-02-29', to: '2028-03-02' })
  expect(range(aYearBefore(custom, usual))).toBe('2027-02-28 2027-03-02')
  const days = lastDays('2028-02-29', 30)
  expect(range(days)).toBe('2028-01-31 2028-02-29')
  expect(range(aYearBefore(days, usual))).toBe('2027-01-30 2027-02-28')
  const months = lastMonths('2026-03-31', 1)
  expect(range(months)).toBe('2026-03-01 2026-03-31')
  expect(range(shiftPeriod(months, -1, usual))).toBe('2026-02-01 2026-02-28')
  expect(range(aYearBefore(months, usual))).toBe('2025-03-01 2025-03-31')
  fc.assert(
    fc.property(anyPeriod, ({ period, by }) => {
      const before = aYearBefore(period, by)
      expect(dayNumber(before.to)).toBeGreaterThanOrEqual(
        dayNumber(period.to) - 368,
      )
      expect(dayNumber(before.to)).toBeLessThanOrEqual(
        dayNumber(period.to) - 362,
      )
    }),
  )
})

test('days left count today, and none of what is over', () => {
  const november = periodOf('2026-11-22', 'month', usual)
  expect(daysLeft(november, '2026-11-22')).toBe(9)
  expect(daysLeft(november, '2026-11-30')).toBe(1)
  expect(daysLeft(november, '2026-12-01')).toBe(0)
  expect(daysLeft(november, '2026-10-01')).toBe(30)
})

test('R30 days are plain: where clocks go forward or back a month has no hour less', () => {
  // Summer time in Lisbon began on 2026-03-29 and ended on 2026-10-25.
  expect(daysIn(periodOf('2026-03-29', 'month', usual))).toBe(31)
  expect(daysIn(periodOf('2026-10-25', 'month', usual))).toBe(31)
  expect(daysIn(periodOf('2026-10-25', 'week', usual))).toBe(7)
})

test('a grid tells of each day what it is in', () => {
  fc.assert(
    fc.property(day, fc.nat(800), unit, counting, (first, more, of, by) => {
      const days = {
        from: fromDayNumber(first),
        to: fromDayNumber(first + more),
      }
      const grid = periodGrid(days, of, by)
      expect(grid.first <= first && first + more <= grid.last).toBe(true)
      for (const on of [grid.first, first, first + more, grid.last]) {
        expect(grid.periods[placeOfDay(grid, on)]).toEqual(
          periodOf(fromDayNumber(on), of, by),
        )
      }
      expect(placeOfDay(grid, grid.first - 1)).toBe(-1)
      expect(placeOfDay(grid, grid.last + 1)).toBe(-1)
    }),
  )
})

test.each([
  ['2026', 'year', '2026-01-01 2026-12-31'],
  ['2026-Q4', 'quarter', '2026-10-01 2026-12-31'],
  ['2026-11', 'month', '2026-11-01 2026-11-30'],
  ['week-2026-11-22', 'week', '2026-11-16 2026-11-22'],
  ['2026-11-22', 'day', '2026-11-22 2026-11-22'],
  ['2026-11-03..2026-11-19', 'custom', '2026-11-03 2026-11-19'],
  ['last-7-days', 'rolling-days', '2026-11-16 2026-11-22'],
  ['last-6-months', 'rolling-months', '2026-05-23 2026-11-22'],
])('%s in an address is a %s: %s', (text, unit, expected) => {
  const read = readPeriod(text, '2026-11-22', usual)
  expect(read.ok && [read.value.unit, range(read.value)]).toEqual([
    unit,
    expected,
  ])
})

test.each([
  '',
  'november',
  '2026-13',
  '2026-Q5',
  'week-2026-02-30',
  '2026-02-30',
  '2026-11-19..2026-11-03',
  'last-0-days',
  'last-99999-days',
  'last-2000-months',
])('“%s” is no period', text => {
  expect(readPeriod(text, '2026-11-22', usual)).toEqual({
    ok: false,
    failure: 'not-a-period',
  })
})

test('an address gives the same days again', () => {
  fc.assert(
    fc.property(anyPeriod, ({ period, by }) => {
      const today = period.to
      const again = readPeriod(periodText(period, today, by), today, by)
      expect(again.ok && range(again.value)).toBe(range(period))
      const later = addDays(today, 5)
      const kept = readPeriod(periodText(period, later, by), later, by)
      expect(kept.ok && range(kept.value)).toBe(range(period))
    }),
  )
})

test('a household that counts as nobody does is our own mistake', () => {
  const bad = { firstDay: 32, weekStart: 1 }
  expect(() => periodOf('2026-11-22', 'month', bad)).toThrow('first day')
  expect(() => lastDays('2026-11-22', 0)).toThrow('days')
  expect(() => customPeriod({ from: '2026-11-02', to: '2026-11-01' })).toThrow(
    'before',
  )
})
