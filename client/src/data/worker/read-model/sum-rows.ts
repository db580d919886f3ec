import { orderTotals } from '@ourmoney/shared/report/totals.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import type { Totals } from '../../views/sums.ts'
import type { Columns } from './columns.ts'
import type { NamedParts } from './named-parts.ts'

const expense = transactionTypes.indexOf('expense')
const income = transactionTypes.indexOf('income')

/** Sums by currency, of split rows what a filter names; `sumByCurrency` on columns. */
export function sumPlaces(
  columns: Columns,
  places: Int32Array,
  named?: NamedParts,
): Totals {
  const { currency, currencies, type, minor } = columns
  const count = currencies.texts.length
  const incomes = new Float64Array(count)
  const expenses = new Float64Array(count)
  const counts = new Int32Array(count)
  // By index: an iterator makes something new for each row.
  for (let index = 0; index < places.length; index++) {
    const at = places[index] ?? 0
    const of = currency[at] ?? 0
    const amount = named === undefined ? (minor[at] ?? 0) : named.minorOf(at)
    counts[of] = (counts[of] ?? 0) + 1
    if (type[at] === expense) expenses[of] = (expenses[of] ?? 0) + amount
    else if (type[at] === income) incomes[of] = (incomes[of] ?? 0) + amount
  }
  return orderTotals(
    currencies.texts
      .map((code, of) => ({
        currency: code,
        incomeMinor: incomes[of] ?? 0,
        expenseMinor: expenses[of] ?? 0,
        count: counts[of] ?? 0,
      }))
      .filter(each => each.count > 0),
  )
}

/** What was spent by category and currency, most first; parts by their own. */
export function spentByCategory(columns: Columns, places: Int32Array) {
  const { type, category, currency, minor, parts } = columns
  const sums = new Map<
    string,
    { category: number; currency: number; spent: number }
  >()
  const add = (raw: number, code: number, amount: number) => {
    const of = columns.standing(raw)
    const key = `${of} ${code}`
    const sum = sums.get(key) ?? { category: of, currency: code, spent: 0 }
    sum.spent += amount
    sums.set(key, sum)
  }
  for (const at of places) {
    if (type[at] !== expense) continue
    const code = currency[at] ?? 0
    const first = parts.start[at] ?? 0
    const count = parts.count[at] ?? 0
    if (count === 0) add(category[at] ?? 0, code, minor[at] ?? 0)
    for (let part = first; part < first + count; part++) {
      add(parts.category[part] ?? 0, code, parts.minor[part] ?? 0)
    }
  }
  return [...sums.values()]
    .sort((a, b) => b.spent - a.spent)
    .map(sum => ({
      category:
        sum.category === 0
          ? undefined
          : columns.references.textOf(sum.category),
      currency: columns.currencies.textOf(sum.currency),
      expenseMinor: sum.spent,
    }))
}
