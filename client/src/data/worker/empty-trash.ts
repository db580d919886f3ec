import { partIds } from '@ourmoney/shared/receipt/receipt-part.ts'
import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'
import type { WorkProgress } from '../changes.ts'
import { batchSize } from './acts.ts'
import type { LedgerParts } from './ledger-parts.ts'
import type { ReceiptStore } from './receipts/receipt-store.ts'

/**
 * Makes bare tombstones of what was deleted before an instant, and frees the
 * bytes of receipts among it. A receipt whose bytes are only on a server that
 * cannot be reached waits for the next time.
 */
export async function emptyTrash(
  before: number,
  { store, model, receipts }: LedgerParts,
  onProgress: (progress: WorkProgress) => void,
  signal: AbortSignal,
): Promise<WorkProgress> {
  const due = model.past.deletedBefore(before)
  const waiting = await freeBytes(new Set(due), model.past.receipts(), receipts)
  const ids = due.filter(id => !waiting.has(id))
  let done = 0
  const tell = (phase: WorkProgress['phase']) => ({
    phase,
    done,
    all: ids.length,
  })
  for (let at = 0; at < ids.length; at += batchSize) {
    if (signal.aborted) return tell('cancelled')
    const found = await store.read(ids.slice(at, at + batchSize))
    const gone = found.flatMap(doc =>
      // Restored meanwhile, it stays.
      doc?.['_deleted'] === true
        ? { _id: doc._id, _rev: doc['_rev'], _deleted: true }
        : [],
    )
    await store.write(gone)
    done += gone.length
    onProgress(tell('writing'))
  }
  return tell('done')
}

/** Bytes that no other receipt has. Answers with the receipts whose bytes could not be reached. */
async function freeBytes(
  due: ReadonlySet<string>,
  all: readonly DocOf<'receipt'>[],
  store: ReceiptStore,
): Promise<ReadonlySet<string>> {
  const kept = new Set(
    all.filter(({ _id }) => !due.has(_id)).map(({ hash }) => hash),
  )
  const waiting = new Set<string>()
  for (const { _id, hash, size } of all) {
    if (!due.has(_id) || kept.has(hash)) continue
    const ids = partIds(hash, size)
    const here = await store.here(ids)
    try {
      const away = ids.filter(id => !here.has(id))
      // What is to be taken off the server has to be known here.
      if (away.length > 0) await store.fetch(away)
      await store.free(ids)
    } catch {
      waiting.add(_id)
    }
  }
  return waiting
}
