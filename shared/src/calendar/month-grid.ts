import { dayNumber, fromDayNumber } from './day-number.ts'
import type { LocalDate } from './local-date.ts'
import type { DateRange } from './period.ts'
import {
  daysIntoWeek,
  periodsIn,
  type Counting,
  type Period,
} from './periods.ts'

/** A day where a calendar on a wall has it. */
export type GridDay = {
  readonly date: LocalDate
  /** Days since its week began, 0 to 6. */
  readonly column: number
  /** Weeks since that of the month's first day. */
  readonly week: number
}

export type MonthGrid = {
  readonly month: Period
  /** Those of the range only, each where it stands in the whole month. */
  readonly days: readonly GridDay[]
}

/** The ledger's months that a range touches, week below week; throws if it ends before it begins. */
export function monthGrids(
  range: DateRange,
  counting: Counting,
): readonly MonthGrid[] {
  return periodsIn(range, 'month', counting).map(month => {
    const begin = dayNumber(month.from)
    const before = daysIntoWeek(begin, counting.weekStart)
    const first = Math.max(begin, dayNumber(range.from))
    const last = Math.min(dayNumber(month.to), dayNumber(range.to))
    const days = Array.from({ length: last - first + 1 }, (_, at): GridDay => {
      const place = before + first + at - begin
      return {
        date: fromDayNumber(first + at),
        column: place % 7,
        week: Math.floor(place / 7),
      }
    })
    return { month, days }
  })
}
