import type { Account } from '@ourmoney/shared/account/account.ts'
import {
  dayNumber,
  fromDayNumber,
} from '@ourmoney/shared/calendar/day-number.ts'
import { periodRange, shiftMonth } from '@ourmoney/shared/calendar/period.ts'
import { RateTable, tableRate } from '@ourmoney/shared/rate/rate-table.ts'
import type { KeptRate } from '@ourmoney/shared/rate/rate.ts'
import type {
  BaseTotals,
  MissingRates,
} from '@ourmoney/shared/report/base-totals.ts'
import type { LastUse } from '@ourmoney/shared/capture/reading.ts'
import { mergedIds } from '@ourmoney/shared/names/merged.ts'
import {
  redirect,
  refersTo,
  type Merge,
} from '@ourmoney/shared/names/redirect.ts'
import { inTreeOrder } from '@ourmoney/shared/category/tree.ts'
import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { kindOfId } from '@ourmoney/shared/sync/ids.ts'
import type { Doc, DocOf } from '@ourmoney/shared/sync/kinds.ts'
import type { Kind } from '@ourmoney/shared/sync/prefixes.ts'
import type { RecordState } from '@ourmoney/shared/sync/record-state.ts'
import {
  filterToSearch,
  foldText,
  withBranches,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import type { Selection } from '../../changes.ts'
import type {
  BalancesAnswer,
  BalancesQuery,
  StatementAnswer,
  StatementQuery,
} from '../../views/accounts.ts'
import type {
  LookupsAnswer,
  MergeSizeQuery,
  NamesAnswer,
} from '../../views/names.ts'
import type {
  CurrenciesAnswer,
  CurrenciesQuery,
  RatesAnswer,
  RatesQuery,
} from '../../views/rates.ts'
import type {
  SuggestionAnswer,
  SuggestionQuery,
} from '../../views/suggestions.ts'
import type { MonthsAnswer, MonthsQuery, Totals } from '../../views/sums.ts'
import type { UnreadRecord } from '../../views/sync.ts'
import type {
  DaySpan,
  PairsAnswer,
  PairsQuery,
  TransactionOrder,
  TransactionRow,
  TransactionsAnswer,
  TransactionsQuery,
} from '../../views/transactions.ts'
import {
  AccountRows,
  balancesAnswer,
  openingOfBoth,
  statementAnswer,
} from './account-answers.ts'
import { BaseSum, spentInBase, sumPlacesInBase } from './base-sums.ts'
import {
  Columns,
  hasConflicts,
  hasNotes,
  isPending,
  isLockedIn,
  isLockedOut,
  isRefused,
  lacksRate,
} from './columns.ts'
import {
  currenciesAnswer,
  fillableOf,
  ratesAnswer,
  type Fillable,
} from './currency-answers.ts'
import { findPairs } from './find-pairs.ts'
import { compileFilter, stateOf, type MatchContext } from './match-rows.ts'
import { compileParts, type NamedParts } from './named-parts.ts'
import { countUses, placesReferringTo } from './references.ts'
import { readSnapshot, writeSnapshot, type Snapshot } from './snapshot.ts'
import { SmallDocs, type SmallKind } from './small-docs.ts'
import { SortedPlaces } from './sorted-places.ts'
import { findLastUses, findUsual, type Past } from './suggestions.ts'
import { spentByCategory, sumPlaces } from './sum-rows.ts'

/** One doc as the change feed tells it; a tombstone has `_deleted`. */
export type StoredChange = { readonly id: string; readonly doc: StoredDoc }

export type SyncFacts = {
  readonly isConnected: boolean
  readonly pending: ReadonlySet<string>
  readonly refused: ReadonlySet<string>
}

export type ReadQuery =
  | TransactionsQuery
  | MonthsQuery
  | SuggestionQuery
  | { readonly view: 'lookups' }

/** What a filter found: places in order, and what is summed over them. */
type Found = {
  readonly places: Int32Array
  /** Where the filter names parts: what it counts of each row. */
  readonly named: NamedParts | undefined
  readonly totals: Totals
  readonly base: BaseTotals
  readonly days: readonly DaySpan[]
}

/** A record that this version cannot read, and what a person knows it by. */
type Unread = {
  readonly state: 'broken' | 'newer'
  readonly name: string
}

const mostFound = 6

/**
 * The ledger for reading: changed only by `apply`, asked by views. Pure: no
 * database, no clock.
 */
export class ReadModel {
  /** Grows with every change. */
  version = 0
  #columns = new Columns()
  #sorted = new SortedPlaces(this.#columns)
  #small = new SmallDocs()
  /** Apart from the other small docs: there may be many thousands. */
  #rates = new RateTable()
  /** What this version cannot read: shown by name, never rewritten. */
  #unread = new Map<string, Unread>()
  #facts: SyncFacts = {
    isConnected: false,
    pending: new Set(),
    refused: new Set(),
  }
  #found = new Map<string, Found>()
  #seenFrom: { readonly id: string; readonly rows: AccountRows } | undefined
  #foldedDescriptions: string[] = ['']
  readonly #foldedTags = new Map<string, string>()
  #names: ReadonlyMap<string, string> | undefined
  #pairs: ReturnType<typeof findPairs> | undefined
  #lookups: Omit<LookupsAnswer, 'me'> | undefined
  readonly #listeners = new Set<() => void>()

  /** Calls back after every change; returns its undo. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The only way in. */
  apply(changes: readonly StoredChange[]): void {
    const puts: DocOf<'transaction'>[] = []
    const removed: string[] = []
    for (const { id, doc: raw } of changes) {
      const decoded = decodeDoc(raw)
      const doc = decoded.state === 'known' ? decoded.doc : undefined
      if (decoded.state === 'broken' || decoded.state === 'newer') {
        this.#unread.set(id, { state: decoded.state, name: nameOf(raw) })
      } else this.#unread.delete(id)
      if (doc?.kind === 'transaction' && doc._deleted !== true) puts.push(doc)
      else if (this.#columns.places.has(id)) removed.push(id)
      if (doc === undefined || doc._deleted === true) {
        this.#small.remove(id)
        this.#rates.remove(id)
      } else if (doc.kind === 'rate') this.#rates.put(tableRate(doc))
      else if (doc.kind !== 'transaction') this.#small.put(withoutLog(doc))
    }
    this.#columns.rebase(this.docs('ledger')[0]?.currency ?? '')
    this.#columns.redirect(this.#mergedIds())
    // A row keeps its place in the order while its day stays.
    const moved = puts.filter(doc => !this.#columns.isOn(doc._id, doc.date))
    const touched = [...moved.map(doc => doc._id), ...removed].flatMap(
      id => this.#columns.places.get(id) ?? [],
    )
    const isMany = moved.length + removed.length
    if (isMany <= 200) this.#sorted.takeOut(touched)
    for (const id of removed) this.#columns.remove(id)
    for (const doc of puts) {
      this.#columns.put(doc)
      this.#flag(doc._id)
    }
    const places = new Set(
      moved.flatMap(doc => this.#columns.places.get(doc._id) ?? []),
    )
    this.#sorted.putIn([...places], isMany)
    this.#pairs = undefined
    this.#changed()
  }

  setFacts(facts: SyncFacts): void {
    const before = this.#facts
    this.#facts = facts
    if (
      facts.isConnected === before.isConnected &&
      hasSame(facts.pending, before.pending) &&
      hasSame(facts.refused, before.refused)
    ) {
      return
    }
    const { flags } = this.#columns
    for (let at = 0; at < flags.length; at++) {
      flags[at] = (flags[at] ?? 0) & ~(isPending | isRefused)
    }
    for (const id of [...facts.pending, ...facts.refused]) this.#flag(id)
    // What was found by anything but the state of sync is found still.
    for (const key of this.#found.keys()) {
      if (key.includes('sync=')) this.#found.delete(key)
    }
    this.#tell()
  }

  /** The facts may be known before the doc is. */
  #flag(id: string): void {
    const { flags, places } = this.#columns
    const at = places.get(id)
    if (at === undefined) return
    flags[at] =
      ((flags[at] ?? 0) & ~(isPending | isRefused)) |
      (this.#facts.pending.has(id) ? isPending : 0) |
      (this.#facts.refused.has(id) ? isRefused : 0)
  }

  stateOf(id: string): RecordState | undefined {
    const at = this.#columns.places.get(id)
    if (at === undefined) return undefined
    return stateOf(this.#columns.flags[at] ?? 0, this.#facts.isConnected)
  }

  countConflicted(): number {
    const { flags, size } = this.#columns
    let count = 0
    for (let at = 0; at < size; at++) {
      if (((flags[at] ?? 0) & hasConflicts) !== 0) count += 1
    }
    return count
  }

  has(id: string): boolean {
    return (
      this.#columns.places.has(id) || this.#small.has(id) || this.#rates.has(id)
    )
  }

  /** How many docs it has. */
  get size(): number {
    return this.#columns.places.size + this.#small.size + this.#rates.size
  }

  /** How many transactions it has. */
  get count(): number {
    return this.#columns.places.size
  }

  /** Ids of everything but transactions. */
  smallIds(): readonly string[] {
    return [
      ...this.#small.ids(),
      ...Array.from(this.#rates.all(), ({ id }) => id),
    ]
  }

  /** Small docs of one kind; rates are asked for by pair and day. */
  docs<Name extends SmallKind>(kind: Name): readonly DocOf<Name>[] {
    return this.#small.of(kind)
  }

  unread(state: Unread['state']): readonly UnreadRecord[] {
    return [...this.#unread]
      .filter(([, each]) => each.state === state)
      .map(([id, { name }]) => ({ id, name }))
  }

  unreadIds(): readonly string[] {
    return [...this.#unread.keys()]
  }

  /** Everything but transactions and rates. */
  smallDocs(): readonly Doc[] {
    return this.#small.all()
  }

  /** What is in use is archived or merged, never removed. */
  isInUse(id: string): boolean {
    if (!shared.has(kindOfId(id) ?? 'transaction')) return false
    return (
      placesReferringTo(this.#columns, this.#all(), id).length > 0 ||
      this.#small.all().some(doc => refersTo(doc, id))
    )
  }

  /** Ids of all docs that a merge has to rewrite. */
  usesOf(merge: Merge, into: DocOf<'category'> | undefined): readonly string[] {
    const all = this.#all()
    const { ids, tags } = this.#columns
    const places =
      merge.of === 'tag'
        ? all.filter(at => tags.get(at)?.includes(merge.from))
        : placesReferringTo(this.#columns, all, merge.from)
    const small = this.#small
      .all()
      .filter(doc => redirect(doc, merge, into) !== undefined)
    return [
      ...small.map(doc => doc._id),
      ...Array.from(places, at => ids[at] ?? ''),
    ]
  }

  names(): NamesAnswer {
    return countUses(this.#columns, this.#all())
  }

  /** Records that a merge would change: who refers to it, and itself. */
  mergeSize({ of, from }: MergeSizeQuery): number {
    const uses = this.usesOf({ of, from, into: '' }, undefined).length
    return of === 'tag' ? uses : uses + 1
  }

  select(target: Selection): readonly string[] {
    if ('ids' in target) return target.ids
    const except = new Set(target.except)
    const { places } = this.#find(target.filter, newestFirst)
    return Array.from(places, at => this.#columns.ids[at] ?? '').filter(
      id => !except.has(id),
    )
  }

  transactions(query: TransactionsQuery): TransactionsAnswer {
    const { places, named, totals, base, days } = this.#find(
      query.filter,
      query.order,
    )
    const seenFrom = this.#accountRows(query.account)
    const rows: TransactionRow[] = []
    const end = Math.min(query.to, places.length)
    for (let at = Math.max(0, query.from); at < end; at++) {
      rows.push(this.#row(places[at] ?? 0, named, seenFrom))
    }
    return {
      version: this.version,
      count: places.length,
      from: query.from,
      rows,
      totals,
      base,
      days,
    }
  }

  months({ until, count }: MonthsQuery): MonthsAnswer {
    const firstDay = this.#firstDay()
    return {
      months: Array.from({ length: count }, (_, index) => {
        const month = shiftMonth(until, index - count + 1)
        const { from, to } = periodRange(month, firstDay)
        const places = this.#between(dayNumber(from), dayNumber(to))
        return {
          month,
          totals: sumPlaces(this.#columns, places),
          base: sumPlacesInBase(this.#columns, places),
          byCategory: spentByCategory(this.#columns, places),
          baseByCategory: spentInBase(this.#columns, places),
        }
      }),
    }
  }

  pairs({ of, most }: PairsQuery): PairsAnswer {
    this.#pairs ??= findPairs(this.#columns, this.#all())
    const found =
      of === undefined
        ? this.#pairs
        : this.#pairs.filter(({ out, into }) => out.id === of || into.id === of)
    return {
      count: found.length,
      pairs: found.slice(0, most).map(({ out, into }) => ({
        out: this.#row(out.at),
        into: this.#row(into.at),
      })),
    }
  }

  currencies({ today }: CurrenciesQuery): CurrenciesAnswer {
    return currenciesAnswer(
      this.#columns,
      this.#rates,
      this.#all(),
      this.docs('account').map(({ currency }) => currency),
      today,
    )
  }

  rates(query: RatesQuery): RatesAnswer {
    return ratesAnswer(this.#rates, query)
  }

  /** Between a currency and another, the ledger's unless it is said, on a day. */
  rateOn(
    currency: string,
    date: string,
    into = this.#columns.base,
  ): KeptRate | undefined {
    return this.#rates.rateOn(currency, into, date)
  }

  /** The ledger's currency; empty until it is known. */
  base(): string {
    return this.#columns.base
  }

  /** Of a selection the transactions that lack a rate, with the one that there is for each. */
  fillable(target: Selection): readonly Fillable[] {
    const { places } = this.#columns
    const chosen = this.select(target).flatMap(id => places.get(id) ?? [])
    return fillableOf(this.#columns, this.#rates, Int32Array.from(chosen))
  }

  balances({ date }: BalancesQuery): BalancesAnswer {
    const { accounts } = this.lookups()
    return balancesAnswer(
      this.#columns,
      this.#all(),
      accounts,
      this.#rates,
      date,
    )
  }

  statement({ account, date }: StatementQuery): StatementAnswer {
    const doc = this.#account(account)
    return doc === undefined
      ? { clearedMinor: 0, ticked: 0, open: 0 }
      : statementAnswer(this.#columns, this.#all(), doc, date)
  }

  /** Of the second account once it has taken over the first. */
  openingOfBoth(from: string, into: string): number {
    const one = this.#account(from)
    const other = this.#account(into)
    if (one === undefined || other === undefined) return 0
    return openingOfBoth(this.#columns, this.#all(), one, other)
  }

  lookups(): Omit<LookupsAnswer, 'me'> {
    this.#lookups ??= this.#makeLookups()
    return this.#lookups
  }

  suggest({ description, type, moment }: SuggestionQuery): SuggestionAnswer {
    const start = foldText(description.trim())
    const timeZone = this.docs('ledger')[0]?.timeZone ?? 'UTC'
    const usual =
      moment === undefined ? [] : findUsual(this.#past(), moment, timeZone)
    if (start === '') return { descriptions: [], usual }
    const { texts, uses } = this.#columns.descriptions
    this.#foldDescriptions()
    const found = texts
      .map((text, number) => ({ text, uses: uses[number] ?? 0, number }))
      .filter(
        ({ number, uses: used }) =>
          used > 0 && this.#foldedDescriptions[number]?.startsWith(start),
      )
      .sort((a, b) => b.uses - a.uses)
    const exact = new Set(
      found
        .filter(({ number }) => this.#foldedDescriptions[number] === start)
        .map(({ number }) => number),
    )
    return {
      descriptions: found.slice(0, 8).map(({ text }) => text),
      usual,
      ...this.#lastUsed(exact, transactionTypes.indexOf(type)),
    }
  }

  lastUses(descriptions: readonly string[]): readonly LastUse[] {
    return findLastUses(this.#past(), descriptions)
  }

  takeSnapshot(lastSeq: number): Snapshot {
    return writeSnapshot(
      this.#columns,
      this.#all(),
      this.#small.all(),
      this.#rates,
      lastSeq,
    )
  }

  /** False when the snapshot is of another version or damaged; nothing has changed then. */
  loadSnapshot(snapshot: unknown): snapshot is Snapshot {
    const read = readSnapshot(snapshot)
    if (read === undefined) return false
    this.#columns = read.columns
    this.#sorted = new SortedPlaces(read.columns, read.sorted)
    this.#small = new SmallDocs()
    for (const doc of read.small) this.#small.put(doc)
    this.#rates = read.rateTable
    this.#columns.redirect(this.#mergedIds())
    this.#foldedDescriptions = ['']
    this.#pairs = undefined
    this.#changed()
    return true
  }

  /** Forgets everything, before the ledger is read from its beginning. */
  clear(): void {
    this.#columns = new Columns()
    this.#sorted = new SortedPlaces(this.#columns)
    this.#small = new SmallDocs()
    this.#rates = new RateTable()
    this.#unread = new Map()
    this.#foldedDescriptions = ['']
    this.#pairs = undefined
    this.#changed()
  }

  #mergedIds(): ReadonlyMap<string, string> {
    return mergedIds([
      ...this.docs('account'),
      ...this.docs('category'),
      ...this.docs('payee'),
    ])
  }

  #changed(): void {
    this.#found.clear()
    this.#seenFrom = undefined
    this.#names = undefined
    this.#lookups = undefined
    this.#tell()
  }

  #tell(): void {
    this.version += 1
    for (const listener of this.#listeners) listener()
  }

  #account(id: string): Account | undefined {
    return this.docs('account').find(({ _id }) => _id === id)
  }

  /** Kept for the account whose list is looked at. */
  #accountRows(id: string | undefined): AccountRows | undefined {
    const account = id === undefined ? undefined : this.#account(id)
    if (account === undefined) return undefined
    if (this.#seenFrom?.id !== id) {
      const rows = new AccountRows(this.#columns, this.#all(), account)
      this.#seenFrom = { id: account._id, rows }
    }
    return this.#seenFrom?.rows
  }

  #all(): Int32Array {
    return this.#sorted.all()
  }

  #firstDay(): number {
    return this.docs('ledger')[0]?.firstDay ?? 1
  }

  #find(filter: TransactionFilter, order: TransactionOrder): Found {
    const key = `${order.by} ${order.descending} ${filterToSearch(filter)}`
    const known = this.#found.get(key)
    if (known !== undefined) return known
    const whole = this.#withBranches(filter)
    const matches = compileFilter(this.#columns, whole, this.#context())
    const all = this.#all()
    const named = compileParts(this.#columns, whole)
    const places = this.#order(
      filterToSearch(filter) === '' ? all : all.filter(matches),
      order,
      named,
    )
    const found = {
      places,
      named,
      totals: sumPlaces(this.#columns, places, named),
      base: sumPlacesInBase(this.#columns, places, named),
      days: order.by === 'date' ? this.#days(places, named) : [],
    }
    if (this.#found.size >= mostFound) this.#found.clear()
    this.#found.set(key, found)
    return found
  }

  #withBranches(filter: TransactionFilter): TransactionFilter {
    return filter.categories === undefined
      ? filter
      : withBranches(filter, this.lookups())
  }

  #context(): MatchContext {
    this.#foldDescriptions()
    return {
      firstDay: this.#firstDay(),
      isConnected: this.#facts.isConnected,
      foldedDescriptions: this.#foldedDescriptions,
      names: this.#nameTexts(),
      foldTag: tag => {
        const known = this.#foldedTags.get(tag) ?? foldText(tag)
        this.#foldedTags.set(tag, known)
        return known
      },
    }
  }

  #past(): Past {
    this.#foldDescriptions()
    return {
      columns: this.#columns,
      all: this.#all(),
      foldedDescriptions: this.#foldedDescriptions,
    }
  }

  #foldDescriptions(): void {
    const { texts } = this.#columns.descriptions
    for (let at = this.#foldedDescriptions.length; at < texts.length; at++) {
      this.#foldedDescriptions.push(foldText(texts[at] ?? ''))
    }
  }

  #nameTexts(): ReadonlyMap<string, string> {
    this.#names ??= new Map(
      [...this.docs('category'), ...this.docs('payee')].map(doc => [
        doc._id,
        foldText(doc.name),
      ]),
    )
    return this.#names
  }

  #order(
    places: Int32Array,
    { by, descending }: TransactionOrder,
    named: NamedParts | undefined,
  ): Int32Array {
    if (by === 'date') return descending ? places : places.toReversed()
    const { minor, description, descriptions } = this.#columns
    const sign = descending ? -1 : 1
    if (by === 'amount') {
      // As the rows show it.
      const sizes = named === undefined ? minor : sizesOf(places, named, minor)
      return places.toSorted(
        (a, b) =>
          sign * (Math.abs(sizes[a] ?? 0) - Math.abs(sizes[b] ?? 0)) || 0,
      )
    }
    const ranks = rankTexts(descriptions.texts)
    return places.toSorted(
      (a, b) =>
        sign *
        ((ranks[description[a] ?? 0] ?? 0) - (ranks[description[b] ?? 0] ?? 0)),
    )
  }

  #days(places: Int32Array, named: NamedParts | undefined): readonly DaySpan[] {
    const { day } = this.#columns
    const spans: DaySpan[] = []
    let start = 0
    let sum = new BaseSum(this.#columns, named)
    for (let index = 0; index < places.length; index++) {
      const at = places[index] ?? 0
      sum.add(at)
      const isLast =
        index === places.length - 1 || day[places[index + 1] ?? 0] !== day[at]
      if (!isLast) continue
      const { incomeMinor, expenseMinor, count } = sum
      spans.push({
        date: fromDayNumber(day[at] ?? 0),
        start,
        count,
        incomeMinor,
        expenseMinor,
        ...missingOf(sum),
      })
      start = index + 1
      sum = new BaseSum(this.#columns, named)
    }
    return spans
  }

  #between(from: number, to: number): Int32Array {
    return this.#all().subarray(
      this.#sorted.firstAtOrBefore(to),
      this.#sorted.firstAtOrBefore(from - 1),
    )
  }

  #lastUsed(descriptions: ReadonlySet<number>, type: number) {
    if (descriptions.size === 0) return {}
    const columns = this.#columns
    const at = this.#all().find(
      place =>
        columns.type[place] === type &&
        descriptions.has(columns.description[place] ?? 0),
    )
    if (at === undefined) return {}
    return {
      category: this.#reference(columns.category[at]),
      payee: this.#reference(columns.payee[at]),
      account: this.#reference(columns.account[at]),
    }
  }

  #makeLookups(): Omit<LookupsAnswer, 'me'> {
    const all = this.#all()
    const { day, tags } = this.#columns
    const merged = this.#mergedIds()
    const isStanding = ({ _id }: Doc) => !merged.has(_id)
    const years: string[] = []
    for (let at = 0; at < all.length;) {
      const year = fromDayNumber(day[all[at] ?? 0] ?? 0).slice(0, 4)
      years.push(year)
      at = this.#sorted.firstAtOrBefore(dayNumber(`${year}-01-01`) - 1)
    }
    return {
      ledger: this.docs('ledger')[0],
      members: byName(this.docs('member')),
      accounts: byOrder(this.docs('account').filter(isStanding)),
      categories: inTreeOrder(this.docs('category').filter(isStanding)),
      payees: byName(this.docs('payee').filter(isStanding)),
      merged: Object.fromEntries(merged),
      savedFilters: byName(this.docs('savedFilter')),
      templates: byName(this.docs('template')),
      tags: [...new Set([...tags.values()].flat())].sort(),
      currencies: this.#currencies(),
      years,
      isEmpty: all.length === 0,
    }
  }

  #currencies(): readonly string[] {
    const { currencies } = this.#columns
    const codes = new Set(this.docs('account').map(each => each.currency))
    for (const code of currencies.used()) codes.add(code)
    if (this.base() !== '') codes.add(this.base())
    return [...codes].sort()
  }

  #row(at: number, named?: NamedParts, seenFrom?: AccountRows): TransactionRow {
    const columns = this.#columns
    const side = seenFrom?.sideAt(at)
    const flags = columns.flags[at] ?? 0
    const isLacking = (flags & lacksRate) !== 0
    const currency = columns.currencies.textOf(columns.currency[at] ?? 0)
    return {
      id: columns.ids[at] ?? '',
      type: transactionTypes[columns.type[at] ?? 0] ?? 'expense',
      description: columns.descriptions.textOf(columns.description[at] ?? 0),
      minor: columns.minor[at] ?? 0,
      currency,
      date: fromDayNumber(columns.day[at] ?? 0),
      account: this.#reference(columns.account[at]),
      toAccount: this.#reference(columns.toAccount[at]),
      category: this.#reference(columns.category[at]),
      member: this.#reference(columns.member[at]),
      payee: this.#reference(columns.payee[at]),
      tags: columns.tags.get(at) ?? [],
      hasNotes: (flags & hasNotes) !== 0,
      hasReceipt: this.#small.withReceipt().has(columns.ids[at] ?? ''),
      parts: columns.parts.of(at).map(({ category, member, minor }) => ({
        category: this.#reference(category),
        member: this.#reference(member),
        minor,
      })),
      ...(columns.arrives.has(at) && { toMinor: columns.arrives.get(at) }),
      ...(named?.isLess(at) === true && { countedMinor: named.minorOf(at) }),
      isLocked: ((columns.marks[at] ?? 0) & (isLockedOut | isLockedIn)) !== 0,
      ...(side !== undefined && { side }),
      ...(columns.rates.has(at) &&
        currency !== columns.base &&
        !isLacking && { baseMinor: columns.baseMinor[at] ?? 0 }),
      lacksRate: isLacking,
      sync: stateOf(flags, this.#facts.isConnected),
    }
  }

  #reference(number: number | undefined): string | undefined {
    return number
      ? this.#columns.references.textOf(this.#columns.standing(number))
      : undefined
  }
}

/** Kinds that other docs refer to. */
const shared: ReadonlySet<Kind> = new Set([
  'account',
  'category',
  'member',
  'payee',
])
const newestFirst: TransactionOrder = { by: 'date', descending: true }

/** Days are many and seldom lack anything. */
function missingOf(sum: BaseSum): {
  readonly missing?: readonly MissingRates[]
} {
  const missing = sum.missing()
  return missing.length > 0 ? { missing } : {}
}

function sizesOf(
  places: Int32Array,
  named: NamedParts,
  minor: Float64Array,
): Float64Array {
  const sizes = minor.slice()
  for (const at of places) sizes[at] = named.minorOf(at)
  return sizes
}

function nameOf(raw: StoredDoc): string {
  const { description, name } = raw
  const known = [description, name].find(each => typeof each === 'string')
  return typeof known === 'string' && known !== '' ? known : raw._id
}

function withoutLog<Kept extends Doc>(doc: Kept): Kept {
  return { ...doc, log: undefined }
}

function rankTexts(texts: readonly string[]): Int32Array {
  const ranks = new Int32Array(texts.length)
  const numbers = texts.map((_, number) => number)
  numbers.sort((a, b) => ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1))
  numbers.forEach((number, rank) => (ranks[number] = rank))
  return ranks
}

function byName<Named extends { readonly name: string }>(
  docs: readonly Named[],
): readonly Named[] {
  return docs.toSorted((a, b) => a.name.localeCompare(b.name))
}

function byOrder<
  Ordered extends {
    readonly name: string
    readonly order?: number | undefined
  },
>(docs: readonly Ordered[]): readonly Ordered[] {
  return docs.toSorted(
    (a, b) =>
      (a.order ?? 1e9) - (b.order ?? 1e9) || a.name.localeCompare(b.name),
  )
}

function hasSame(
  some: ReadonlySet<string>,
  others: ReadonlySet<string>,
): boolean {
  return some.size === others.size && [...some].every(id => others.has(id))
}
