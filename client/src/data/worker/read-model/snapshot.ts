import type { RateTable } from '@ourmoney/shared/rate/rate-table.ts'
import type { Rate } from '@ourmoney/shared/rate/rate.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { Columns, isPending, isRefused } from './columns.ts'
import { Dictionary } from './dictionary.ts'
import { KeptDocs, type StoredKept } from './kept-docs.ts'
import { PartColumns, type StoredParts } from './part-columns.ts'
import {
  rateColumns,
  readRateColumns,
  type RateColumns,
} from './rate-columns.ts'
import type { Sharing } from './sharing.ts'

/** Grows when the columns change; another version is rebuilt, never read. */
const snapshotVersion = 7

/** The read model as IndexedDB stores it: a cache, never a truth. */
export type Snapshot = {
  readonly version: number
  readonly lastSeq: number
  /** Joined by line feeds: one long string is stored far quicker than many. */
  readonly ids: string
  readonly numbers: Readonly<Record<NumberColumn, ArrayBuffer>>
  readonly sorted: Int32Array
  readonly parts: StoredParts
  readonly sharing: readonly (readonly [number, Sharing])[]
  readonly apart: readonly (readonly [number, readonly string[]])[]
  readonly stands: readonly (readonly [number, readonly string[]])[]
  readonly tags: readonly (readonly [number, readonly string[]])[]
  readonly notes: readonly (readonly [number, string])[]
  readonly arrives: readonly (readonly [number, number])[]
  /** Kept with transactions. */
  readonly rates: readonly (readonly [number, Rate])[]
  /** The ledger's currency, which `baseMinor` is in. */
  readonly base: string
  readonly currencies: readonly string[]
  readonly references: readonly string[]
  readonly descriptions: readonly string[]
  readonly small: readonly Doc[]
  readonly rateTable: RateColumns
  readonly kept: StoredKept
}

const numberColumns = [
  'type',
  'minor',
  'baseMinor',
  'day',
  'currency',
  'account',
  'toAccount',
  'category',
  'member',
  'payee',
  'description',
  'flags',
  'entered',
  'author',
  'batch',
  'marks',
] as const
type NumberColumn = (typeof numberColumns)[number]

type Written = {
  readonly columns: Columns
  readonly sorted: Int32Array
  readonly small: readonly Doc[]
  readonly rates: RateTable
  readonly kept: KeptDocs
}

export function writeSnapshot(written: Written, lastSeq: number): Snapshot {
  const { columns, sorted, small, rates, kept } = written
  const { size } = columns
  const flags = columns.flags.slice(0, size)
  for (let at = 0; at < size; at++) {
    // Sync states are derived anew at every start.
    flags[at] = (flags[at] ?? 0) & ~(isPending | isRefused)
  }
  return {
    version: snapshotVersion,
    lastSeq,
    ids: columns.ids.join('\n'),
    numbers: {
      type: columns.type.slice(0, size).buffer,
      minor: columns.minor.slice(0, size).buffer,
      baseMinor: columns.baseMinor.slice(0, size).buffer,
      day: columns.day.slice(0, size).buffer,
      currency: columns.currency.slice(0, size).buffer,
      account: columns.account.slice(0, size).buffer,
      toAccount: columns.toAccount.slice(0, size).buffer,
      category: columns.category.slice(0, size).buffer,
      member: columns.member.slice(0, size).buffer,
      payee: columns.payee.slice(0, size).buffer,
      description: columns.description.slice(0, size).buffer,
      flags: flags.buffer,
      entered: columns.entered.slice(0, size).buffer,
      author: columns.author.slice(0, size).buffer,
      batch: columns.batch.slice(0, size).buffer,
      marks: columns.marks.slice(0, size).buffer,
    },
    sorted: sorted.slice(),
    parts: columns.parts.stored(),
    sharing: [...columns.sharing],
    apart: [...columns.apart],
    stands: [...columns.stands],
    tags: [...columns.tags],
    notes: [...columns.notes],
    arrives: [...columns.arrives],
    rates: [...columns.rates],
    base: columns.base,
    currencies: columns.currencies.texts,
    references: columns.references.texts,
    descriptions: columns.descriptions.texts,
    small,
    rateTable: rateColumns(rates),
    kept: kept.stored(),
  }
}

