import {
  receiptPartSchema,
  type ReceiptPart,
} from '@ourmoney/shared/receipt/receipt-part.ts'
import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import type { RescueReading } from '../../care.ts'
import { LedgerError } from '../../ledger-error.ts'
import type { LeafStore } from './leaf-store.ts'
import { readRescuedDoc, rescueParts } from './rescue-parts.ts'

type Reading = {
  readonly file: Blob
  readonly password: string | undefined
  readonly ledger: string
  readonly leaves: LeafStore
  readonly putReceipts: (parts: readonly ReceiptPart[]) => Promise<void>
  readonly onProgress: (progress: RescueReading) => void
  readonly signal: AbortSignal
}

const batchSize = 500

/**
 * Puts what a rescue file or backup has beside what is there. What is not as
 * we write it is counted and left out: the file may be anybody's.
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

  for await (const { parts, bytes } of rescueParts(file, reading.password)) {
    for (const { of, value } of parts) {
      if (of === 'ledger') mustBe(value, reading.ledger)
      else if (of === 'docs') {
        const doc = readRescuedDoc(value)
        if (doc === undefined) {
          counts = { ...counts, unreadable: counts.unreadable + 1 }
        } else docs.push(doc)
      } else if (of === 'receipts') {
        const part = receiptPartSchema.safeParse(value)
        if (part.success) receipts.push(part.data)
      }
    }
    counts = { ...counts, bytesRead: bytes }
    if (docs.length + receipts.length < batchSize) continue
    if (signal.aborted) break
    await flush()
  }
  if (!signal.aborted) await flush()
  await leaves.settle([...changed])
  counts = { ...counts, phase: signal.aborted ? 'cancelled' : 'done' }
  onProgress(counts)
  return counts
}

function mustBe(ledger: unknown, expected: string): void {
  if (ledger === expected) return
  throw new LedgerError('other-ledger', String(ledger).slice(0, 40))
}
