import { expect, test } from 'vitest'
import { dayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import { monthSpans } from './month-spans.ts'

function aDay(date: string, start: number, expenseMinor: number) {
  return {
    day: dayNumber(date),
    start,
    count: 1,
    incomeMinor: 0,
    expenseMinor,
  }
}

test('gathers days into months and adds them up', () => {
  const days = [
    aDay('2026-11-22', 0, 500),
    aDay('2026-11-01', 1, 250),
    aDay('2026-09-30', 2, 100),
  ]
  const spans = monthSpans(days, { firstDay: 1 })
  expect(
    spans.map(({ month, start, count, expenseMinor }) => [
      month,
      start,
      count,
      expenseMinor,
    ]),
  ).toEqual([
    ['2026-11', 0, 2, 750],
    ['2026-09', 2, 1, 100],
  ])
})

test('a month leaves out what its days leave out', () => {
  const dollars = (count: number) => [{ currency: 'USD', count }]
  const days = [
    { ...aDay('2026-11-22', 0, 0), missing: dollars(2) },
    aDay('2026-11-21', 1, 0),
    { ...aDay('2026-11-20', 2, 0), missing: dollars(1) },
    aDay('2026-10-01', 3, 0),
  ]
  const spans = monthSpans(days, { firstDay: 1 })
  expect(spans.map(({ missing }) => missing)).toEqual([dollars(3), []])
})

test('counts the days of a month from its first day on', () => {
  const days = [aDay('2026-11-25', 0, 1), aDay('2026-11-24', 1, 2)]
  const spans = monthSpans(days, { firstDay: 25 })
  expect(spans).toHaveLength(2)
})
