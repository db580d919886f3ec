import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import type { ReportAsk } from './ask.ts'

/** The days of a report, and those that they are compared with. */
export function spansOf({
  days,
  before,
}: Pick<ReportAsk, 'days' | 'before'>): readonly DateRange[] {
  return before === undefined ? [days] : [days, before.days]
}

/** An answer stays on screen until the next is there; it may be of other days. */
export function isOfSpans(
  answer: { readonly spans: readonly DateRange[] } | undefined,
  spans: readonly DateRange[],
): boolean {
  return (
    answer?.spans.length === spans.length &&
    spans.every(({ from, to }, at) => {
      const found = answer.spans[at]
      return found?.from === from && found.to === to
    })
  )
}
