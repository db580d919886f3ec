import { expect, test } from 'vitest'
import { homePeriods } from './home-periods.ts'
import { figuresOf } from './figures.ts'

const sums = (incomeMinor: number, expenseMinor: number, count = 1) => ({
  from: '2026-11-01',
  to: '2026-11-30',
  incomeMinor,
  expenseMinor,
  count,
  missing: [],
  income: [],
  expense: [],
  counts: [],
})

test('what is left, spent, earned and saved, beside a month before and a year before', () => {
  expect(
    figuresOf(sums(200_000, 150_000), [
      sums(200_000, 120_000),
      sums(0, 40_000),
      // Before the book began.
      sums(0, 0, 0),
    ]),
  ).toEqual([
    { id: 'left', value: 50_000, changes: [-30_000, 90_000, undefined] },
    { id: 'spent', value: 150_000, changes: [30_000, 110_000, undefined] },
    { id: 'income', value: 200_000, changes: [0, 200_000, undefined] },
    // A quarter instead of two fifths; of nothing that came in nothing is saved.
    { id: 'saved', value: 2_500, changes: [-1_500, undefined, undefined] },
  ])
})

test('a month that is under way stands beside as many days, from the day that months begin with', () => {
  const { period, daysLeft, spans } = homePeriods('2026-11-22', {
    firstDay: 10,
    weekStart: 1,
  })
  expect(period).toMatchObject({ from: '2026-11-10', to: '2026-12-09' })
  expect(daysLeft).toBe(18)
  expect(spans).toEqual([
    { from: '2026-11-10', to: '2026-12-09' },
    { from: '2026-10-10', to: '2026-10-22' },
    { from: '2025-11-10', to: '2025-11-22' },
  ])
})
