import { mergedIds } from '@ourmoney/shared/names/merged.ts'
import { lacksRate, type RateSource } from '@ourmoney/shared/rate/kept-rate.ts'
import { RateTable, tableRate } from '@ourmoney/shared/rate/rate-table.ts'
import {
  sumCounted,
  type CountedTotals,
} from '@ourmoney/shared/report/counted-totals.ts'
import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import type { Doc, DocOf } from '@ourmoney/shared/sync/kinds.ts'
import {
  withBranches,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import { filterTest } from '@ourmoney/shared/transaction/filter-test.ts'
import type { TransactionOrder } from '@ourmoney/shared/transaction/order.ts'
import { Row, type Merged, type Search } from './row.ts'
import { SortedRows } from './sorted-rows.ts'

/** Kinds of which every doc is kept whole, without its log. */
export type SmallKind =
  'ledger' | 'member' | 'account' | 'category' | 'payee' | 'budget'

const smallKinds: ReadonlySet<string> = new Set<SmallKind>([
  'ledger',
  'member',
  'account',
  'category',
  'payee',
  'budget',
])

/** Where the next page of a list begins: after this row, whether it still stands there or not. */
export type Place = Pick<Row, 'id' | 'date' | 'minor' | 'description'>

/** One ledger in the shapes that programs ask for; it changes only by what the database has. */
export class Book {
  readonly #rows = new Map<string, Row>()
  readonly #small = new Map<string, DocOf<SmallKind>>()
  readonly #rates = new RateTable()
  readonly #sorted = new Map<string, SortedRows>()
  readonly #search: Search = { names: new Map(), round: 0 }
  /** Texts that repeat, each kept once. */
  readonly #texts = new Map<string, string>()
  #merged: Merged = new Map()
  #base = ''

  /** How many transactions it has. */
  get size(): number {
    return this.#rows.size
  }

  apply(docs: readonly StoredDoc[]): void {
    // Of two versions of one doc the later stands.
    const last = new Map(docs.map(doc => [doc._id, doc]))
    const gone = new Set<Row>()
    const come: Row[] = []
    let isRenamed = false
    for (const [id, raw] of last) {
      const decoded = decodeDoc(raw)
      const doc = decoded.state === 'known' ? decoded.doc : undefined
      const before = this.#rows.get(id)
      if (before !== undefined) {
        gone.add(before)
        this.#rows.delete(id)
      }
      isRenamed = this.#small.delete(id) || isRenamed
      this.#rates.remove(id)
      if (doc === undefined || doc._deleted === true) continue
      if (doc.kind === 'transaction') {
        const row = new Row(doc, this.#search, text => this.#once(text))
        this.#rows.set(id, row)
        come.push(row)
      } else if (doc.kind === 'rate') this.#rates.put(tableRate(doc))
      else if (isSmall(doc)) {
        this.#small.set(id, withoutLog(doc))
        isRenamed = true
      }
    }
    for (const sorted of this.#sorted.values()) sorted.change(gone, come)
    if (isRenamed) this.#rename()
    else this.#settle(come)
  }

  docs<Name extends SmallKind>(kind: Name): readonly DocOf<Name>[] {
    return [...this.#small.values()].filter(
      (doc): doc is DocOf<Name> => doc.kind === kind,
    )
  }

  doc(id: string): DocOf<SmallKind> | undefined {
    return this.#small.get(id)
  }

  /** What an id stands for now: itself, or what it was merged into. */
  standing(id: string): DocOf<SmallKind> | undefined {
    return this.#small.get(this.#merged.get(id) ?? id)
  }

  /** A page of what the filter finds, in order. */
  list(
    filter: TransactionFilter,
    order: TransactionOrder,
    after: Place | undefined,
    limit: number,
  ): { readonly rows: readonly Row[]; readonly isMore: boolean } {
    const { rows } = this.#inOrder(order)
    const matches = this.#test(filter)
    const found: Row[] = []
    const start =
      after === undefined ? 0 : this.#inOrder(order).firstAfter(after)
    for (let at = start; at < rows.length; at++) {
      const row = rows[at]
      if (row === undefined || !matches(row)) continue
      if (found.length === limit) return { rows: found, isMore: true }
      found.push(row)
    }
    return { rows: found, isMore: false }
  }

  totals(filter: TransactionFilter): CountedTotals {
    const matches = this.#test(filter)
    const found = [...this.#rows.values()].filter(row => matches(row))
    return sumCounted(found, this.#whole(filter), this.#base)
  }

  /** What to look rates up in that are kept with transactions. */
  rates(): RateSource {
    return {
      base: this.#base,
      rateOn: (currency, date) =>
        this.#rates.rateOn(currency, this.#base, date),
    }
  }

  /** Which member a user of the server is in this ledger. */
  memberOf(user: string): string | undefined {
    return this.docs('member').find(each => each.user === user)?._id
  }

  #test(filter: TransactionFilter): (row: Row) => boolean {
    const firstDay = this.docs('ledger')[0]?.firstDay ?? 1
    return filterTest(this.#whole(filter), firstDay)
  }

  /** The filter by the ids that stand, with what is below the categories it names. */
  #whole(filter: TransactionFilter): TransactionFilter {
    const standing = (ids: readonly string[] | undefined) =>
      ids?.map(id => this.#merged.get(id) ?? id)
    return withBranches(
      {
        ...filter,
        accounts: standing(filter.accounts),
        payees: standing(filter.payees),
      },
      {
        categories: this.docs('category').filter(
          ({ _id }) => !this.#merged.has(_id),
        ),
        merged: Object.fromEntries(this.#merged),
      },
    )
  }

  #inOrder(order: TransactionOrder): SortedRows {
    const key = `${order.by} ${order.descending}`
    const known =
      this.#sorted.get(key) ?? new SortedRows(this.#rows.values(), order)
    this.#sorted.set(key, known)
    return known
  }

  #rename(): void {
    const named = [...this.docs('category'), ...this.docs('payee')]
    this.#search.names = new Map(named.map(({ _id, name }) => [_id, name]))
    this.#search.round += 1
    this.#merged = mergedIds([...named, ...this.docs('account')])
    this.#base = this.docs('ledger')[0]?.currency ?? ''
    this.#settle(this.#rows.values())
  }

  #settle(rows: Iterable<Row>): void {
    for (const row of rows) {
      row.redirect(this.#merged)
      row.lacksRate = lacksRate(row, this.#base)
    }
  }

  #once(text: string): string {
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    this.#texts.set(text, text)
    return text
  }
}

function isSmall(doc: Doc): doc is DocOf<SmallKind> {
  return smallKinds.has(doc.kind)
}

function withoutLog<Kept extends Doc>(doc: Kept): Kept {
  const { log: _log, folded: _folded, ...rest } = doc
  return rest as unknown as Kept
}
