import {
  orderMissing,
  type BaseTotals,
  type MissingRates,
} from '@ourmoney/shared/report/base-totals.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import { lacksRate, type Columns } from './columns.ts'
import type { NamedParts } from './named-parts.ts'

const nothing: readonly MissingRates[] = []
const expense = transactionTypes.indexOf('expense')
const income = transactionTypes.indexOf('income')

/**
 * Sums rows in the ledger's currency one by one, of split rows what a filter
 * names; `sumInBase` on columns.
 */
export class BaseSum {
  incomeMinor = 0
  expenseMinor = 0
  count = 0
  /** How many were left out, by number of their currency. */
  #missing: Map<number, number> | undefined
  readonly #columns: Columns
  readonly #named: NamedParts | undefined

  constructor(columns: Columns, named?: NamedParts) {
    this.#columns = columns
    this.#named = named
  }

  add(at: number): void {
    const { flags, type, baseMinor, currency } = this.#columns
    this.count += 1
    if (((flags[at] ?? 0) & lacksRate) !== 0) {
      const code = currency[at] ?? 0
      this.#missing ??= new Map()
      this.#missing.set(code, (this.#missing.get(code) ?? 0) + 1)
      return
    }
    const minor = this.#named?.baseMinorOf(at) ?? baseMinor[at] ?? 0
    if (type[at] === income) this.incomeMinor += minor
    else if (type[at] === expense) this.expenseMinor += minor
  }

  missing(): readonly MissingRates[] {
    // A list has thousands of days, and few lack anything.
    if (this.#missing === undefined) return nothing
    const { currencies } = this.#columns
    return orderMissing(
      new Map(
        [...this.#missing].map(([code, count]): [string, number] => [
          currencies.textOf(code),
          count,
        ]),
      ),
    )
  }
}

export function sumPlacesInBase(
  columns: Columns,
  places: Int32Array,
  named?: NamedParts,
): BaseTotals {
  const sum = new BaseSum(columns, named)
  for (let index = 0; index < places.length; index++) {
    sum.add(places[index] ?? 0)
  }
  const { incomeMinor, expenseMinor, count } = sum
  return {
    currency: columns.base,
    incomeMinor,
    expenseMinor,
    count,
    missing: sum.missing(),
  }
}

/** What was spent by category in the ledger's currency, most first; parts of a split by their own. */
export function spentInBase(columns: Columns, places: Int32Array) {
  const { type, flags, category, baseMinor, parts, references } = columns
  const sums = new Map<number, number>()
  const add = (raw: number, minor: number) => {
    const of = columns.standing(raw)
    sums.set(of, (sums.get(of) ?? 0) + minor)
  }
  for (const at of places) {
    if (type[at] !== expense || ((flags[at] ?? 0) & lacksRate) !== 0) continue
    if ((parts.count[at] ?? 0) === 0) {
      add(category[at] ?? 0, baseMinor[at] ?? 0)
      continue
    }
    const first = parts.start[at] ?? 0
    columns
      .basePartsOf(at)
      ?.forEach((minor, index) =>
        add(parts.category[first + index] ?? 0, minor),
      )
  }
  return [...sums]
    .sort(([, a], [, b]) => b - a)
    .map(([of, expenseMinor]) => ({
      category: of === 0 ? undefined : references.textOf(of),
      expenseMinor,
    }))
}