type Read = {
  readonly columns: Columns
  readonly sorted: Int32Array
  readonly small: readonly Doc[]
  readonly rateTable: RateTable
  readonly kept: KeptDocs
}

export function readSnapshot(snapshot: unknown): Read | undefined {
  if (!isSnapshot(snapshot)) return undefined
  const rateTable = readRateColumns(snapshot.rateTable)
  const parts = PartColumns.from(snapshot.parts)
  const kept = KeptDocs.from(snapshot.kept)
  if (!rateTable || !parts || !kept) return undefined
  const { numbers } = snapshot
  const columns = new Columns()
  columns.ids = snapshot.ids === '' ? [] : snapshot.ids.split('\n')
  columns.size = columns.ids.length
  columns.type = new Uint8Array(numbers.type)
  columns.minor = new Float64Array(numbers.minor)
  columns.baseMinor = new Float64Array(numbers.baseMinor)
  columns.day = new Int32Array(numbers.day)
  columns.currency = new Uint16Array(numbers.currency)
  columns.account = new Int32Array(numbers.account)
  columns.toAccount = new Int32Array(numbers.toAccount)
  columns.category = new Int32Array(numbers.category)
  columns.member = new Int32Array(numbers.member)
  columns.payee = new Int32Array(numbers.payee)
  columns.description = new Int32Array(numbers.description)
  columns.flags = new Uint8Array(numbers.flags)
  columns.entered = new Float64Array(numbers.entered)
  columns.author = new Int32Array(numbers.author)
  columns.batch = new Int32Array(numbers.batch)
  columns.marks = new Uint8Array(numbers.marks)
  const isWhole =
    columns.type.length === columns.size &&
    columns.minor.length === columns.size &&
    columns.baseMinor.length === columns.size &&
    columns.flags.length === columns.size
  if (!isWhole) return undefined
  columns.parts = parts
  columns.sharing = new Map(snapshot.sharing)
  columns.apart = new Map(snapshot.apart)
  columns.stands = new Map(snapshot.stands)
  columns.tags = new Map(snapshot.tags)
  columns.notes = new Map(snapshot.notes)
  columns.arrives = new Map(snapshot.arrives)
  columns.rates = new Map(snapshot.rates)
  columns.base = snapshot.base
  columns.currencies = Dictionary.from(snapshot.currencies)
  columns.references = Dictionary.from(snapshot.references)
  columns.descriptions = Dictionary.from(snapshot.descriptions)
  columns.reindex()
  if (columns.count !== snapshot.sorted.length) return undefined
  const { sorted, small } = snapshot
  return { columns, sorted, small, rateTable, kept }
}

function isSnapshot(value: unknown): value is Snapshot {
  if (typeof value !== 'object' || value === null) return false
  const snapshot = value as Partial<Snapshot>
  const numbers: Partial<Record<NumberColumn, unknown>> = snapshot.numbers ?? {}
  return (
    snapshot.version === snapshotVersion &&
    typeof snapshot.ids === 'string' &&
    typeof snapshot.base === 'string' &&
    Number.isSafeInteger(snapshot.lastSeq) &&
    snapshot.sorted instanceof Int32Array &&
    numberColumns.every(name => numbers[name] instanceof ArrayBuffer) &&
    [
      snapshot.sharing,
      snapshot.apart,
      snapshot.stands,
      snapshot.tags,
      snapshot.notes,
      snapshot.arrives,
      snapshot.rates,
      snapshot.currencies,
      snapshot.references,
      snapshot.descriptions,
      snapshot.small,
    ].every(Array.isArray)
  )
}
