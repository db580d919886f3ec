import { baseMinorOf, lacksRate, type Priced } from '../rate/kept-rate.ts'

/** Sums in the ledger's currency, each foreign amount by the rate kept with it. */
export type BaseTotals = {
  readonly currency: string
  readonly incomeMinor: number
  readonly expenseMinor: number
  /** Transactions, those left out and transfers among them. */
  readonly count: number
  /** What the sums leave out for want of a rate, most transactions first. */
  readonly missing: readonly MissingRates[]
}

export type MissingRates = { readonly currency: string; readonly count: number }

/** Never adds an amount unconverted: what has no rate is counted in `missing`. */
export function sumInBase(
  rows: Iterable<Priced>,
  currency: string,
): BaseTotals {
  let incomeMinor = 0
  let expenseMinor = 0
  let count = 0
  const missing = new Map<string, number>()
  for (const row of rows) {
    count += 1
    if (lacksRate(row, currency)) {
      missing.set(row.currency, (missing.get(row.currency) ?? 0) + 1)
      continue
    }
    const minor = baseMinorOf(row, currency) ?? 0
    if (row.type === 'income') incomeMinor += minor
    else if (row.type === 'expense') expenseMinor += minor
  }
  return {
    currency,
    incomeMinor,
    expenseMinor,
    count,
    missing: orderMissing(missing),
  }
}

/** What two sums leave out between them. */
export function addMissing(
  one: readonly MissingRates[],
  other: readonly MissingRates[],
): readonly MissingRates[] {
  if (one.length === 0 || other.length === 0) return [...one, ...other]
  const counts = new Map<string, number>()
  for (const { currency, count } of [...one, ...other]) {
    counts.set(currency, (counts.get(currency) ?? 0) + count)
  }
  return orderMissing(counts)
}

/** Most first, then by code: the same order everywhere. */
export function orderMissing(
  counts: ReadonlyMap<string, number>,
): readonly MissingRates[] {
  return [...counts]
    .map(([currency, count]) => ({ currency, count }))
    .sort((a, b) => b.count - a.count || (a.currency < b.currency ? -1 : 1))
}
