import { JSONParser } from '@streamparser/json'
import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { encodeDoc } from '@ourmoney/shared/sync/encode.ts'
import { derivedId } from '@ourmoney/shared/sync/ids.ts'
import type { Doc, DocOf } from '@ourmoney/shared/sync/kinds.ts'
import {
  readEarlierRecord,
  type EarlierContext,
} from '@ourmoney/shared/statement/earlier-record.ts'
import type { ImportProgress } from '../../files.ts'
import { LedgerError } from '../../ledger-error.ts'
import { hashFile } from '../hash-file.ts'
import { piecesOf } from '../pieces-of.ts'
import { valueGuard } from '../value-guard.ts'

/** What is read between two writes. */
export type EarlierBatch = {
  readonly rows: readonly EarlierRow[]
  /** Categories and members that the rows name, each once. */
  readonly others: readonly Doc[]
  /** Since the batch before. */
  readonly read: number
  readonly bytesRead: number
  readonly skipped: number
  readonly unreadableRows: readonly ImportProgress['unreadableRows'][number][]
}

/** Checked and in the one order of keys, so that whoever writes it has neither to do. */
export type EarlierRow = {
  /** Counted from 1. */
  readonly row: number
  readonly doc: DocOf<'transaction'>
}

/** A file of the earlier system, read as far as somebody asks. */
export type EarlierReader = {
  readonly fileHash: string
  /** Nothing after the last. Throws LedgerError `not-an-export`. */
  readonly next: () => Promise<EarlierBatch | undefined>
  /** Reads no further. */
  readonly close: () => void
}

/** What the ledger decides about a file. */
type OfLedger = Pick<EarlierContext, 'currency' | 'timeZone'>

const batchSize = 2_000

export type ReadEarlier = (
  file: Blob,
  ledger: OfLedger,
) => Promise<EarlierReader>

/** Reads here, in the thread that asks. */
export const readEarlier: ReadEarlier = async (file, ledger) => {
  const fileHash = await hashFile(file)
  const batch = derivedId('importBatch', fileHash)
  const batches = batchesOf(file, { ...ledger, batch })
  return {
    fileHash,
    next: async () => {
      const { done, value } = await batches.next()
      return done === true ? undefined : value
    },
    close: () => void batches.return(undefined),
  }
}

async function* batchesOf(
  file: Blob,
  context: EarlierContext,
): AsyncGenerator<EarlierBatch, undefined> {
  let count = 0
  let bytes = 0
  let batch = newBatch()
  for await (const { record, bytesRead } of recordsOf(file)) {
    const row = (count += 1)
    if (row === 1) refuseOtherFiles(record)
    batch.read += 1
    batch.bytesRead += bytesRead - bytes
    bytes = bytesRead
    const read = readEarlierRecord(record, context)
    if (read.ok) {
      const { transaction, category, member } = read.value
      const doc = encodeDoc(transaction)
      const decoded = decodeDoc(doc as unknown as StoredDoc)
      if (decoded.state === 'known') batch.rows.push({ row, doc })
      else {
        const found = 'issues' in decoded ? decoded.issues.join(', ') : ''
        batch.unreadableRows.push({ row, code: 'not-a-record', found })
      }
      for (const doc of [category, member]) {
        if (doc !== undefined) batch.others.set(doc._id, doc)
      }
    } else if (read.failure.code === 'deleted') batch.skipped += 1
    else batch.unreadableRows.push({ row, ...read.failure })
    if (batch.rows.length < batchSize) continue
    yield { ...batch, others: [...batch.others.values()] }
    batch = newBatch()
  }
  batch.bytesRead += file.size - bytes
  yield { ...batch, others: [...batch.others.values()] }
  return undefined
}

function newBatch() {
  return {
    rows: [] as EarlierRow[],
    others: new Map<string, Doc>(),
    read: 0,
    bytesRead: 0,
    skipped: 0,
    unreadableRows: [] as ImportProgress['unreadableRows'][number][],
  }
}

/** The elements of the array that the file is, one by one, and how far it was read. */
async function* recordsOf(
  file: Blob,
): AsyncGenerator<{ readonly record: unknown; readonly bytesRead: number }> {
  const parser = new JSONParser({ paths: ['$.*'], keepStack: false })
  let found: unknown[] = []
  let count = 0
  let bytesRead = 0
  const guard = valueGuard(() => {
    throw new LedgerError(
      'not-an-export',
      `the record after ${count} has no end`,
    )
  })
  parser.onValue = ({ value }) => {
    found.push(value)
  }
  try {
    for await (const chunk of piecesOf(file)) {
      if (bytesRead === 0) refuseOtherText(chunk)
      parser.write(chunk)
      bytesRead += chunk.length
      const records = found
      found = []
      guard(chunk.length, records.length > 0)
      for (const record of records) {
        yield { record, bytesRead }
        count += 1
      }
    }
  } catch (cause) {
    if (cause instanceof LedgerError) throw cause
    throw new LedgerError(
      'not-an-export',
      `JSON breaks after record ${count}`,
      cause,
    )
  }
  if (!parser.isEnded) {
    throw new LedgerError(
      'not-an-export',
      `the file ends after record ${count}, before its list does`,
    )
  }
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
