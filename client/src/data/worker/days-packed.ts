import type { DaySpan } from '../views/transactions.ts'

/** Days as columns: thousands of objects take longer to send than to make anew. */
export type PackedDays = {
  readonly day: Int32Array
  readonly count: Int32Array
  readonly incomeMinor: Float64Array
  readonly expenseMinor: Float64Array
  /** Few days lack anything: by their place among the days. */
  readonly missing: ReadonlyMap<number, DaySpan['missing']>
}

export function packDays(days: readonly DaySpan[]): PackedDays {
  return {
    day: Int32Array.from(days, each => each.day),
    count: Int32Array.from(days, ({ count }) => count),
    incomeMinor: Float64Array.from(days, each => each.incomeMinor),
    expenseMinor: Float64Array.from(days, each => each.expenseMinor),
    missing: new Map(
      days.flatMap(({ missing }, at) =>
        missing === undefined ? [] : [[at, missing]],
      ),
    ),
  }
}

export function unpackDays(packed: PackedDays): readonly DaySpan[] {
  let start = 0
  return Array.from(packed.day, (day, at) => {
    const missing = packed.missing.get(at)
    const span = {
      day,
      start,
      count: packed.count[at] ?? 0,
      incomeMinor: packed.incomeMinor[at] ?? 0,
      expenseMinor: packed.expenseMinor[at] ?? 0,
    }
    start += span.count
    return missing === undefined ? span : { ...span, missing }
  })
}
