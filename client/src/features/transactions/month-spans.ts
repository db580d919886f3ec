import { monthOf } from '@ourmoney/shared/calendar/period.ts'
import {
  addMissing,
  type MissingRates,
} from '@ourmoney/shared/report/base-totals.ts'
import type { DaySpan } from '../../data/views/transactions.ts'

/** A month among the rows of a list that is ordered by date. */
export type MonthSpan = {
  readonly month: string
  /** Its first row. */
  readonly start: number
  readonly count: number
  readonly incomeMinor: number
  readonly expenseMinor: number
  /** What these sums leave out. */
  readonly missing: readonly MissingRates[]
}

type Book = { readonly firstDay: number }

/** Days, in either order, gathered into the ledger's months. */
export function monthSpans(
  days: readonly DaySpan[],
  { firstDay }: Book,
): readonly MonthSpan[] {
  const spans: Mutable<MonthSpan>[] = []
  for (const day of days) {
    const { date, start, count, incomeMinor, expenseMinor, missing = [] } = day
    const month = monthOf(date, firstDay)
    const last = spans.at(-1)
    if (last?.month === month) {
      last.count += count
      last.incomeMinor += incomeMinor
      last.expenseMinor += expenseMinor
      if (missing.length > 0) last.missing = addMissing(last.missing, missing)
    } else {
      spans.push({ month, start, count, incomeMinor, expenseMinor, missing })
    }
  }
  return spans
}

type Mutable<Kept> = { -readonly [Field in keyof Kept]: Kept[Field] }
