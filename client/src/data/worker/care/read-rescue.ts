import { JSONParser } from '@streamparser/json'
import {
  receiptPartSchema,
  type ReceiptPart,
} from '@ourmoney/shared/receipt/receipt-part.ts'
import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { readStructure } from '@ourmoney/shared/sync/structure.ts'
import type { RescueReading } from '../../care.ts'
import { LedgerError } from '../../ledger-error.ts'
import { piecesOf } from '../pieces-of.ts'
import type { LeafStore } from './leaf-store.ts'
import { rescueFormat } from './rescue-file.ts'

type Reading = {
  readonly file: Blob
  readonly ledger: string
  readonly leaves: LeafStore
  readonly putReceipts: (parts: readonly ReceiptPart[]) => Promise<void>
  readonly onProgress: (progress: RescueReading) => void
  readonly signal: AbortSignal
}

type Part = {
  readonly of: 'head' | 'docs' | 'receipts'
  readonly value: unknown
}

const batchSize = 500

/**
 * Puts what a rescue file has beside what is there. What is not as we write
 * it is counted and left out: the file may be anybody's.
 */
export async function readRescue(reading: Reading): Promise<RescueReading> {
  const { file, leaves, onProgress, signal } = reading
  let counts: RescueReading = {
    phase: 'reading',
    bytesRead: 0,
    bytesAll: file.size,
    added: 0,
    changed: 0,
    known: 0,
    unreadable: 0,
  }
  let docs: StoredDoc[] = []
  let receipts: ReceiptPart[] = []
  const changed = new Set<string>()
  let isHeadRead = false

  async function flush(): Promise<void> {
    const batch = docs
    docs = []
    const states = await leaves.graft(batch)
    const counted = { ...counts }
    states.forEach((state, at) => {
      counted[state] += 1
      if (state === 'changed') changed.add(batch[at]?._id ?? '')
    })
    counts = counted
    await reading.putReceipts(receipts)
    receipts = []
    onProgress(counts)
  }

  for await (const { parts, bytes } of partsOf(file)) {
    for (const { of, value } of parts) {
      if (of === 'head') isHeadRead = checkHead(value, reading.ledger)
      else if (!isHeadRead) throw new LedgerError('not-a-rescue', 'no head')
      else if (of === 'docs') {
        const doc = readDoc(value)
        if (doc === undefined) {
          counts = { ...counts, unreadable: counts.unreadable + 1 }
        } else docs.push(doc)
      } else {
        const part = receiptPartSchema.safeParse(value)
        if (part.success) receipts.push(part.data)
      }
    }
    counts = { ...counts, bytesRead: bytes }
    if (docs.length + receipts.length < batchSize) continue
    if (signal.aborted) break
    await flush()
  }
  if (!isHeadRead) throw new LedgerError('not-a-rescue', 'no head')
  if (!signal.aborted) await flush()
  await leaves.settle([...changed])
  counts = { ...counts, phase: signal.aborted ? 'cancelled' : 'done' }
  onProgress(counts)
  return counts
}

function checkHead(ledger: unknown, expected: string): true {
  if (ledger === expected) return true
  throw new LedgerError('other-ledger', String(ledger).slice(0, 40))
}

function readDoc(value: unknown): StoredDoc | undefined {
  const sound = readStructure(value)
  if (typeof sound === 'string') return undefined
  const { _rev, _revisions, ...body } = sound.doc
  const { state } = decodeDoc(body as unknown as StoredDoc)
  return state === 'broken' ? undefined : sound.doc
}

/** The file piece by piece; `head` comes once, with the ledger's id. */
async function* partsOf(file: Blob) {
  const parser = new JSONParser({
    paths: ['$.format', '$.ledger', '$.docs.*', '$.receipts.*'],
    keepStack: false,
  })
  let parts: Part[] = []
  let format: unknown
  parser.onValue = ({ value, key, stack }) => {
    if (key === 'format') format = value
    else if (key === 'ledger') {
      if (format !== rescueFormat) throw new LedgerError('not-a-rescue')
      parts.push({ of: 'head', value })
    } else {
      const of = stack[1]?.key === 'docs' ? 'docs' : 'receipts'
      parts.push({ of, value })
    }
  }
  let bytes = 0
  try {
    for await (const piece of piecesOf(file)) {
      parser.write(piece)
      bytes += piece.length
      const read = parts
      parts = []
      yield { parts: read, bytes }
    }
  } catch (cause) {
    if (cause instanceof LedgerError) throw cause
    throw new LedgerError('not-a-rescue', 'not JSON', cause)
  }
  if (!parser.isEnded) throw new LedgerError('not-a-rescue', 'cut short')
}
