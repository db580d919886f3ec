import type { DaySpan } from '../../views/transactions.ts'
import { BaseSum } from './base-sums.ts'
import type { Columns } from './columns.ts'
import type { NamedParts } from './named-parts.ts'

/** The days of places that stand by date, with what each came to. */
export function daySpans(
  columns: Columns,
  places: Int32Array,
  named: NamedParts | undefined,
): readonly DaySpan[] {
  const { day } = columns
  const spans: DaySpan[] = []
  let start = 0
  let sum = new BaseSum(columns, named)
  for (let index = 0; index < places.length; index++) {
    const at = places[index] ?? 0
    sum.add(at)
    const isLast =
      index === places.length - 1 || day[places[index + 1] ?? 0] !== day[at]
    if (!isLast) continue
    const { incomeMinor, expenseMinor, count } = sum
    const missing = sum.missing()
    const span = { day: day[at] ?? 0, start, count, incomeMinor, expenseMinor }
    // Days are many and seldom lack anything.
    spans.push(missing.length > 0 ? { ...span, missing } : span)
    start = index + 1
    sum = new BaseSum(columns, named)
  }
  return spans
}
