import type { TransactionType } from '../transaction/transaction.ts'

/** Sums of one currency, in whole minor units. */
export type CurrencyTotals = {
  readonly currency: string
  readonly incomeMinor: number
  /** What was spent; a refund, a negative expense, makes it less. */
  readonly expenseMinor: number
  /** Transactions, transfers among them. */
  readonly count: number
}

/**
 * Totals by currency, most used first. Transfers move money, they are neither
 * income nor spending; currencies are never added to one another.
 */
export function sumByCurrency(
  rows: Iterable<{
    readonly type: TransactionType
    readonly minor: number
    readonly currency: string
  }>,
): readonly CurrencyTotals[] {
  const sums = new Map<
    string,
    { incomeMinor: number; expenseMinor: number; count: number }
  >()
  for (const { type, minor, currency } of rows) {
    let sum = sums.get(currency)
    if (sum === undefined) {
      sum = { incomeMinor: 0, expenseMinor: 0, count: 0 }
      sums.set(currency, sum)
    }
    sum.count += 1
    if (type === 'income') sum.incomeMinor += minor
    else if (type === 'expense') sum.expenseMinor += minor
  }
  return orderTotals([...sums].map(([currency, sum]) => ({ currency, ...sum })))
}

/** Most used first, then by code: the same order everywhere. */
export function orderTotals(
  totals: readonly CurrencyTotals[],
): readonly CurrencyTotals[] {
  return [...totals].sort(
    (a, b) => b.count - a.count || (a.currency < b.currency ? -1 : 1),
  )
}
