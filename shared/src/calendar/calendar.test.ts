import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, fromDayNumber } from './day-number.ts'
import { addDays, dateInZone, isLocalDate, minuteInZone } from './local-date.ts'
import { monthOf, periodRange, shiftMonth } from './period.ts'

const day = fc.integer({ min: -20_000, max: 60_000 })
const firstDay = fc.integer({ min: 1, max: 31 })

test('R30 a month runs from its first day to the day before the next', () => {
  expect(periodRange('2026-11', 1)).toEqual({
    from: '2026-11-01',
    to: '2026-11-30',
  })
  expect(periodRange('2026-11', 25)).toEqual({
    from: '2026-11-25',
    to: '2026-12-24',
  })
  expect(periodRange('2028-01', 31)).toEqual({
    from: '2028-01-31',
    to: '2028-02-28',
  })
  expect(periodRange('2026', 1)).toEqual({
    from: '2026-01-01',
    to: '2026-12-31',
  })
})

test('R30 every day is in exactly the month that it belongs to', () => {
  fc.assert(
    fc.property(day, firstDay, (number, first) => {
      const date = fromDayNumber(number)
      const { from, to } = periodRange(monthOf(date, first), first)
      expect(from <= date && date <= to).toBe(true)
      const next = periodRange(shiftMonth(monthOf(date, first), 1), first)
      expect(addDays(to, 1)).toBe(next.from)
    }),
  )
})

test('day numbers and dates are two names of one thing', () => {
  fc.assert(
    fc.property(day, number => {
      expect(dayNumber(fromDayNumber(number))).toBe(number)
      expect(addDays(fromDayNumber(number), 1)).toBe(fromDayNumber(number + 1))
    }),
  )
})

test('R30 an instant falls on the day of the ledger, not of the device', () => {
  const late = Date.UTC(2026, 10, 22, 23, 30)
  expect(dateInZone(late, 'Europe/Lisbon')).toBe('2026-11-22')
  expect(dateInZone(late, 'Asia/Tokyo')).toBe('2026-11-23')
  expect(dateInZone(late, 'America/Sao_Paulo')).toBe('2026-11-22')
})

test('an instant is minutes after midnight, by the zone and its summer time', () => {
  const instant = Date.UTC(2026, 6, 1, 23, 30)
  expect(minuteInZone(instant, 'UTC')).toBe(23 * 60 + 30)
  expect(minuteInZone(instant, 'Europe/Lisbon')).toBe(30)
  expect(minuteInZone(instant, 'Asia/Kolkata')).toBe(5 * 60)
})

test('R30 29 February is a day in leap years only', () => {
  expect(isLocalDate('2028-02-29')).toBe(true)
  expect(isLocalDate('2026-02-29')).toBe(false)
  expect(isLocalDate('2026-2-9')).toBe(false)
  expect(isLocalDate('yesterday')).toBe(false)
})

test('months count over the year', () => {
  expect(shiftMonth('2026-01', -1)).toBe('2025-12')
  expect(shiftMonth('2026-11', 14)).toBe('2028-01')
})
