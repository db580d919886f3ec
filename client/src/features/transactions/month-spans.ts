import {
  dayNumber,
  fromDayNumber,
} from '@ourmoney/shared/calendar/day-number.ts'
import { monthOf, periodRange } from '@ourmoney/shared/calendar/period.ts'
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
  // Of the month that the day before was in: most days are in it too.
  let [first, end] = [Infinity, -Infinity]
  for (const span of days) {
    const { day, start, count, incomeMinor, expenseMinor, missing = [] } = span
    const last = spans.at(-1)
    if (last !== undefined && day >= first && day <= end) {
      last.count += count
      last.incomeMinor += incomeMinor
      last.expenseMinor += expenseMinor
      if (missing.length > 0) last.missing = addMissing(last.missing, missing)
    } else {
      const month = monthOf(fromDayNumber(day), firstDay)
      const { from, to } = periodRange(month, firstDay)
      first = dayNumber(from)
      end = dayNumber(to)
      spans.push({ month, start, count, incomeMinor, expenseMinor, missing })
    }
  }
  return spans
}

type Mutable<Kept> = { -readonly [Field in keyof Kept]: Kept[Field] }
