import { convertParts } from '../rate/convert.ts'
import { baseMinorOf, lacksRate, type Priced } from '../rate/kept-rate.ts'
import {
  countedMinor,
  namesParts,
  type Parted,
  type PartsFilter,
} from '../transaction/counted.ts'
import { sumInBase, type BaseTotals } from './base-totals.ts'
import { sumByCurrency, type CurrencyTotals } from './totals.ts'

type Row = Priced & Parted

export type CountedTotals = {
  readonly totals: readonly CurrencyTotals[]
  readonly base: BaseTotals
}

/**
 * Totals of what a filter found, by currency and in the ledger's: of split
 * transactions the parts that it names.
 */
export function sumCounted(
  rows: readonly Row[],
  filter: PartsFilter,
  base: string,
): CountedTotals {
  if (!namesParts(filter)) {
    return { totals: sumByCurrency(rows), base: sumInBase(rows, base) }
  }
  const counted = rows.map(row => ({
    type: row.type,
    currency: row.currency,
    minor: countedMinor(row, filter) ?? 0,
  }))
  const whole = sumInBase(rows, base)
  let incomeMinor = 0
  let expenseMinor = 0
  for (const row of rows) {
    if (row.type === 'transfer' || lacksRate(row, base)) continue
    const minor = countedBaseMinor(row, filter, base)
    if (row.type === 'income') incomeMinor += minor
    else expenseMinor += minor
  }
  return {
    totals: sumByCurrency(counted),
    base: { ...whole, incomeMinor, expenseMinor },
  }
}

/** Parts in the ledger's currency are shares of the whole there. */
function countedBaseMinor(row: Row, filter: PartsFilter, base: string): number {
  const { splits = [], currency, rate, member } = row
  if (splits.length === 0) return baseMinorOf(row, base) ?? 0
  const minors = splits.map(part => part.minor)
  const shares =
    currency === base
      ? minors
      : convertParts(minors, currency, base, rate ? [rate] : [])
  return splits.reduce((sum, part, index) => {
    const isCounted = countedMinor({ member, ...part }, filter) !== undefined
    return sum + (isCounted ? (shares?.[index] ?? 0) : 0)
  }, 0)
}
