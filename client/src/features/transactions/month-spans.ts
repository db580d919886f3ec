import { monthOf } from '@ourmoney/shared/calendar/period.ts'
import type { DaySpan } from '../../data/ledger.ts'

/** A month among the rows of a list that is ordered by date. */
export type MonthSpan = {
  readonly month: string
  /** Its first row. */
  readonly start: number
  readonly count: number
  readonly currency: string
  readonly incomeMinor: number
  readonly expenseMinor: number
}

type Book = { readonly firstDay: number; readonly currency: string }

/** Days, in either order, gathered into the ledger's months. */
export function monthSpans(
  days: readonly DaySpan[],
  { firstDay, currency }: Book,
): readonly MonthSpan[] {
  const spans: MonthSpan[] = []
  for (const { date, start, count, incomeMinor, expenseMinor } of days) {
    const month = monthOf(date, firstDay)
    const last = spans.at(-1)
    if (last?.month === month) {
      spans[spans.length - 1] = {
        ...last,
        count: last.count + count,
        incomeMinor: last.incomeMinor + incomeMinor,
        expenseMinor: last.expenseMinor + expenseMinor,
      }
    } else {
      spans.push({ month, start, count, currency, incomeMinor, expenseMinor })
    }
  }
  return spans
}
