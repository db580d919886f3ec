import {
  orderMissing,
  type MissingRates,
} from '@ourmoney/shared/report/base-totals.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import { lacksRate, type Columns } from '../columns.ts'
import type { NamedParts } from '../named-parts.ts'

const transfer = transactionTypes.indexOf('transfer')

type CountedPart = { readonly at: number; readonly minor: number }

const unsplit: readonly CountedPart[] = []

/**
 * What sums count of rows, in one currency: in the ledger's each by the rate
 * kept with it, in another only what is in it. Of split rows what the filter
 * names, so that every sum is the list's.
 */
export class Counted {
  readonly currency: string
  readonly #columns: Columns
  readonly #named: NamedParts | undefined
  /** The number of the only currency that counts; `undefined` where all do, in the ledger's. */
  readonly #only: number | undefined

  constructor(
    columns: Columns,
    named: NamedParts | undefined,
    currency: string | undefined,
  ) {
    this.#columns = columns
    this.#named = named
    this.currency = currency ?? columns.base
    this.#only =
      currency === undefined ? undefined : columns.currencies.find(currency)
  }

  /** Whether it is about that row at all. */
  isMeant(at: number): boolean {
    return this.#only === undefined || this.#columns.currency[at] === this.#only
  }

  /** Left out of sums for want of a rate. */
  isLacking(at: number): boolean {
    return (
      this.#only === undefined &&
      ((this.#columns.flags[at] ?? 0) & lacksRate) !== 0
    )
  }

  isTransfer(at: number): boolean {
    return this.#columns.type[at] === transfer
  }

  minorOf(at: number): number {
    const { minor, baseMinor } = this.#columns
    return this.#only === undefined
      ? (this.#named?.baseMinorOf(at) ?? baseMinor[at] ?? 0)
      : (this.#named?.minorOf(at) ?? minor[at] ?? 0)
  }

  /** The parts of a split row that count, by their place among parts; none where it is not split. */
  partsOf(at: number): readonly CountedPart[] {
    const { parts } = this.#columns
    const count = parts.count[at] ?? 0
    if (count === 0) return unsplit
    const first = parts.start[at] ?? 0
    const minors =
      this.#only === undefined
        ? (this.#columns.basePartsOf(at) ?? [])
        : parts.minor.subarray(first, first + count)
    return Array.from({ length: count }, (_, index) => ({
      at: first + index,
      minor: minors[index] ?? 0,
    })).filter(part => this.#named?.namesPart(part.at, at) !== false)
  }
}

/** What sums leave out for want of a rate, row by row. */
export class LeftOut {
  readonly #columns: Columns
  readonly #counts = new Map<string, number>()

  constructor(columns: Columns) {
    this.#columns = columns
  }

  add(at: number): void {
    const { currencies, currency } = this.#columns
    const code = currencies.textOf(currency[at] ?? 0)
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1)
  }

  missing(): readonly MissingRates[] {
    return orderMissing(this.#counts)
  }
}
