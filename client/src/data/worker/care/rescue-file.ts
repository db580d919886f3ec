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
  /** What becomes of the text. */
  readonly keep: (text: AsyncIterable<string>) => Promise<Blob>
}

/** A file with revisions as they are stored: the same ledger, on any device, reads it again. Nothing when it was cancelled. */
export async function writeRescue(
  rescue: Rescue,
): Promise<RescueFile | undefined> {
  const written: StoredDoc[] = []
  const ids = new Set<string>()
  const text = textOf(rescue, docs => {
    written.push(...docs.map(({ _id, _rev }) => ({ _id, _rev })))
    for (const { _id } of docs) ids.add(_id)
  })
  try {
    const blob = await rescue.keep(text)
    rescue.onWritten(written)
    return { blob, records: ids.size }
  } catch (error) {
    if (rescue.signal.aborted) return undefined
    throw error
  }
}

async function* textOf(
  { ledger, now, onProgress, signal, ...rescue }: Rescue,
  onDocs: (docs: readonly StoredDoc[]) => void,
): AsyncGenerator<string> {
  const head = JSON.stringify({
    format: rescueFormat,
    version: 1,
    ledger,
    savedAt: new Date(now).toISOString(),
  })
  yield `${head.slice(0, -1)},"docs":[`
  let isFirst = true
  function linesOf(docs: readonly object[]): string {
    if (docs.length === 0) return ''
    const lines = docs.map(doc => JSON.stringify(doc)).join(',\n')
    const before = isFirst ? '\n' : ',\n'
    isFirst = false
    return before + lines
  }

  for await (const { docs, done, all } of rescue.leaves.read(rescue.ids)) {
    signal.throwIfAborted()
    onDocs(docs)
    yield linesOf(docs)
    onProgress({ done, all })
  }
  yield '\n],"receipts":['
  isFirst = true
  for await (const parts of rescue.receipts) {
    signal.throwIfAborted()
    yield linesOf(parts)
  }
  yield '\n]}\n'
}
