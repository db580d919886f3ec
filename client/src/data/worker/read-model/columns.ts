import { markOf, type Mark } from '@ourmoney/shared/account/marks.ts'
import { dayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import { needsRate } from '@ourmoney/shared/rate/kept-rate.ts'
import { convertMinor, convertParts } from '@ourmoney/shared/rate/convert.ts'
import type { Rate } from '@ourmoney/shared/rate/rate.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { foldText } from '@ourmoney/shared/transaction/filter.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import { Dictionary } from './dictionary.ts'
import { PartColumns } from './part-columns.ts'
import { sharingOf, type Sharing } from './sharing.ts'

/** Bits of `flags`. */
export const isLive = 1
export const hasNotes = 2
export const hasConflicts = 4
export const isPending = 8
export const isRefused = 16
/** Left out of sums in the ledger's currency. */
export const lacksRate = 32

/** Bits of `marks`: of the account, and of the one that a transfer enters. */
export const isTickedOut = 1
export const isTickedIn = 2
export const isLockedOut = 4
export const isLockedIn = 8

export function markIn(bits: number, ticked: number, locked: number): Mark {
  if ((bits & locked) !== 0) return 'locked'
  return (bits & ticked) === 0 ? 'open' : 'ticked'
}

/**
 * Transactions as columns: one number per field and row, texts and ids through
 * dictionaries. A row has a place that it keeps while it lives.
 */
export class Columns {
  size = 0
  ids: string[] = []
  type = new Uint8Array(0)
  minor = new Float64Array(0)
  /** In the ledger's currency; 0 where `lacksRate`. */
  baseMinor = new Float64Array(0)
  day = new Int32Array(0)
  currency = new Uint16Array(0)
  account = new Int32Array(0)
  toAccount = new Int32Array(0)
  category = new Int32Array(0)
  member = new Int32Array(0)
  payee = new Int32Array(0)
  description = new Int32Array(0)
  flags = new Uint8Array(0)
  /** How far its sides are with the statements of their accounts. */
  marks = new Uint8Array(0)
  /** Milliseconds since 1970 when it was written down; 0 for what was imported. */
  entered = new Float64Array(0)
  /** Member who wrote it down. */
  author = new Int32Array(0)
  /** Reference to the batch that it was imported with. */
  batch = new Int32Array(0)
  parts = new PartColumns()
  /** Rows that have them are few. */
  tags = new Map<number, readonly string[]>()
  /** For whom rows and their parts were, where not for everybody. */
  sharing = new Map<number, Sharing>()
  /** Ids of those that somebody said a row is no transfer with. */
  apart = new Map<number, readonly string[]>()
  /** Ids of rows of statements, and of joined transactions, that a row stands for beside its own. */
  stands = new Map<number, readonly string[]>()
  /** Notes for searching, those of parts too: folded. */
  notes = new Map<number, string>()
  /** What arrives, where that is another amount. */
  arrives = new Map<number, number>()
  /** Rates kept with amounts in other currencies. */
  rates = new Map<number, Rate>()

  /** The ledger's currency; change it with `rebase`. */
  base = ''
  currencies = new Dictionary()
  /** Ids of accounts, categories, members and payees. */
  references = new Dictionary()
  descriptions = new Dictionary()

  /** References that were merged away, and what each stands for now; change it with `redirect`. */
  merged: ReadonlyMap<number, number> = new Map()

  #places: Map<string, number> | undefined = new Map()
  readonly #free: number[] = []

  /** Where each row is; after loading a snapshot made when somebody asks. */
  get places(): ReadonlyMap<string, number> {
    return this.#written()
  }

  /** How many rows live. */
  get count(): number {
    return this.size - this.#free.length
  }

  /** Puts a row in or replaces it; returns its place. */
  put(doc: TransactionDoc): number {
    const known = this.places.get(doc._id)
    const at = known ?? this.#free.pop() ?? this.size++
    if (at >= this.type.length) this.#grow(at + 1)
    if (known === undefined) {
      this.#written().set(doc._id, at)
      this.ids[at] = doc._id
    } else {
      this.#forget(at)
    }
    this.type[at] = transactionTypes.indexOf(doc.type)
    this.minor[at] = doc.minor
    this.day[at] = dayNumber(doc.date)
    this.currency[at] = this.currencies.numberOf(doc.currency)
    this.account[at] = this.references.numberOf(doc.account)
    this.toAccount[at] = this.references.numberOf(doc.toAccount)
    this.category[at] = this.references.numberOf(doc.category)
    this.member[at] = this.references.numberOf(doc.member)
    this.payee[at] = this.references.numberOf(doc.payee)
    this.entered[at] = doc.source === undefined ? (doc.createdAt ?? 0) : 0
    this.author[at] = this.references.numberOf(doc.createdBy)
    this.batch[at] = this.references.numberOf(doc.source?.batch)
    const description = this.descriptions.numberOf(doc.description)
    this.description[at] = description
    this.descriptions.count(description)
    this.currencies.count(this.currency[at] ?? 0)
    const kept = (this.flags[at] ?? 0) & (isPending | isRefused)
    this.flags[at] =
      (known === undefined ? 0 : kept) |
      isLive |
      (doc.notes ? hasNotes : 0) |
      ((doc.conflicts?.length ?? 0) > 0 ? hasConflicts : 0)
    this.marks[at] = marksOf(doc)
    if (doc.toMinor !== undefined) this.arrives.set(at, doc.toMinor)
    const notes = notesOf(doc)
    if (notes !== '') this.notes.set(at, foldText(notes))
    if (doc.rate) this.rates.set(at, doc.rate)
    this.#convert(at)
    if (doc.tags && doc.tags.length > 0) this.tags.set(at, doc.tags)
    if (doc.apart && doc.apart.length > 0) this.apart.set(at, doc.apart)
    const stands = [...(doc.matched ?? []), ...(doc.joined ? [doc.joined] : [])]
    if (stands.length > 0) this.stands.set(at, stands)
    const { splits = [] } = doc
    const parts = splits.map(({ category, member, minor }) => ({
      category: this.references.numberOf(category),
      member: this.references.numberOf(member),
      minor,
    }))
    this.parts.put(at, parts)
    const sharing = sharingOf(doc, member => this.references.numberOf(member))
    if (sharing !== undefined) this.sharing.set(at, sharing)
    return at
  }

  /** Whether the row is there and of that day. */
  isOn(id: string, date: string): boolean {
    const at = this.places.get(id)
    return at !== undefined && this.day[at] === dayNumber(date)
  }

  /** From now on what was merged away stands for what it became. */
  redirect(merged: ReadonlyMap<string, string>): void {
    this.merged = new Map(
      [...merged].map(([from, into]) => [
        this.references.numberOf(from),
        this.references.numberOf(into),
      ]),
    )
  }

  /** What a reference stands for. */
  standing(reference: number): number {
    return this.merged.get(reference) ?? reference
  }

  /** The id that a reference stands for, where there is one. */
  idOf(reference: number | undefined): string | undefined {
    return reference
      ? this.references.textOf(this.standing(reference))
      : undefined
  }

  /** The numbers of these references and of all that was merged into them. */
  numbersOf(ids: readonly string[]): Set<number> {
    const numbers = new Set(
      ids.map(id => this.standing(this.references.find(id))),
    )
    numbers.delete(-1)
    for (const [from, into] of this.merged) {
      if (numbers.has(into)) numbers.add(from)
    }
    return numbers
  }

  /** Converts all amounts into another currency. */
  rebase(base: string): void {
    if (base === this.base) return
    this.base = base
    for (let at = 0; at < this.size; at++) {
      if (((this.flags[at] ?? 0) & isLive) !== 0) this.#convert(at)
    }
  }

  /**
   * Parts of a row in the ledger's currency, in the same order; together they
   * are what the whole is. `undefined` where it lacks a rate.
   */
  basePartsOf(at: number): readonly number[] | undefined {
    const first = this.parts.start[at] ?? 0
    const count = this.parts.count[at] ?? 0
    const minors = [...this.parts.minor.subarray(first, first + count)]
    const currency = this.currencies.textOf(this.currency[at] ?? 0)
    if (currency === this.base) return minors
    const rate = this.rates.get(at)
    return rate && convertParts(minors, currency, this.base, [rate])
  }

  /** Takes a row out; returns the place it had. */
  remove(id: string): number | undefined {
    const at = this.places.get(id)
    if (at === undefined) return undefined
    this.#forget(at)
    this.#written().delete(id)
    this.flags[at] = 0
    this.ids[at] = ''
    this.#free.push(at)
    return at
  }

  /** After loading a snapshot: what can be rebuilt from the rest. */
  reindex(): void {
    this.#places = undefined
    this.descriptions.uses = []
    this.currencies.uses = []
    for (let at = 0; at < this.size; at++) {
      if (this.ids[at] === '') {
        this.#free.push(at)
        continue
      }
      this.descriptions.count(this.description[at] ?? 0)
      this.currencies.count(this.currency[at] ?? 0)
    }
  }

  /** A hundred thousand rows take their time: the first screen does without. */
  #written(): Map<string, number> {
    if (this.#places === undefined) {
      this.#places = new Map()
      this.ids.forEach((id, at) => {
        if (id !== '') this.#places?.set(id, at)
      })
    }
    return this.#places
  }

  #convert(at: number): void {
    const type = transactionTypes[this.type[at] ?? 0] ?? 'expense'
    const currency = this.currencies.textOf(this.currency[at] ?? 0)
    const minor = this.minor[at] ?? 0
    const rate = this.rates.get(at)
    const converted =
      currency === this.base
        ? minor
        : rate && convertMinor(minor, currency, this.base, [rate])
    // Before the ledger's own doc is read nobody knows what lacks a rate.
    const isLacking =
      converted === undefined &&
      this.base !== '' &&
      needsRate({ type, currency }, this.base)
    this.baseMinor[at] = converted ?? 0
    const rest = (this.flags[at] ?? 0) & ~lacksRate
    this.flags[at] = isLacking ? rest | lacksRate : rest
  }

  #forget(at: number): void {
    this.descriptions.count(this.description[at] ?? 0, -1)
    this.currencies.count(this.currency[at] ?? 0, -1)
    this.parts.remove(at)
    this.tags.delete(at)
    this.sharing.delete(at)
    this.apart.delete(at)
    this.stands.delete(at)
    this.notes.delete(at)
    this.arrives.delete(at)
    this.rates.delete(at)
  }

  #grow(wanted: number): void {
    const length = Math.max(1024, wanted, Math.ceil(this.type.length * 1.5))
    this.type = grown(Uint8Array, this.type, length)
    this.minor = grown(Float64Array, this.minor, length)
    this.baseMinor = grown(Float64Array, this.baseMinor, length)
    this.day = grown(Int32Array, this.day, length)
    this.currency = grown(Uint16Array, this.currency, length)
    this.account = grown(Int32Array, this.account, length)
    this.toAccount = grown(Int32Array, this.toAccount, length)
    this.category = grown(Int32Array, this.category, length)
    this.member = grown(Int32Array, this.member, length)
    this.payee = grown(Int32Array, this.payee, length)
    this.description = grown(Int32Array, this.description, length)
    this.flags = grown(Uint8Array, this.flags, length)
    this.marks = grown(Uint8Array, this.marks, length)
    this.entered = grown(Float64Array, this.entered, length)
    this.author = grown(Int32Array, this.author, length)
    this.batch = grown(Int32Array, this.batch, length)
  }
}

function marksOf(doc: TransactionDoc): number {
  const of = (account: string | undefined, ticked: number, locked: number) => {
    const mark = account === undefined ? 'open' : markOf(doc, account)
    return mark === 'locked' ? locked : mark === 'ticked' ? ticked : 0
  }
  return (
    of(doc.account, isTickedOut, isLockedOut) |
    of(doc.toAccount, isTickedIn, isLockedIn)
  )
}

function notesOf({ notes = '', splits = [] }: TransactionDoc): string {
  return [notes, ...splits.map(({ note = '' }) => note)]
    .filter(Boolean)
    .join('\n')
}

type Numbers = Uint8Array | Uint16Array | Int32Array | Float64Array

function grown<Kind extends Numbers>(
  make: new (length: number) => Kind,
  old: Kind,
  length: number,
): Kind {
  const next = new make(length)
  next.set(old)
  return next
}
