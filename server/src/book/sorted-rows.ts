import {
  compareTransactions,
  type TransactionOrder,
} from '@ourmoney/shared/transaction/order.ts'
import type { Row } from './row.ts'

type Place = Pick<Row, 'id' | 'date' | 'minor' | 'description'>

/** From so many changes on, sorting anew costs less than putting each in its place. */
const few = 50

/** All rows in one order, kept as they come and go. */
export class SortedRows {
  rows: Row[]
  readonly #compare: (a: Place, b: Place) => number

  constructor(rows: Iterable<Row>, order: TransactionOrder) {
    this.#compare = compareTransactions(order)
    this.rows = [...rows].sort(this.#compare)
  }

  change(gone: ReadonlySet<Row>, come: readonly Row[]): void {
    if (gone.size + come.length > few) {
      const left = this.rows.filter(row => !gone.has(row))
      left.push(...come.toSorted(this.#compare))
      // Two runs in order: the sort does little more than join them.
      this.rows = left.sort(this.#compare)
      return
    }
    for (const row of gone) this.rows.splice(this.#firstFrom(row), 1)
    for (const row of come) this.rows.splice(this.#firstFrom(row), 0, row)
  }

  /** Where what stands after a place begins, also when nothing stands there any more. */
  firstAfter(place: Place): number {
    const at = this.#firstFrom(place)
    return this.rows[at]?.id === place.id ? at + 1 : at
  }

  #firstFrom(place: Place): number {
    let low = 0
    let high = this.rows.length
    while (low < high) {
      const middle = (low + high) >> 1
      const row = this.rows[middle]
      if (row !== undefined && this.#compare(row, place) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}
