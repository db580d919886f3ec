import type { BaseTotals } from '@ourmoney/shared/report/base-totals.ts'
import {
  filterToSearch,
  foldText,
  withBranches,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import type { TransactionOrder } from '@ourmoney/shared/transaction/order.ts'
import type { Totals } from '../../views/sums.ts'
import type { DaySpan } from '../../views/transactions.ts'
import { sumPlacesInBase } from './base-sums.ts'
import type { Book } from './book.ts'
import type { Columns } from './columns.ts'
import { daySpans } from './day-spans.ts'
import type { Lookups } from './lookups.ts'
import { compileFilter, type MatchContext } from './match-rows.ts'
import { compileParts, type NamedParts } from './named-parts.ts'
import { orderPlaces } from './order-places.ts'
import { sumPlaces } from './sum-rows.ts'

/** What a filter found: places in order, and what is summed over them, once it is asked for. */
export class Found {
  readonly places: Int32Array
  /** Where the filter names parts: what it counts of each row. */
  readonly named: NamedParts | undefined
  readonly #columns: Columns
  readonly #isByDate: boolean
  #totals: Totals | undefined
  #base: BaseTotals | undefined
  #days: readonly DaySpan[] | undefined

  constructor(
    columns: Columns,
    places: Int32Array,
    named: NamedParts | undefined,
    isByDate: boolean,
  ) {
    this.#columns = columns
    this.places = places
    this.named = named
    this.#isByDate = isByDate
  }

  get totals(): Totals {
    this.#totals ??= sumPlaces(this.#columns, this.places, this.named)
    return this.#totals
  }

  get base(): BaseTotals {
    this.#base ??= sumPlacesInBase(this.#columns, this.places, this.named)
    return this.#base
  }

  /** None where they do not stand by date. */
  get days(): readonly DaySpan[] {
    this.#days ??= this.#isByDate
      ? daySpans(this.#columns, this.places, this.named)
      : []
    return this.#days
  }
}

const mostFound = 6

/** What filters find in a book while it stays as it is; the last few are kept. */
export class Finding {
  readonly #book: Book
  readonly #lookups: () => Lookups
  readonly #found = new Map<string, Found>()
  #names: ReadonlyMap<string, string> | undefined

  constructor(book: Book, lookups: () => Lookups) {
    this.#book = book
    this.#lookups = lookups
  }

  find(filter: TransactionFilter, order: TransactionOrder): Found {
    const key = `${order.by} ${order.descending} ${filterToSearch(filter)}`
    const known = this.#found.get(key)
    if (known !== undefined) return known
    const { columns } = this.#book
    const whole = this.#withBranches(filter)
    const matches = compileFilter(columns, whole, this.#context())
    const all = this.#book.all()
    const named = compileParts(columns, whole)
    const places = orderPlaces(
      columns,
      filterToSearch(filter) === '' ? all : keep(all, matches),
      order,
      named,
    )
    const found = new Found(columns, places, named, order.by === 'date')
    if (this.#found.size >= mostFound) this.#found.clear()
    this.#found.set(key, found)
    return found
  }

  /** What was found by anything but the state of sync is found still. */
  forgetSync(): void {
    for (const key of this.#found.keys()) {
      if (key.includes('sync=')) this.#found.delete(key)
    }
  }

  #withBranches(filter: TransactionFilter): TransactionFilter {
    return filter.categories === undefined
      ? filter
      : withBranches(filter, this.#lookups())
  }

  #context(): MatchContext {
    const { folded, sync } = this.#book
    return {
      firstDay: this.#book.firstDay(),
      isConnected: sync.isConnected,
      foldedDescriptions: folded.descriptions(),
      names: this.#nameTexts(),
      foldTag: tag => folded.tag(tag),
    }
  }

  #nameTexts(): ReadonlyMap<string, string> {
    this.#names ??= new Map(
      [...this.#book.docs('category'), ...this.#book.docs('payee')].map(doc => [
        doc._id,
        foldText(doc.name),
      ]),
    )
    return this.#names
  }
}

/** Quicker than `filter` of the array's own, which grows as it finds. */
function keep(
  places: Int32Array,
  isKept: (place: number) => boolean,
): Int32Array {
  const kept = new Int32Array(places.length)
  let count = 0
  for (let index = 0; index < places.length; index++) {
    const at = places[index] ?? 0
    if (isKept(at)) kept[count++] = at
  }
  return kept.slice(0, count)
}
