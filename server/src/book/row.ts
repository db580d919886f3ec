import type { Filterable } from '@ourmoney/shared/transaction/filter.ts'
import { foldText } from '@ourmoney/shared/transaction/filter.ts'
import { decimalText } from '@ourmoney/shared/money/decimal-text.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'

type Part = {
  readonly minor: number
  readonly category?: string | undefined
  readonly member?: string | undefined
}

/** Ids that may be merged away: what they were, beside what they stand for now. */
type References = {
  readonly account?: string | undefined
  readonly toAccount?: string | undefined
  readonly category?: string | undefined
  readonly payee?: string | undefined
  readonly ticked?: string[] | undefined
  readonly locked?: string[] | undefined
  readonly splits?: readonly Part[] | undefined
}

export type Merged = ReadonlyMap<string, string>

/** What the book keeps of one transaction to find, order and sum it: no notes, no log, nothing twice. */
export class Row implements Filterable {
  readonly id: string
  readonly type: TransactionDoc['type']
  readonly description: string
  readonly minor: number
  readonly currency: string
  readonly date: string
  readonly rate: TransactionDoc['rate']
  readonly member: string | undefined
  readonly tags: readonly string[] | undefined
  readonly source: { readonly batch: string } | undefined
  readonly sync: 'synced' | 'conflicted'
  account: string | undefined
  toAccount: string | undefined
  category: string | undefined
  payee: string | undefined
  ticked: string[] | undefined
  locked: string[] | undefined
  splits: readonly Part[] | undefined
  lacksRate = false
  /** Notes, of parts too, for searching. */
  readonly #notes: string | undefined
  readonly #search: Search
  #searchText: string | undefined
  #searched = -1
  #before: References | undefined

  constructor(
    doc: TransactionDoc,
    search: Search,
    one: (text: string) => string,
  ) {
    const kept = (text: string | undefined) => text && one(text)
    this.id = doc._id
    this.type = doc.type
    this.description = one(doc.description)
    this.minor = doc.minor
    this.currency = one(doc.currency)
    this.date = one(doc.date)
    this.rate = doc.rate
    this.member = kept(doc.member)
    this.tags = doc.tags?.map(one)
    const batch = kept(doc.source?.batch)
    this.source = batch === undefined ? undefined : { batch }
    this.sync = (doc.conflicts?.length ?? 0) > 0 ? 'conflicted' : 'synced'
    this.account = kept(doc.account)
    this.toAccount = kept(doc.toAccount)
    this.category = kept(doc.category)
    this.payee = kept(doc.payee)
    this.ticked = doc.ticked?.map(one)
    this.locked = doc.locked?.map(one)
    this.splits = doc.splits?.map(({ minor, category, member }) => ({
      minor,
      category: kept(category),
      member: kept(member),
    }))
    const notes = [doc.notes, ...(doc.splits ?? []).map(({ note }) => note)]
      .filter(Boolean)
      .join('\n')
    this.#notes = notes === '' ? undefined : notes
    this.#search = search
  }

  /** Made when somebody searches, and again when a name has changed. */
  get searchText(): string {
    if (
      this.#searchText === undefined ||
      this.#searched !== this.#search.round
    ) {
      this.#searched = this.#search.round
      this.#searchText = foldText(this.#texts().filter(Boolean).join('\n'))
    }
    return this.#searchText
  }

  /** Ids that were merged away become what they stand for, and again what they were when that is taken back. */
  redirect(merged: Merged): void {
    if (merged.size === 0 && this.#before === undefined) return
    const was: References = this.#before ?? referencesOf(this)
    const now = (id: string | undefined) => id && (merged.get(id) ?? id)
    const all = (ids: string[] | undefined) =>
      ids?.map(id => merged.get(id) ?? id)
    this.account = now(was.account)
    this.toAccount = now(was.toAccount)
    this.category = now(was.category)
    this.payee = now(was.payee)
    this.ticked = all(was.ticked)
    this.locked = all(was.locked)
    this.splits = was.splits?.map(part => ({
      ...part,
      category: now(part.category),
    }))
    const isAsBefore =
      JSON.stringify(referencesOf(this)) === JSON.stringify(was)
    this.#before = isAsBefore ? undefined : was
  }

  #texts(): readonly (string | undefined)[] {
    const { names } = this.#search
    const amount = decimalText(Math.abs(this.minor), this.currency)
    return [
      this.description,
      names.get(this.category ?? ''),
      names.get(this.payee ?? ''),
      ...(this.splits ?? []).map(({ category }) => names.get(category ?? '')),
      this.#notes,
      ...(this.tags ?? []),
      amount,
      amount.replace('.', ','),
    ]
  }
}

/** Names of categories and payees by id; the round goes up when one changes. */
export type Search = {
  names: ReadonlyMap<string, string>
  round: number
}

function referencesOf(row: References): References {
  const { account, toAccount, category, payee, ticked, locked, splits } = row
  return { account, toAccount, category, payee, ticked, locked, splits }
}
