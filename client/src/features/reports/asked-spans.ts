import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import type { ReportAsk } from './ask.ts'

/** The days of a report, and those that they are compared with. */
export function spansOf({
  days,
  before,
}: Pick<ReportAsk, 'days' | 'before'>): readonly DateRange[] {
  return before === undefined ? [days] : [days, before.days]
}
