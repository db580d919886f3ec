import { expect, test } from 'vitest'
import { lastMonths, periodOf } from '../calendar/periods.ts'
import { comparedWith } from './compared.ts'

const counting = { firstDay: 1, weekStart: 1 }
const november = periodOf('2026-11-22', 'month', counting)

test('a period that is over is compared with all of the one before', () => {
  expect(
    comparedWith(november, 'before', '2026-12-01', counting)?.days,
  ).toEqual({ from: '2026-10-01', to: '2026-10-31' })
  expect(comparedWith(november, 'year', '2026-12-01', counting)?.days).toEqual({
    from: '2025-11-01',
    to: '2025-11-30',
  })
})

test('one that is under way is compared up to the day that it has come to', () => {
  expect(
    comparedWith(november, 'before', '2026-11-22', counting)?.days,
  ).toEqual({ from: '2026-10-01', to: '2026-10-22' })
  const march = periodOf('2026-03-30', 'month', counting)
  expect(comparedWith(march, 'before', '2026-03-30', counting)?.days).toEqual({
    from: '2026-02-01',
    to: '2026-02-28',
  })
})

test('months that roll are whole ones on both sides', () => {
  const year = lastMonths('2026-11-22', 12)
  expect(comparedWith(year, 'before', '2026-11-30', counting)?.days).toEqual({
    from: '2024-12-01',
    to: '2025-11-30',
  })
})

test('without a comparison there is nothing to compare with', () => {
  expect(comparedWith(november, 'none', '2026-11-22', counting)).toBeUndefined()
})
