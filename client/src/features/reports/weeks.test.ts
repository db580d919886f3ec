import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  daysIn,
  lastMonths,
  periodOf,
} from '@ourmoney/shared/calendar/periods.ts'
import { daysOf } from '@ourmoney/shared/report/days-of.ts'
import { monthWeeks, recurringWeeks } from './weeks.ts'

const counting = { firstDay: 1, weekStart: 1 }
const autumn = daysOf(lastMonths('2026-11-22', 3), counting)

test('a month has four weeks and the days that are left, February four', () => {
  const november = periodOf('2026-11-22', 'month', counting)
  expect(monthWeeks(november, counting).map(({ days }) => days)).toEqual([
    { from: '2026-11-01', to: '2026-11-07' },
    { from: '2026-11-08', to: '2026-11-14' },
    { from: '2026-11-15', to: '2026-11-21' },
    { from: '2026-11-22', to: '2026-11-28' },
    { from: '2026-11-29', to: '2026-11-30' },
  ])
  const february = periodOf('2026-02-03', 'month', counting)
  expect(monthWeeks(february, counting)).toHaveLength(4)
})

test('weeks cover their months, whatever day those begin with', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 31 }), firstDay => {
      const own = { firstDay, weekStart: 1 }
      const days = daysOf(lastMonths('2026-11-22', 6), own)
      const weeks = monthWeeks(days, own)
      const sum = weeks.reduce((all, week) => all + daysIn(week.days), 0)
      expect(sum).toBe(daysIn(days))
    }),
  )
})

test('what was spent in the same week of every month recurs', () => {
  const weeks = monthWeeks(autumn, counting)
  expect(weeks).toHaveLength(15)
  const rent = weeks.map(({ week }) => (week === 0 ? 800 : 0))
  expect(recurringWeeks(weeks, rent)).toEqual(new Set([0]))
  // Not in October.
  const missed = rent.map((minor, at) => (at === 5 ? 0 : minor))
  expect(recurringWeeks(weeks, missed)).toEqual(new Set())
})

test('nothing of one month alone recurs', () => {
  const weeks = monthWeeks(periodOf('2026-11-22', 'month', counting), counting)
  expect(recurringWeeks(weeks, [1, 1, 1, 1, 1])).toEqual(new Set())
})
