import { expect, test } from 'vitest'
import { monthSpans } from './month-spans.ts'

function aDay(date: string, start: number, expenseMinor: number) {
  return { date, start, count: 1, incomeMinor: 0, expenseMinor }
}

test('gathers days into months and adds them up', () => {
  const days = [
    aDay('2026-11-22', 0, 500),
    aDay('2026-11-01', 1, 250),
    aDay('2026-09-30', 2, 100),
  ]
  const spans = monthSpans(days, { firstDay: 1, currency: 'EUR' })
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

test('counts the days of a month from its first day on', () => {
  const days = [aDay('2026-11-25', 0, 1), aDay('2026-11-24', 1, 2)]
  const spans = monthSpans(days, { firstDay: 25, currency: 'EUR' })
  expect(spans).toHaveLength(2)
})
