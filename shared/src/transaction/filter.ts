import { spreadChoice } from '../category/choice.ts'
import type { Category } from '../category/tree.ts'
import { marks, type Mark } from '../account/marks.ts'
import { isLocalDate } from '../calendar/local-date.ts'
import { isPeriod, periodRange } from '../calendar/period.ts'
import { recordStates, type RecordState } from '../sync/record-state.ts'
import type { Parted } from './counted.ts'
import { transactionTypes, type TransactionType } from './transaction.ts'

/**
 * The one filter of the product: for the list, its totals, reports, export
 * and the REST API. An absent field does not restrict; arrays are "any of".
 */
export type TransactionFilter = {
  /** Words that must all occur, case and accents aside, in description, category, payee, tags, notes (of parts too) or amount. */
  readonly text?: string | undefined
  /** Those that are called so and nothing else, case and accents aside. */
  readonly descriptions?: readonly string[] | undefined
  readonly types?: readonly TransactionType[] | undefined
  /** A choice of categories, each with what is below it; `none` stands for transactions without one. */
  readonly categories?: readonly string[] | undefined
  readonly members?: readonly string[] | undefined
  /** Account ids; `none` stands for transactions in none. A transfer is in both of its own. */
  readonly accounts?: readonly string[] | undefined
  /** How far they are with the statement of one of these accounts, or of any. */
  readonly marks?: readonly Mark[] | undefined
  /** Payee ids; `none` stands for transactions without one. */
  readonly payees?: readonly string[] | undefined
  readonly tags?: readonly string[] | undefined
  readonly currencies?: readonly string[] | undefined
  /** Ids of the files that they were brought in with. */
  readonly batches?: readonly string[] | undefined
  /** Those that the total in the ledger's currency leaves out. */
  readonly rate?: 'missing' | undefined
  /** Bounds of the amount without its sign, in minor units, inclusive. */
  readonly fromMinor?: number | undefined
  readonly toMinor?: number | undefined
  /** A year `2026` or a month `2026-11`, which starts on the ledger's first day. */
  readonly period?: string | undefined
  /** Dates, inclusive. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly sync?: readonly RecordState[] | undefined
}

/** What the filter reads of one transaction. */
export type Filterable = {
  readonly type: TransactionType
  readonly description: string
  readonly minor: number
  readonly currency: string
  /** Not in the ledger's currency, and no rate was kept with it. */
  readonly lacksRate?: boolean | undefined
  readonly date: string
  readonly account?: string | undefined
  readonly toAccount?: string | undefined
  readonly ticked?: string[] | undefined
  readonly locked?: string[] | undefined
  readonly category?: string | undefined
  readonly member?: string | undefined
  readonly payee?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly source?: { readonly batch?: string | undefined } | undefined
  readonly splits?: Parted['splits']
  /** All texts that a search looks at, folded. */
  readonly searchText: string
  readonly sync?: RecordState | undefined
}

/** Lower case without accents, so that `Légumes` is found by `legumes`. */
export function foldText(text: string): string {
  const lower = text.toLowerCase()
  // Most text is plain, and normalising costs ten times as much.
  return plain.test(lower)
    ? lower
    : lower.normalize('NFKD').replace(/\p{Mn}/gu, '')
}

// Everything below the first letter with a mark of its own.
const plain = /^[\u0000-\u007f]*$/ // oxlint-disable-line no-control-regex

export function searchWords(text: string): readonly string[] {
  return foldText(text).split(/\s+/u).filter(Boolean)
}

/** First and last day that a filter lets through; open ends are `undefined`. */
export function filterDates(filter: TransactionFilter, firstDay: number) {
  const period =
    filter.period === undefined
      ? undefined
      : periodRange(filter.period, firstDay)
  return {
    from: later(filter.from, period?.from),
    to: earlier(filter.to, period?.to),
  }
}

/** What of a ledger says which categories a filter means. */
export type CategoryBook = {
  readonly categories: readonly Category[]
  /** Ids that were merged away, and what each stands for now. */
  readonly merged: Readonly<Record<string, string>>
}

/** The filter with every category that its choice stands for: to find by it, never to keep it. */
export function withBranches(
  filter: TransactionFilter,
  { categories, merged }: CategoryBook,
): TransactionFilter {
  if (filter.categories === undefined) return filter
  return {
    ...filter,
    categories: spreadChoice(filter.categories, categories, merged),
  }
}

export function isEmptyFilter(filter: TransactionFilter): boolean {
  return filterToSearch(filter) === ''
}

const listKeys = [
  'descriptions',
  'types',
  'categories',
  'members',
  'accounts',
  'payees',
  'tags',
  'currencies',
  'batches',
] as const

/** The filter as an address carries it: a query string without `?`, the same for equal filters. */
export function filterToSearch(filter: TransactionFilter): string {
  const search = new Map<string, string>()
  if (filter.text) search.set('text', filter.text)
  for (const key of [...listKeys, 'marks', 'sync'] as const) {
    const values = filter[key]
    if (values !== undefined && values.length > 0) {
      search.set(key, values.map(escapeComma).join(','))
    }
  }
  if (filter.rate !== undefined) search.set('rate', filter.rate)
  for (const key of ['fromMinor', 'toMinor'] as const) {
    const value = filter[key]
    if (value !== undefined) search.set(key, String(value))
  }
  for (const key of ['period', 'from', 'to'] as const) {
    const value = filter[key]
    if (value) search.set(key, value)
  }
  return [...search]
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
}

/** Reads an address; parts that make no sense are left out, other keys ignored. */
export function filterFromSearch(search: string): TransactionFilter {
  const values = new Map<string, string>()
  for (const part of search.replace(/^\?/, '').split('&')) {
    const [key = '', value = ''] = part.split('=')
    values.set(key, decode(value))
  }
  const filter: Record<string, unknown> = {}
  const text = values.get('text')
  if (text) filter['text'] = text
  for (const key of listKeys) {
    const list = splitList(values.get(key))
    const known =
      key === 'types'
        ? list.filter(each => transactionTypes.some(type => type === each))
        : list
    if (known.length > 0) filter[key] = known
  }
  const sync = splitList(values.get('sync')).filter(each =>
    recordStates.some(state => state === each),
  )
  if (sync.length > 0) filter['sync'] = sync
  const found = splitList(values.get('marks')).filter(each =>
    marks.some(mark => mark === each),
  )
  if (found.length > 0) filter['marks'] = found
  if (values.get('rate') === 'missing') filter['rate'] = 'missing'
  for (const key of ['fromMinor', 'toMinor']) {
    const value = values.get(key)
    if (value !== undefined && /^\d{1,15}$/.test(value)) {
      filter[key] = Number(value)
    }
  }
  const period = values.get('period')
  if (period !== undefined && isPeriod(period)) filter['period'] = period
  for (const key of ['from', 'to']) {
    const value = values.get(key)
    if (value !== undefined && isLocalDate(value)) filter[key] = value
  }
  return filter as TransactionFilter
}

function later(a: string | undefined, b: string | undefined) {
  if (a === undefined || b === undefined) return a ?? b
  return a > b ? a : b
}

function earlier(a: string | undefined, b: string | undefined) {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? a : b
}

function escapeComma(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll(',', '\\,')
}

function splitList(text: string | undefined): readonly string[] {
  if (text === undefined || text === '') return []
  const found = text.match(/(?:\\.|[^,\\])+/gsu) ?? []
  return found.map(each => each.replace(/\\(.)/gsu, '$1'))
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    // A broken escape in an address that somebody cut short.
    return ''
  }
}
