import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { encodeDoc } from '@ourmoney/shared/sync/encode.ts'
import { derivedId } from '@ourmoney/shared/sync/ids.ts'
import {
  schemaVersion,
  type Doc,
  type DocOf,
} from '@ourmoney/shared/sync/kinds.ts'
import { compareWithStored } from '@ourmoney/shared/statement/earlier-record.ts'
import type { ImportProgress } from '../../files.ts'
import type { DocStore } from '../doc-store.ts'
import type { EarlierBatch, EarlierReader, EarlierRow } from './read-earlier.ts'

const mostListed = 1_000

export type ImportDeps = {
  readonly store: DocStore
  readonly reader: EarlierReader
  readonly onProgress: (progress: ImportProgress) => void
  /**
   * Something new came of a file, whose batch has that id, or it was read to
   * its end: then it has so many records.
   */
  readonly onBroughtIn: (batch: string, records?: number) => Promise<void>
  readonly isCancelled: () => boolean
}

type Counts = {
  -readonly [Field in keyof ImportProgress]: ImportProgress[Field]
} & {
  changedRows: ImportProgress['changedRows'][number][]
  unreadableRows: ImportProgress['unreadableRows'][number][]
}

/**
 * Writes what is read of a file of the earlier system, batch by batch; the
 * next is read while one is written. All ids and first revisions are derived
 * from the file: after a cancel or a crash the same file brings the rest, and
 * brings nothing twice.
 */
export async function importEarlier(
  file: { readonly name: string; readonly size: number },
  { store, reader, onProgress, onBroughtIn, isCancelled }: ImportDeps,
): Promise<ImportProgress> {
  const counts = newCounts(file.size)
  const id = derivedId('importBatch', reader.fileHash)
  // Before its first row, so that all that came in by then can be taken back, whatever ends it.
  const writeBatch = () => writeMissing([batchDoc(id, file, reader)], store)
  let batch = await reader.next()
  while (batch !== undefined && !isCancelled()) {
    const next = reader.next()
    // Awaited after the writing; until then nobody else looks at its failure.
    next.catch(() => undefined)
    if (counts.read === 0) await writeBatch()
    await writeMissing(batch.others, store)
    await writeRows(batch.rows, store, counts)
    count(batch, counts)
    onProgress({ ...counts })
    batch = await next
  }
  if (isCancelled()) {
    if (counts.added > 0) await onBroughtIn(id)
    return { ...counts, phase: 'cancelled' }
  }
  await onBroughtIn(id, counts.read)
  const done = { ...counts, phase: 'done' as const }
  onProgress(done)
  return done
}

/** How many records it has is known at its end: until then it is the same on every device without. */
function batchDoc(
  _id: string,
  { name }: { readonly name: string },
  { fileHash }: EarlierReader,
): Doc {
  return {
    _id,
    kind: 'importBatch',
    v: schemaVersion,
    format: 'earlier-system',
    fileName: name.slice(0, 255),
    fileHash,
  }
}

function count(batch: EarlierBatch, counts: Counts): void {
  counts.read += batch.read
  counts.bytesRead += batch.bytesRead
  counts.skipped += batch.skipped
  counts.unreadable += batch.unreadableRows.length
  const room = mostListed - counts.unreadableRows.length
  counts.unreadableRows.push(...batch.unreadableRows.slice(0, room))
}

/** What a file needs beside its transactions; what somebody deleted or edited stays as it is. */
async function writeMissing(
  docs: readonly Doc[],
  store: DocStore,
): Promise<void> {
  if (docs.length === 0) return
  const stored = await store.read(docs.map(doc => doc._id))
  const missing = docs.filter((_, index) => stored[index] === undefined)
  if (missing.length > 0) await store.write(missing.map(encoded))
}

async function writeRows(
  rows: readonly EarlierRow[],
  store: DocStore,
  counts: Counts,
): Promise<void> {
  if (rows.length === 0) return
  const stored = await store.read(rows.map(({ doc }) => doc._id))
  const fresh = new Map<string, DocOf<'transaction'>>()
  rows.forEach(({ row, doc }, index) => {
    const before = fresh.get(doc._id) ?? docOf(stored[index])
    if (before === undefined) {
      fresh.set(doc._id, doc)
      counts.added += 1
      return
    }
    const state = before === 'gone' ? 'deleted' : compareWithStored(before, doc)
    if (state === 'same') counts.known += 1
    else if (state === 'deleted') counts.deletedBefore += 1
    else {
      counts.changed += 1
      if (counts.changedRows.length < mostListed) {
        counts.changedRows.push({ row, id: doc._id, words: doc.description })
      }
    }
  })
  if (fresh.size > 0) {
    // As the reader left them: in order and checked.
    const docs = [...fresh.values()] as unknown as StoredDoc[]
    const stale = await store.write(docs, fresh)
    // Somebody else was quicker, with the same file.
    counts.added -= stale.length
    counts.known += stale.length
  }
}

function docOf(stored: StoredDoc | undefined): Doc | 'gone' | undefined {
  if (stored === undefined) return undefined
  const decoded = decodeDoc(stored)
  return decoded.state === 'known' ? decoded.doc : 'gone'
}

function encoded(doc: Doc): StoredDoc {
  return encodeDoc(doc) as unknown as StoredDoc
}

function newCounts(bytesAll: number): Counts {
  return {
    phase: 'reading',
    bytesRead: 0,
    bytesAll,
    read: 0,
    added: 0,
    known: 0,
    changed: 0,
    changedRows: [],
    deletedBefore: 0,
    skipped: 0,
    unreadable: 0,
    unreadableRows: [],
  }
}
