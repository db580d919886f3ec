import {
  monthOf,
  periodRange,
  shiftMonth,
  type DateRange,
} from '../calendar/period.ts'
import type { Counting, Period } from '../calendar/periods.ts'

/**
 * The days that a report counts for a period. So many months that roll are
 * whole ones, the current among them: half a month at either end would stand
 * beside whole ones.
 */
export function daysOf(period: Period, { firstDay }: Counting): DateRange {
  const { unit, from, to } = period
  if (unit !== 'rolling-months') return { from, to }
  const last = monthOf(to, firstDay)
  const first = shiftMonth(last, 1 - period.months)
  return {
    from: periodRange(first, firstDay).from,
    to: periodRange(last, firstDay).to,
  }
}
