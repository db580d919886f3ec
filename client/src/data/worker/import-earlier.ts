import { JSONParser } from '@streamparser/json'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { encodeDoc } from '@ourmoney/shared/sync/encode.ts'
import { derivedId } from '@ourmoney/shared/sync/ids.ts'
import {
  schemaVersion,
  type Doc,
  type DocOf,
} from '@ourmoney/shared/sync/kinds.ts'
import {
  compareWithStored,
  readEarlierRecord,
  type EarlierContext,
} from '@ourmoney/shared/statement/earlier-record.ts'
import type { ImportProgress } from '../files.ts'
import { LedgerError } from '../ledger-error.ts'
import type { DocStore } from './doc-store.ts'
import { piecesOf } from './pieces-of.ts'

const batchSize = 2_000
const mostListed = 1_000
/** Bytes that are hashed as a whole, which the browser does much faster. */
const mostAtOnce = 64 * 1_024 * 1_024

export type ImportDeps = {
  readonly store: DocStore
  readonly currency: string
  readonly timeZone: string
  readonly onProgress: (progress: ImportProgress) => void
  readonly isCancelled: () => boolean
}

type Counts = {
  -readonly [Field in keyof ImportProgress]: ImportProgress[Field]
} & {
  changedRows: ImportProgress['changedRows'][number][]
  unreadableRows: ImportProgress['unreadableRows'][number][]
}

type NumberedDoc = { readonly row: number; readonly doc: DocOf<'transaction'> }

/**
 * Reads a file of the earlier system piece by piece and writes it in batches.
 * All ids and first revisions are derived from the file: after a cancel or a
 * crash the same file brings the rest, and brings nothing twice.
 */
export async function importEarlier(
  file: Blob,
  fileName: string,
  deps: ImportDeps,
): Promise<ImportProgress> {
  const counts = newCounts(file.size)
  const fileHash = await hashFile(file)
  const context: EarlierContext = {
    currency: deps.currency,
    timeZone: deps.timeZone,
    batch: derivedId('importBatch', fileHash),
  }
  const others = new Map<string, Doc>()
  let rows: NumberedDoc[] = []
  let writing: Promise<void> = Promise.resolve()

  /** The next batch is read while this one is written; one is written at a time. */
  async function flush(): Promise<void> {
    const batch = rows
    const missing = [...others.values()]
    rows = []
    others.clear()
    await writing
    writing = write(batch, missing)
    // Awaited by the next flush; until then nobody else looks at its failure.
    writing.catch(() => undefined)
  }

  async function write(
    batch: readonly NumberedDoc[],
    missing: readonly Doc[],
  ): Promise<void> {
    await writeMissing(missing, deps.store)
    await writeRows(batch, deps.store, counts)
    deps.onProgress({ ...counts })
  }

  try {
    for await (const record of recordsOf(file, counts)) {
      const row = (counts.read += 1)
      if (row === 1) refuseOtherFiles(record)
      const read = readEarlierRecord(record, context)
      if (read.ok) {
        const { transaction, category, member } = read.value
        rows.push({ row, doc: transaction })
        for (const doc of [category, member]) {
          if (doc !== undefined && !others.has(doc._id))
            others.set(doc._id, doc)
        }
      } else if (read.failure.code === 'deleted') {
        counts.skipped += 1
      } else {
        counts.unreadable += 1
        if (counts.unreadableRows.length < mostListed) {
          counts.unreadableRows.push({ row, ...read.failure })
        }
      }
      if (rows.length < batchSize) continue
      await writing
      if (deps.isCancelled()) break
      await flush()
    }
    if (!deps.isCancelled()) await flush()
  } finally {
    // Whatever ended it, what was being written is whole.
    await writing
  }
  if (deps.isCancelled()) return { ...counts, phase: 'cancelled' }
  await writeMissing(
    [
      {
        _id: context.batch,
        kind: 'importBatch',
        v: schemaVersion,
        format: 'earlier-system',
        fileName: fileName.slice(0, 255),
        fileHash,
        count: counts.read,
      },
    ],
    deps.store,
  )
  const done = { ...counts, phase: 'done' as const }
  deps.onProgress(done)
  return done
}

/** The elements of the array that the file is, one by one. */
async function* recordsOf(file: Blob, counts: Counts): AsyncGenerator {
  const parser = new JSONParser({ paths: ['$.*'], keepStack: false })
  let found: unknown[] = []
  let isFirst = true
  parser.onValue = ({ value }) => {
    found.push(value)
  }
  try {
    for await (const chunk of piecesOf(file)) {
      if (isFirst) refuseOtherText(chunk)
      isFirst = false
      parser.write(chunk)
      counts.bytesRead += chunk.length
      const records = found
      found = []
      yield* records
    }
  } catch (cause) {
    if (cause instanceof LedgerError) throw cause
    throw new LedgerError(
      'not-an-export',
      `JSON breaks after record ${counts.read}`,
      cause,
    )
  }
  if (!parser.isEnded) {
    throw new LedgerError(
      'not-an-export',
      `the file ends after record ${counts.read}, before its list does`,
    )
  }
}

async function hashFile(file: Blob): Promise<string> {
  if (file.size <= mostAtOnce) {
    const whole = await crypto.subtle.digest(
      'SHA-256',
      await file.arrayBuffer(),
    )
    return bytesToHex(new Uint8Array(whole))
  }
  const hash = sha256.create()
  for await (const piece of piecesOf(file)) hash.update(piece)
  return bytesToHex(hash.digest())
}

function refuseOtherText(chunk: Uint8Array): void {
  const start = new TextDecoder().decode(chunk.subarray(0, 200))
  const text = start.replace(/^\uFEFF/, '').trimStart()
  if (text.startsWith('[')) return
  throw new LedgerError('not-an-export', text.slice(0, 40))
}

/** A list of something else is told by its first element. */
function refuseOtherFiles(record: unknown): void {
  const keys =
    typeof record === 'object' && record !== null ? Object.keys(record) : []
  if (['price', 'createdAt', 'type'].some(key => keys.includes(key))) return
  const found =
    keys.length > 0
      ? keys.join(', ').slice(0, 80)
      : (JSON.stringify(record) ?? '').slice(0, 80)
  throw new LedgerError('not-an-export', found)
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
  rows: readonly NumberedDoc[],
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
  if (fresh.size > 0) await store.write([...fresh.values()].map(encoded))
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
