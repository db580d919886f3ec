import { dayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import type { Columns } from '../columns.ts'

/** Of places that stand newest first those whose day is in the span. */
export function inSpan(
  { day }: Columns,
  places: Int32Array,
  { from, to }: DateRange,
): Int32Array {
  return places.subarray(
    firstUntil(day, places, dayNumber(to)),
    firstUntil(day, places, dayNumber(from) - 1),
  )
}

/** Position of the first whose day is that one or an earlier one. */
function firstUntil(day: Int32Array, places: Int32Array, last: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((day[places[middle] ?? 0] ?? 0) > last) low = middle + 1
    else high = middle
  }
  return low
}
