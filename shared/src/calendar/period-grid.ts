import { assert } from '../assert.ts'
import { dayNumber } from './day-number.ts'
import type { DateRange } from './period.ts'
import {
  periodsIn,
  type CalendarUnit,
  type Counting,
  type Period,
} from './periods.ts'

/** Whole periods of one unit, one after another, and which of them a day is in. */
export type PeriodGrid = {
  readonly unit: CalendarUnit
  readonly periods: readonly Period[]
  /** Day numbers (days since 1970-01-01) of the first and the last day. */
  readonly first: number
  readonly last: number
  /** The place in `periods` of each day from `first` on. */
  readonly places: Int32Array
}

/** A ledger's days are some thousand; more than this is a mistyped year. */
const mostDays = 400_000

/** The whole periods that the days of a range are in; throws for a range of more than 400,000 days. */
export function periodGrid(
  range: DateRange,
  unit: CalendarUnit,
  counting: Counting,
): PeriodGrid {
  const days = dayNumber(range.to) - dayNumber(range.from) + 1
  assert(days <= mostDays, `Too many days: ${days}`)
  const periods = periodsIn(range, unit, counting)
  const first = dayNumber(periods[0]?.from ?? range.from)
  const last = dayNumber(periods.at(-1)?.to ?? range.to)
  const places = new Int32Array(last - first + 1)
  periods.forEach(({ from, to }, place) => {
    places.fill(place, dayNumber(from) - first, dayNumber(to) - first + 1)
  })
  return { unit, periods, first, last, places }
}

/** The place of the period that a day number is in; -1 for a day outside. */
export function placeOfDay(grid: PeriodGrid, day: number): number {
  return grid.places[day - grid.first] ?? -1
}
