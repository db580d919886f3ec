import type { Account } from '@ourmoney/shared/account/account.ts'
import { dayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import { mergedIds } from '@ourmoney/shared/names/merged.ts'
import { RateTable, tableRate } from '@ourmoney/shared/rate/rate-table.ts'
import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { versionAt } from '@ourmoney/shared/sync/history.ts'
import type { Doc, DocOf } from '@ourmoney/shared/sync/kinds.ts'
import { Columns } from './columns.ts'
import { FoldedTexts } from './folded-texts.ts'
import { KeptDocs } from './kept-docs.ts'
import { SmallDocs, type SmallKind } from './small-docs.ts'
import { readSnapshot, writeSnapshot, type Snapshot } from './snapshot.ts'
import { SortedPlaces } from './sorted-places.ts'
import { SyncFlags, type RecordFacts } from './sync-flags.ts'
import { UnreadRecords } from './unread-records.ts'

/** One doc as the change feed tells it; a tombstone has `_deleted`. */
export type StoredChange = {
  readonly id: string
  readonly doc: StoredDoc
  /** The same, where whoever wrote it has checked it. */
  readonly checked?: Doc | undefined
}

/** All records of a ledger, in the shapes that they are read in. */
export class Book {
  columns = new Columns()
  folded = new FoldedTexts(this.columns)
  small = new SmallDocs()
  /** Apart from the other small docs: there may be many thousands. */
  rates = new RateTable()
  unread = new UnreadRecords()
  /** What was edited or deleted, with its log. */
  kept = new KeptDocs()
  readonly sync = new SyncFlags()
  #sorted = new SortedPlaces(this.columns)

  apply(changes: readonly StoredChange[]): void {
    const puts: DocOf<'transaction'>[] = []
    const removed: string[] = []
    for (const { id, doc: raw, checked } of changes) {
      const decoded =
        checked === undefined
          ? decodeDoc(raw)
          : { state: 'known' as const, doc: checked }
      const doc = decoded.state === 'known' ? decoded.doc : undefined
      this.unread.note(id, raw, decoded.state)
      if (doc === undefined) this.kept.remove(id)
      else this.kept.put(doc)
      if (doc?.kind === 'transaction' && doc._deleted !== true) puts.push(doc)
      else if (this.columns.places.has(id)) removed.push(id)
      if (doc === undefined || doc._deleted === true) {
        this.small.remove(id)
        this.rates.remove(id)
      } else if (doc.kind === 'rate') this.rates.put(tableRate(doc))
      else if (doc.kind !== 'transaction') this.small.put(withoutLog(doc))
    }
    this.columns.rebase(this.docs('ledger')[0]?.currency ?? '')
    this.columns.redirect(this.mergedIds())
    this.#applyRows(puts, removed)
  }

  #applyRows(
    puts: readonly DocOf<'transaction'>[],
    removed: readonly string[],
  ): void {
    const { columns } = this
    // A row keeps its place in the order while its day stays.
    const moved = puts.filter(doc => !columns.isOn(doc._id, doc.date))
    const touched = [...moved.map(doc => doc._id), ...removed].flatMap(
      id => columns.places.get(id) ?? [],
    )
    this.#sorted.takeOut(touched)
    for (const id of removed) columns.remove(id)
    for (const doc of puts) {
      columns.put(doc)
      this.sync.mark(doc._id, columns)
    }
    const places = new Set(
      moved.flatMap(doc => columns.places.get(doc._id) ?? []),
    )
    this.#sorted.putIn([...places])
  }

  /** False when nothing is other than before. */
  setFacts(facts: RecordFacts): boolean {
    return this.sync.set(facts, this.columns)
  }

  has(id: string): boolean {
    return (
      this.columns.places.has(id) || this.small.has(id) || this.rates.has(id)
    )
  }

  /** How many docs it has. */
  get size(): number {
    return this.columns.count + this.small.size + this.rates.size
  }

  /** Places of all rows, newest first. */
  all(): Int32Array {
    return this.#sorted.all()
  }

  /** Of those from one day until another. */
  between(from: number, to: number): Int32Array {
    return this.all().subarray(
      this.#sorted.firstAtOrBefore(to),
      this.firstBefore(from),
    )
  }

  /** Where in `all` what is older than a day begins. */
  firstBefore(day: number): number {
    return this.#sorted.firstAtOrBefore(day - 1)
  }

  docs<Name extends SmallKind>(kind: Name): readonly DocOf<Name>[] {
    return this.small.of(kind)
  }

  account(id: string): Account | undefined {
    return this.docs('account').find(({ _id }) => _id === id)
  }

  firstDay(): number {
    return this.docs('ledger')[0]?.firstDay ?? 1
  }

  mergedIds(): ReadonlyMap<string, string> {
    return mergedIds([
      ...this.docs('account'),
      ...this.docs('category'),
      ...this.docs('payee'),
    ])
  }

  takeSnapshot(lastSeq: number): Snapshot {
    const { columns, rates, kept } = this
    const small = this.small.all()
    return writeSnapshot(
      { columns, sorted: this.all(), small, rates, kept },
      lastSeq,
    )
  }

  /** False when the snapshot is of another version or damaged; nothing has changed then. */
  loadSnapshot(snapshot: unknown): snapshot is Snapshot {
    const read = readSnapshot(snapshot)
    if (read === undefined) return false
    this.#begin(read.columns, read.sorted)
    for (const doc of read.small) this.small.put(doc)
    this.rates = read.rateTable
    this.kept = read.kept
    this.columns.redirect(this.mergedIds())
    return true
  }

  /**
   * Takes back what was done since an instant, the end of that day: by the logs
   * of what was edited or deleted, and of the rest by when it was made. What
   * was imported counts from its own day; rates stay what they are.
   */
  rewind(at: number, day: number): void {
    const { columns } = this
    const gone = this.#madeSince(at, day)
    const puts: DocOf<'transaction'>[] = []
    for (const doc of this.kept.all()) {
      if ((doc.updatedAt ?? 0) <= at && (doc.deletedAt ?? 0) <= at) continue
      const then = standingAt(doc, at, day)
      if (then === undefined) {
        gone.add(doc._id)
        this.small.remove(doc._id)
      } else if (then.kind === 'transaction') {
        gone.delete(then._id)
        puts.push(then)
      } else if (then.kind !== 'rate') this.small.put(then)
    }
    columns.rebase(this.docs('ledger')[0]?.currency ?? '')
    columns.redirect(this.mergedIds())
    this.#applyRows(
      puts,
      [...gone].filter(id => columns.places.has(id)),
    )
  }

  /** Transactions that were not written down yet. */
  #madeSince(at: number, day: number): Set<string> {
    const { columns } = this
    const made = this.all().filter(place => {
      const entered = columns.entered[place] ?? 0
      return entered === 0 ? (columns.day[place] ?? 0) > day : entered > at
    })
    return new Set(Array.from(made, place => columns.ids[place] ?? ''))
  }

  clear(): void {
    this.#begin(new Columns())
    this.unread = new UnreadRecords()
  }

  #begin(columns: Columns, sorted?: Int32Array): void {
    this.columns = columns
    this.folded = new FoldedTexts(columns)
    this.#sorted = new SortedPlaces(columns, sorted)
    this.small = new SmallDocs()
    this.rates = new RateTable()
    this.kept = new KeptDocs()
  }
}

/** `undefined` where it was not there, or deleted, at that instant. */
function standingAt(doc: Doc, at: number, day: number): Doc | undefined {
  const then = versionAt(doc, at)
  if (then === undefined || then['deletedAt'] !== undefined) return undefined
  const { _deleted, ...standing } = then
  // A version of a doc is one, whatever was put into it since.
  const found = withoutLog(standing as unknown as Doc)
  const isImported = found.kind === 'transaction' && found.source !== undefined
  return isImported && dayNumber(found.date) > day ? undefined : found
}

function withoutLog<Kept extends Doc>(doc: Kept): Kept {
  return { ...doc, log: undefined }
}
