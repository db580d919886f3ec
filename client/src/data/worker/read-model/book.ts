import type { Account } from '@ourmoney/shared/account/account.ts'
import { mergedIds } from '@ourmoney/shared/names/merged.ts'
import { RateTable, tableRate } from '@ourmoney/shared/rate/rate-table.ts'
import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import type { Doc, DocOf } from '@ourmoney/shared/sync/kinds.ts'
import { Columns } from './columns.ts'
import { FoldedTexts } from './folded-texts.ts'
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
    const isMany = moved.length + removed.length
    if (isMany <= 200) this.#sorted.takeOut(touched)
    for (const id of removed) columns.remove(id)
    for (const doc of puts) {
      columns.put(doc)
      this.sync.mark(doc._id, columns)
    }
    const places = new Set(
      moved.flatMap(doc => columns.places.get(doc._id) ?? []),
    )
    this.#sorted.putIn([...places], isMany)
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
    const { columns, rates } = this
    return writeSnapshot(columns, this.all(), this.small.all(), rates, lastSeq)
  }

  /** False when the snapshot is of another version or damaged; nothing has changed then. */
  loadSnapshot(snapshot: unknown): snapshot is Snapshot {
    const read = readSnapshot(snapshot)
    if (read === undefined) return false
    this.#begin(read.columns, read.sorted)
    for (const doc of read.small) this.small.put(doc)
    this.rates = read.rateTable
    this.columns.redirect(this.mergedIds())
    return true
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
  }
}

function withoutLog<Kept extends Doc>(doc: Kept): Kept {
  return { ...doc, log: undefined }
}
