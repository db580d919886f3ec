import type { Ledger } from '../ledger.ts'
import type { SyncAnswer } from '../views/sync.ts'
import type { ActLog } from './act-log.ts'
import type { DocStore } from './doc-store.ts'
import type { ReadModel } from './read-model/read-model.ts'
import type { ReceiptStore } from './receipts/receipt-store.ts'

/** What stands behind a ledger: PouchDB and replication for real, maps in memory. */
export type LedgerParts = {
  readonly id: string
  readonly store: DocStore
  readonly model: ReadModel
  readonly sync: {
    readonly latest: () => SyncAnswer
    readonly subscribe: (listener: () => void) => () => void
    readonly retryRefused: (ids: readonly string[]) => Promise<void>
    readonly now: () => Promise<void>
    readonly repair: Ledger['repair']
  }
  readonly acts: ActLog
  readonly receipts: ReceiptStore & {
    readonly subscribe: (listener: () => void) => () => void
  }
  readonly shrink: (photo: Blob) => Promise<Blob>
  readonly me: () => string | undefined
  readonly device: string
  readonly now: () => number
  readonly random: () => number
  readonly close: () => Promise<void>
}
