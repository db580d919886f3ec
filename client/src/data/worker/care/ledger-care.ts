import {
  partIds,
  type ReceiptPart,
} from '@ourmoney/shared/receipt/receipt-part.ts'
import type {
  CareProgress,
  Comparison,
  LedgerCare,
  RescueScope,
} from '../../care.ts'
import { collect } from '../files-out/collect.ts'
import type { LedgerParts } from '../ledger-parts.ts'
import { pack } from './pack.ts'
import { readRescue } from './read-rescue.ts'
import { writeRescue } from './rescue-file.ts'

/** Parts of receipts that are in memory at once. */
const batch = 40

type Writing = readonly [
  onProgress: (progress: CareProgress) => void,
  signal: AbortSignal,
]

/** What looks after a ledger, over any store. */
export function ledgerCare(parts: LedgerParts): LedgerCare {
  const { sync, care, receipts, model } = parts
  /** Revisions that are in a file. */
  const kept = new Set<string>()
  let found: Comparison | undefined

  /** A ledger that no server has is unsynced as a whole. */
  function idsOf(scope: RescueScope): readonly string[] | 'all' {
    const { phase, refused } = sync.latest()
    if (scope === 'everything' || phase === 'local-only') return 'all'
    return [
      ...new Set([
        ...sync.pendingIds(),
        ...refused.map(({ id }) => id),
        ...(found?.serverLacks ?? []).map(({ id }) => id),
      ]),
    ]
  }

  async function receiptIds(isAll: boolean): Promise<readonly string[]> {
    if (!isAll) return [...(await receipts.waiting())]
    const docs = model.docs('receipt')
    if (docs.length === 0) return []
    const ids = docs.flatMap(({ hash, size }) => partIds(hash, size))
    return [...(await receipts.here(ids))]
  }

  async function* receiptParts(isAll: boolean) {
    const ids = await receiptIds(isAll)
    for (let at = 0; at < ids.length; at += batch) {
      const found = await receipts.get(ids.slice(at, at + batch))
      yield found.flatMap((part): ReceiptPart[] => {
        if (part === undefined) return []
        const { _rev, ...body } = part
        return [body]
      })
    }
  }

  function write(
    scope: RescueScope,
    keep: (text: AsyncIterable<string>) => Promise<Blob>,
    [onProgress, signal]: Writing,
  ) {
    const ids = idsOf(scope)
    return writeRescue({
      ledger: parts.id,
      ids,
      leaves: care.leaves,
      receipts: receiptParts(ids === 'all'),
      now: parts.now(),
      onProgress,
      signal,
      onWritten: docs => {
        for (const { _id, _rev } of docs) kept.add(`${_id} ${String(_rev)}`)
      },
      keep,
    })
  }

  return {
    verify: async (onProgress, signal) => {
      found = await care.verify(onProgress, signal)
      return found
    },
    mend: care.mend,
    rescue: (scope, ...how) =>
      write(scope, text => collect(text, 'application/json'), how),
    backUp: (password, ...how) =>
      write('everything', text => pack(text, password), how),
    readRescue: (file, onProgress, signal, password) =>
      readRescue({
        file,
        password,
        ledger: parts.id,
        leaves: care.leaves,
        putReceipts: receipts.put,
        onProgress,
        signal,
      }),
    rebuild: (...how) =>
      care.rebuild((id, rev) => kept.has(`${id} ${rev}`), ...how),
    discardRefused: care.discardRefused,
  }
}
