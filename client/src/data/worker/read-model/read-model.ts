import { dayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import { periodRange, shiftMonth } from '@ourmoney/shared/calendar/period.ts'
import type { LastUse } from '@ourmoney/shared/capture/reading.ts'
import type { Merge } from '@ourmoney/shared/names/redirect.ts'
import type { KeptRate } from '@ourmoney/shared/rate/rate.ts'
import type { Doc, DocOf } from '@ourmoney/shared/sync/kinds.ts'
import type { RecordState } from '@ourmoney/shared/sync/record-state.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import { newestFirst } from '@ourmoney/shared/transaction/order.ts'
import type { Selection } from '../../changes.ts'
import type {
  BalancesAnswer,
  BalancesQuery,
  StatementAnswer,
  StatementQuery,
} from '../../views/accounts.ts'
import type { MergeSizeQuery, NamesAnswer } from '../../views/names.ts'
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
import type { FoundPayment } from '../../views/recurring.ts'
import type { MonthsAnswer, MonthsQuery } from '../../views/sums.ts'
import type { UnreadRecord } from '../../views/sync.ts'
import type {
  PairsAnswer,
  PairsQuery,
  TransactionsAnswer,
  TransactionsQuery,
} from '../../views/transactions.ts'
import {
  AccountRows,
  balancesAnswer,
  openingOfBoth,
  statementAnswer,
} from './account-answers.ts'
import { spentInBase, sumPlacesInBase } from './base-sums.ts'
import { Book, type StoredChange } from './book.ts'
import { BroughtIn } from './brought-in.ts'
import {
  currenciesAnswer,
  fillableOf,
  ratesAnswer,
  type Fillable,
} from './currency-answers.ts'
import { findPairs } from './find-pairs.ts'
import {
  findPayments,
  rulesSeen,
  unknownPayments,
  type RecurringPayments,
} from './found-recurring.ts'
import { Finding } from './finding.ts'
import { makeLookups, type Lookups } from './lookups.ts'
import { countUses } from './references.ts'
import { outRows, type OutRow } from './out-rows.ts'
import { News } from './news/news.ts'
import { RecurringRows } from './recurring-rows.ts'
import { Past } from './past.ts'
import { Plans } from './plans/plans.ts'
import { Reports } from './reports/reports.ts'
import { rowAt } from './rows.ts'
import type { SmallKind } from './small-docs.ts'
import type { Snapshot } from './snapshot.ts'
import { suggest } from './suggest.ts'
import { findLastUses } from './suggestions.ts'
import { spentByCategory, sumPlaces } from './sum-rows.ts'
import type { RecordFacts } from './sync-flags.ts'
import type { UnreadState } from './unread-records.ts'
import { isInUse, usesOf } from './uses.ts'

/**
 * The ledger for reading: changed only by `apply`, asked by views. Pure: no
 * database, no clock.
 */
export class ReadModel {
  /** Grows with every change. */
  version = 0
  readonly #book = new Book()
  readonly #listeners = new Set<() => void>()
  // What was answered stays until the book changes.
  #finding = this.#newFinding()
  #reports = this.#newReports()
  #plans = this.#newPlans()
  #news = this.#newNews()
  #past = new Past(this.#book)
  #broughtIn = new BroughtIn(this.#book)
  #lookups: Lookups | undefined
  #pairs: ReturnType<typeof findPairs> | undefined
  #payments:
    { readonly today: string; readonly all: RecurringPayments } | undefined
  readonly #recurring = new RecurringRows(this.#book)
  #seenFrom: { readonly id: string; readonly rows: AccountRows } | undefined

  /** Calls back after every change; returns its undo. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The only way in. */
  apply(changes: readonly StoredChange[]): void {
    this.#book.apply(changes)
    this.#changed()
  }

  setFacts(facts: RecordFacts): void {
    if (!this.#book.setFacts(facts)) return
    this.#finding.forgetSync()
    this.#tell()
  }

  takeSnapshot(lastSeq: number): Snapshot {
    return this.#book.takeSnapshot(lastSeq)
  }

  /** False when the snapshot is of another version or damaged; nothing has changed then. */
  loadSnapshot(snapshot: unknown): snapshot is Snapshot {
    const isRead = this.#book.loadSnapshot(snapshot)
    if (isRead) this.#changed()
    return isRead
  }

  /** Forgets everything, before the ledger is read from its beginning. */
  clear(): void {
    this.#book.clear()
    this.#changed()
  }

  #changed(): void {
    this.#finding = this.#newFinding()
    this.#reports = this.#newReports()
    this.#plans = this.#newPlans()
    this.#past = new Past(this.#book)
    this.#broughtIn = new BroughtIn(this.#book)
    this.#lookups = undefined
    this.#pairs = undefined
    this.#payments = undefined
    this.#news = this.#newNews()
    this.#seenFrom = undefined
    this.#tell()
  }

  #newFinding(): Finding {
    return new Finding(this.#book, () => this.lookups())
  }

  #newReports(): Reports {
    return new Reports(this.#book, this.#finding, () => this.lookups())
  }

  #newPlans(): Plans {
    return new Plans(this.#book, this.#newFinding(), () => this.lookups())
  }

  #newNews(): News {
    return new News(this.#book, {
      lookups: () => this.lookups(),
      plans: () => this.#plans,
      payments: today => this.#paymentsBy(today),
    })
  }

  #tell(): void {
    this.version += 1
    for (const listener of this.#listeners) listener()
  }

  stateOf(id: string): RecordState | undefined {
    return this.#book.sync.stateOf(id, this.#book.columns)
  }

  countConflicted(): number {
    return this.#book.kept.conflictedCount
  }

  /** What the questions of a report are answered from. */
  get reports(): Reports {
    return this.#reports
  }

  /** What budgets and goals are told from. */
  get plans(): Plans {
    return this.#plans
  }

  /** What was. */
  get past(): Past {
    return this.#past
  }

  /** What came from files of banks, and what it may be the same as. */
  get broughtIn(): BroughtIn {
    return this.#broughtIn
  }

  /** What is about payments that recur. */
  get recurring(): RecurringRows {
    return this.#recurring
  }

  /** What recurs and no rule knows, as it was by that day. */
  foundRecurring(today: string): readonly FoundPayment[] {
    return unknownPayments(this.#book, this.#paymentsBy(today), today)
  }

  /** Ids of rules whose payments were seen to recur by that day. */
  rulesSeen(today: string): ReadonlySet<string> {
    return rulesSeen(this.#book, this.#paymentsBy(today))
  }

  /** What is news. */
  get news(): News {
    return this.#news
  }

  /** Asked for by more than one view: looked for once. */
  #paymentsBy(today: string): RecurringPayments {
    if (this.#payments?.today !== today) {
      this.#payments = { today, all: findPayments(this.#book, today) }
    }
    return this.#payments.all
  }

  has(id: string): boolean {
    return this.#book.has(id)
  }

  /** How many docs it has. */
  get size(): number {
    return this.#book.size
  }

  /** How many transactions it has. */
  get count(): number {
    return this.#book.columns.count
  }

  /** Ids of everything but transactions. */
  smallIds(): readonly string[] {
    const { small, rates } = this.#book
    return [...small.ids(), ...Array.from(rates.all(), ({ id }) => id)]
  }

  /** Everything but transactions and rates. */
  smallDocs(): readonly Doc[] {
    return this.#book.small.all()
  }

  /** Small docs of one kind; rates are asked for by pair and day. */
  docs<Name extends SmallKind>(kind: Name): readonly DocOf<Name>[] {
    return this.#book.docs(kind)
  }

  unread(state: UnreadState): readonly UnreadRecord[] {
    return this.#book.unread.of(state)
  }

  unreadIds(): readonly string[] {
    return this.#book.unread.ids()
  }

  isInUse(id: string): boolean {
    return isInUse(this.#book, id)
  }

  /** Ids of all docs that a merge has to rewrite. */
  usesOf(merge: Merge, into: DocOf<'category'> | undefined): readonly string[] {
    return usesOf(this.#book, merge, into)
  }

  names(): NamesAnswer {
    return countUses(this.#book.columns, this.#book.all())
  }

  /** Records that a merge would change: who refers to it, and itself. */
  mergeSize({ of, from }: MergeSizeQuery): number {
    const uses = this.usesOf({ of, from, into: '' }, undefined).length
    return of === 'tag' ? uses : uses + 1
  }

  select(target: Selection): readonly string[] {
    if ('ids' in target) return target.ids
    const except = new Set(target.except)
    const { ids } = this.#book.columns
    const { places } = this.#finding.find(target.filter, newestFirst)
    return Array.from(places, at => ids[at] ?? '').filter(id => !except.has(id))
  }

  /** Notes of a transaction or its parts are not here as they were written. */
  hasNotes(id: string): boolean {
    const { notes, places } = this.#book.columns
    return notes.has(places.get(id) ?? -1)
  }

  /** Transactions for a table, parts each by itself, as far as the filter names them; those that are gone are left out. */
  outRows(
    ids: readonly string[],
    filter: TransactionFilter,
  ): readonly OutRow[] {
    const { places } = this.#book.columns
    const { named } = this.#finding.find(filter, newestFirst)
    const found = ids.flatMap(id => places.get(id) ?? [])
    return outRows(this.#book, found, named)
  }

  transactions(query: TransactionsQuery): TransactionsAnswer {
    const { filter, order, from, asOf } = query
    const { book, finding } =
      asOf === undefined
        ? { book: this.#book, finding: this.#finding }
        : this.#past.at(asOf)
    const found = finding.find(filter, order)
    const { places, named, totals, base, days } = found
    const seenFrom = this.#accountRows(query.account)
    const window = places.subarray(
      Math.max(0, from),
      Math.min(query.to, places.length),
    )
    return {
      version: this.version,
      count: places.length,
      from,
      rows: Array.from(window, at => rowAt(book, at, named, seenFrom)),
      totals,
      base,
      days,
    }
  }

  months({ until, count }: MonthsQuery): MonthsAnswer {
    const book = this.#book
    const { columns } = book
    return {
      months: Array.from({ length: count }, (_, index) => {
        const month = shiftMonth(until, index - count + 1)
        const { from, to } = periodRange(month, book.firstDay())
        const places = book.between(dayNumber(from), dayNumber(to))
        return {
          month,
          totals: sumPlaces(columns, places),
          base: sumPlacesInBase(columns, places),
          byCategory: spentByCategory(columns, places),
          baseByCategory: spentInBase(columns, places),
        }
      }),
    }
  }

  pairs({ of, most }: PairsQuery): PairsAnswer {
    const book = this.#book
    this.#pairs ??= findPairs(book.columns, book.all())
    const found =
      of === undefined
        ? this.#pairs
        : this.#pairs.filter(({ out, into }) => out.id === of || into.id === of)
    return {
      count: found.length,
      pairs: found.slice(0, most).map(({ out, into }) => ({
        out: rowAt(book, out.at),
        into: rowAt(book, into.at),
      })),
    }
  }

  currencies({ today }: CurrenciesQuery): CurrenciesAnswer {
    const { columns, rates } = this.#book
    const ofAccounts = this.docs('account').map(({ currency }) => currency)
    return currenciesAnswer(columns, rates, this.#book.all(), ofAccounts, today)
  }

  rates(query: RatesQuery): RatesAnswer {
    return ratesAnswer(this.#book.rates, query)
  }

  /** Between a currency and another, the ledger's unless it is said, on a day. */
  rateOn(
    currency: string,
    date: string,
    into = this.base(),
  ): KeptRate | undefined {
    return this.#book.rates.rateOn(currency, into, date)
  }

  /** The day that the ledger's months begin with. */
  firstDay(): number {
    return this.#book.firstDay()
  }

  /** The ledger's currency; empty until it is known. */
  base(): string {
    return this.#book.columns.base
  }

  /** Of a selection the transactions that lack a rate, with the one that there is for each. */
  fillable(target: Selection): readonly Fillable[] {
    const { columns, rates } = this.#book
    const chosen = this.select(target).flatMap(
      id => columns.places.get(id) ?? [],
    )
    return fillableOf(columns, rates, Int32Array.from(chosen))
  }

  balances({ date }: BalancesQuery): BalancesAnswer {
    const { columns, rates } = this.#book
    const { accounts } = this.lookups()
    return balancesAnswer(columns, this.#book.all(), accounts, rates, date)
  }

  statement({ account, date }: StatementQuery): StatementAnswer {
    const book = this.#book
    const doc = book.account(account)
    return doc === undefined
      ? { clearedMinor: 0, ticked: 0, open: 0 }
      : statementAnswer(book.columns, book.all(), doc, date)
  }

  /** Of the second account once it has taken over the first. */
  openingOfBoth(from: string, into: string): number {
    const book = this.#book
    const one = book.account(from)
    const other = book.account(into)
    if (one === undefined || other === undefined) return 0
    return openingOfBoth(book.columns, book.all(), one, other)
  }

  lookups(): Lookups {
    this.#lookups ??= makeLookups(this.#book)
    return this.#lookups
  }

  suggest(query: SuggestionQuery): SuggestionAnswer {
    return suggest(this.#book, query)
  }

  lastUses(descriptions: readonly string[]): readonly LastUse[] {
    return findLastUses(this.#book, descriptions)
  }

  /** Kept for the account whose list is looked at. */
  #accountRows(id: string | undefined): AccountRows | undefined {
    const book = this.#book
    const account = id === undefined ? undefined : book.account(id)
    if (account === undefined) return undefined
    if (this.#seenFrom?.id !== id) {
      const rows = new AccountRows(book.columns, book.all(), account)
      this.#seenFrom = { id: account._id, rows }
    }
    return this.#seenFrom?.rows
  }
}
