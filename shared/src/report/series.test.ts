import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber } from '../calendar/day-number.ts'
import { periodGrid } from '../calendar/period-grid.ts'
import {
  PeriodSeries,
  runningTotals,
  seriesOf,
  totalsByGroup,
} from './series.ts'

const usual = { firstDay: 1, weekStart: 1 }
const autumn = { from: '2026-09-01', to: '2026-11-30' }
const months = periodGrid(autumn, 'month', usual)

/** Groceries are 1, rent is 2, and 0 has no category. */
const movements = {
  day: [
    '2026-09-01',
    '2026-09-30',
    '2026-10-01',
    '2026-10-31',
    '2026-11-15',
    '2026-11-15',
    '2026-12-01',
  ].map(dayNumber),
  minor: [5_000, 70_000, 6_000, 70_000, -1_500, 250, 99],
  key: [1, 2, 1, 2, 1, 0, 1],
}

test('what each month came to, by category', () => {
  const series = seriesOf(movements, months)
  expect(series.keys).toEqual([0, 1, 2])
  expect([...series.of(1).minors]).toEqual([5_000, 6_000, -1_500])
  expect([...series.of(1).counts]).toEqual([1, 1, 1])
  expect([...series.of(2).minors]).toEqual([70_000, 70_000, 0])
  expect([...series.of(0).minors]).toEqual([0, 0, 250])
  expect([...series.of(77).minors]).toEqual([0, 0, 0])
  expect([...series.whole.minors]).toEqual([75_000, 76_000, -1_250])
  expect(series.outside).toEqual({ minor: 99, count: 1 })
})

test('only the rows that are asked for', () => {
  const series = seriesOf(movements, months, [1, 4])
  expect([...series.whole.minors]).toEqual([70_000, 0, -1_500])
})

test('a group is all that belongs to it', () => {
  const series = seriesOf(movements, months)
  const groups = totalsByGroup(series, key => (key === 0 ? 0 : 9))
  expect([...groups.keys()]).toEqual([0, 9])
  expect([...(groups.get(9)?.minors ?? [])]).toEqual([75_000, 76_000, -1_500])
  expect([...(groups.get(9)?.counts ?? [])]).toEqual([2, 2, 1])
})

test('a balance is what has come together', () => {
  expect([...runningTotals([5, -7, 0, 3], 10)]).toEqual([15, 8, 8, 11])
  expect([...runningTotals([])]).toEqual([])
})

const first = months.first - 20
const movement = fc.record({
  day: fc.integer({ min: first, max: months.last + 20 }),
  minor: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  key: fc.nat(5),
})

/** Each edit takes one that is there away, changes it, or adds one. */
const edits = fc.array(
  fc.oneof(
    fc.record({ add: movement }),
    fc.record({ take: fc.nat() }),
    fc.record({ change: fc.nat(), into: movement }),
  ),
  { maxLength: 60 },
)

test('after any edits it is what it would be from scratch', () => {
  fc.assert(
    fc.property(edits, steps => {
      const series = new PeriodSeries(months)
      const there: { day: number; minor: number; key: number }[] = []
      const take = (pick: number) => {
        const [gone] = there.splice(pick % Math.max(1, there.length), 1)
        if (gone) series.take(gone.day, gone.minor, gone.key)
      }
      const add = (one: (typeof there)[number]) => {
        there.push(one)
        series.add(one.day, one.minor, one.key)
      }
      for (const step of steps) {
        if ('add' in step) add(step.add)
        else if ('take' in step) take(step.take)
        else {
          take(step.change)
          add(step.into)
        }
      }
      const scratch = seriesOf(
        {
          day: there.map(({ day }) => day),
          minor: there.map(({ minor }) => minor),
          key: there.map(({ key }) => key),
        },
        months,
      )
      expect(told(series)).toEqual(told(scratch))
    }),
  )
})

function told(series: PeriodSeries) {
  const { whole, outside, keys } = series
  return { whole, outside, keys: keys.map(key => [key, series.of(key)]) }
}

test('parts sum to the whole, by key, group and finer period', () => {
  fc.assert(
    fc.property(fc.array(movement), all => {
      const columns = {
        day: all.map(({ day }) => day),
        minor: all.map(({ minor }) => minor),
        key: all.map(({ key }) => key),
      }
      const series = seriesOf(columns, months)
      const groups = [...totalsByGroup(series, key => key % 2).values()]
      const days = seriesOf(columns, periodGrid(autumn, 'day', usual))
      months.periods.forEach((_, place) => {
        const of = ({ minors }: { minors: Float64Array }) => minors[place] ?? 0
        const keys = series.keys.map(key => of(series.of(key)))
        expect(sum(keys)).toBe(of(series.whole))
        expect(sum(groups.map(of))).toBe(of(series.whole))
      })
      expect(sum([...series.whole.minors])).toBe(sum([...days.whole.minors]))
      expect(sum([...series.whole.minors, series.outside.minor])).toBe(
        sum(columns.minor),
      )
      expect(series.outside).toEqual(days.outside)
    }),
  )
})

function sum(minors: readonly number[]): number {
  return minors.reduce((all, minor) => all + minor, 0)
}

test('what is not whole, too large or was never there is our own mistake', () => {
  const series = new PeriodSeries(months)
  expect(() => series.add(months.first, 0.5, 1)).toThrow('whole')
  series.add(months.first, Number.MAX_SAFE_INTEGER, 1)
  expect(() => series.add(months.first, 1, 1)).toThrow('Beyond')
  expect(() => series.take(months.first, 1, 2)).toThrow('never added')
})
