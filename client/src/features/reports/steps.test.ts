import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dayNumber,
  fromDayNumber,
} from '@ourmoney/shared/calendar/day-number.ts'
import { daysIn } from '@ourmoney/shared/calendar/periods.ts'
import { stepsFor, stepsIn } from './steps.ts'

const counting = { firstDay: 25, weekStart: 1 }

test.each([
  ['2026-11-01', '2026-11-07', 'day'],
  ['2026-11-01', '2026-11-30', 'week'],
  ['2026-01-01', '2026-12-31', 'month'],
  ['2017-01-01', '2026-12-31', 'quarter'],
  ['1990-01-01', '2026-12-31', 'year'],
])('%s to %s is told by the %s', (from, to, usual) => {
  const steps = stepsFor({ from, to })
  expect(steps.usual).toBe(usual)
  expect(steps.all).toContain(usual)
})

test('a year is told by weeks too, not by days', () => {
  const { all } = stepsFor({ from: '2026-01-01', to: '2026-12-31' })
  expect(all).toEqual(['week', 'month', 'quarter'])
})

test('steps cover the days that are asked for, each once', () => {
  const day = fc.integer({ min: 18_000, max: 22_000 })
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 4_000 }), (first, length) => {
      const days = {
        from: fromDayNumber(first),
        to: fromDayNumber(first + length),
      }
      const { usual, all } = stepsFor(days)
      expect(all).toContain(usual)
      for (const unit of all) {
        const steps = stepsIn(days, unit, counting)
        expect(steps.length).toBeLessThanOrEqual(64)
        expect(steps[0]?.days.from).toBe(days.from)
        expect(steps.at(-1)?.days.to).toBe(days.to)
        const covered = steps.reduce((sum, step) => sum + daysIn(step.days), 0)
        expect(covered).toBe(length + 1)
        steps.slice(1).forEach((step, at) => {
          const before = steps[at]?.days.to ?? ''
          expect(dayNumber(step.days.from)).toBe(dayNumber(before) + 1)
        })
      }
    }),
  )
})
