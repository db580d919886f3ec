import type { ReceiptPart } from '@ourmoney/shared/receipt/receipt-part.ts'
import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import type { CareProgress, RescueFile } from '../../care.ts'
import type { LeafStore } from './leaf-store.ts'

export const rescueFormat = 'ourmoney-rescue'

type Rescue = {
  readonly ledger: string
  readonly ids: readonly string[] | 'all'
  readonly leaves: LeafStore
  readonly receipts: AsyncIterable<readonly ReceiptPart[]>
  readonly now: number
  readonly onProgress: (progress: CareProgress) => void
  readonly signal: AbortSignal
  /** Told of each batch that is in the file. */
  readonly onWritten: (docs: readonly StoredDoc[]) => void
}

/** A JSON file with revisions as they are stored: the same ledger, on any device, reads it again. Nothing when it was cancelled. */
export async function writeRescue(
  rescue: Rescue,
): Promise<RescueFile | undefined> {
  const { ledger, now, onProgress, signal } = rescue
  const head = JSON.stringify({
    format: rescueFormat,
    version: 1,
    ledger,
    savedAt: new Date(now).toISOString(),
  })
  const pieces = [`${head.slice(0, -1)},"docs":[`]
  const written: StoredDoc[] = []
  const ids = new Set<string>()
  let isFirst = true
  function add(docs: readonly object[]): void {
    for (const doc of docs) {
      pieces.push(isFirst ? '\n' : ',\n', JSON.stringify(doc))
      isFirst = false
    }
  }

  for await (const { docs, done, all } of rescue.leaves.read(rescue.ids)) {
    if (signal.aborted) return undefined
    add(docs)
    written.push(...docs.map(({ _id, _rev }) => ({ _id, _rev })))
    for (const { _id } of docs) ids.add(_id)
    onProgress({ done, all })
  }
  pieces.push('\n],"receipts":[')
  isFirst = true
  for await (const parts of rescue.receipts) {
    if (signal.aborted) return undefined
    add(parts)
  }
  pieces.push('\n]}\n')
  rescue.onWritten(written)
  const blob = new Blob(pieces, { type: 'application/json' })
  return { blob, records: ids.size }
}
