import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, fromDayNumber } from './day-number.ts'
import { monthGrids } from './month-grid.ts'
import { daysIn } from './periods.ts'

const counting = { firstDay: 1, weekStart: 1 }

test('a month stands as on a wall: its 1st on its weekday, a new week below', () => {
  const november = { from: '2026-11-01', to: '2026-11-30' }
  const [grid] = monthGrids(november, counting)
  const placeOf = (date: string) => {
    const day = grid?.days.find(each => each.date === date)
    return [day?.week, day?.column]
  }
  // The 1st is a Sunday, the last day of a week that begins on Monday.
  expect(placeOf('2026-11-01')).toEqual([0, 6])
  expect(placeOf('2026-11-02')).toEqual([1, 0])
  expect(placeOf('2026-11-30')).toEqual([5, 0])
  const [american] = monthGrids(november, { ...counting, weekStart: 7 })
  expect(american?.days[0]).toEqual({ date: '2026-11-01', column: 0, week: 0 })
  // A leap day, and a month that begins with payday.
  const leap = monthGrids({ from: '2028-02-29', to: '2028-02-29' }, counting)
  expect(leap[0]?.days).toEqual([{ date: '2028-02-29', column: 1, week: 4 }])
  const [payday] = monthGrids(
    { from: '2026-10-31', to: '2026-11-01' },
    { ...counting, firstDay: 31 },
  )
  expect(payday?.days).toEqual([
    { date: '2026-10-31', column: 5, week: 0 },
    { date: '2026-11-01', column: 6, week: 0 },
  ])
})

test('every day of a range stands once, in its order, on its weekday', () => {
  const day = fc.integer({
    min: dayNumber('2023-12-01'),
    max: dayNumber('2028-03-05'),
  })
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 420 }),
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1, max: 7 }),
      (first, more, firstDay, weekStart) => {
        const range = {
          from: fromDayNumber(first),
          to: fromDayNumber(first + more),
        }
        const grids = monthGrids(range, { firstDay, weekStart })
        const days = grids.flatMap(grid => grid.days)
        expect(days.map(({ date }) => date)).toEqual(
          Array.from({ length: daysIn(range) }, (_, at) =>
            fromDayNumber(first + at),
          ),
        )
        for (const { date, column } of days) {
          const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7
          expect((weekStart - 1 + column) % 7).toBe(weekday - 1)
        }
        for (const grid of grids) {
          const places = grid.days.map(({ week, column }) => week * 7 + column)
          expect(new Set(places).size).toBe(places.length)
          expect(places).toEqual(places.toSorted((a, b) => a - b))
        }
      },
    ),
  )
})
