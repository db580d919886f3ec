import { expect, test } from 'vitest'
import { dayNumber } from '../calendar/day-number.ts'
import { lastMonths, periodOf } from '../calendar/periods.ts'
import { findUnusualTotals } from './unusual-totals.ts'

const counting = { firstDay: 1, weekStart: 1 }
const november = periodOf('2026-11-22', 'month', counting)

type Row = readonly [date: string, minor: number, key: number]
const columns = (rows: readonly Row[]) => ({
  day: rows.map(([date]) => dayNumber(date)),
  minor: rows.map(([, minor]) => minor),
  key: rows.map(([, , key]) => key),
})

const months = Array.from(
  { length: 10 },
  (_, at) => `2026-${String(at + 1).padStart(2, '0')}`,
)
/** About 100.00 each month until October on two keys, and 900.00 on the 25th of each. */
const usual = months.flatMap((month, at): Row[] => [
  [`${month}-05`, 10_000 + at * 10, 1],
  [`${month}-05`, 10_000 - at * 10, 2],
  [`${month}-25`, 90_000, 1],
])

test('a total far from those of the months before, by the days that have come', () => {
  const rows = columns([
    ...usual,
    ['2026-11-06', 40_000, 1],
    ['2026-11-06', 10_020, 2],
    ['2026-11-28', 99_999, 2],
  ])
  const found = findUnusualTotals(rows, november, '2026-11-22', counting)
  expect(found).toMatchObject([
    { key: 1, minor: 40_000, anomaly: { usualMinor: 10_050, count: 9 } },
  ])
  // By its end the 25th is lacking of one, and the other has too much.
  const ended = findUnusualTotals(rows, november, '2026-12-01', counting)
  expect(ended.map(({ key, minor }) => [key, minor])).toEqual([
    [2, 110_019],
    [1, 40_000],
  ])
  expect(ended[1]?.anomaly.score).toBeLessThan(0)
})

test('what was there for six months is not judged, and nothing is of a period to come', () => {
  const rows = columns([
    ...usual.filter(([date]) => date >= '2026-04'),
    ['2026-11-06', 90_000, 2],
  ])
  expect(findUnusualTotals(rows, november, '2026-11-22', counting)).toEqual([])
  expect(findUnusualTotals(rows, november, '2026-10-31', counting)).toEqual([])
})

test('months that roll are the whole ones that a report lists, the days before them none of theirs', () => {
  const rows = columns([
    ...usual,
    ['2026-11-06', 40_000, 1],
    ['2026-11-06', 10_020, 2],
  ])
  const rolling = lastMonths('2026-11-22', 1)
  const found = findUnusualTotals(rows, rolling, '2026-11-22', counting)
  expect(found).toMatchObject([{ key: 1, minor: 40_000 }])
  expect(found).toEqual(
    findUnusualTotals(rows, november, '2026-11-22', counting),
  )
})
