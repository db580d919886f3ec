import type { LedgerCare } from '../care.ts'
import type { Ledger } from '../ledger.ts'
import type { SyncAnswer } from '../views/sync.ts'
import type { ActLog } from './act-log.ts'
import type { LeafStore } from './care/leaf-store.ts'
import type { DocStore } from './doc-store.ts'
import type { ReadEarlier } from './earlier/read-earlier.ts'
import type { ReadStatements } from './statements/read-statement.ts'
import type { ReadModel } from './read-model/read-model.ts'
import type { Reckon } from './reckoning/reckon.ts'
import type { LeftReviews } from './review/left-reviews.ts'
import type { ReceiptStore } from './receipts/receipt-store.ts'

/** What stands behind a ledger: PouchDB and replication for real, maps in memory. */
export type LedgerParts = {
  readonly id: string
  readonly store: DocStore
  readonly model: ReadModel
  readonly sync: {
    readonly latest: () => SyncAnswer
    readonly subscribe: (listener: () => void) => () => void
    readonly pendingIds: () => readonly string[]
    readonly retryRefused: (ids: readonly string[]) => Promise<void>
    readonly now: () => Promise<void>
    readonly repair: Ledger['repair']
  }
  readonly care: Pick<LedgerCare, 'verify' | 'mend' | 'discardRefused'> & {
    readonly leaves: LeafStore
    /** `isKept`: a revision that may be lost here, for it is in a file. */
    readonly rebuild: (
      isKept: (id: string, rev: string) => boolean,
      ...how: Parameters<LedgerCare['rebuild']>
    ) => ReturnType<LedgerCare['rebuild']>
  }
  readonly acts: ActLog
  readonly receipts: ReceiptStore & {
    readonly subscribe: (listener: () => void) => () => void
  }
  readonly shrink: (photo: Blob) => Promise<Blob>
  readonly readEarlier: ReadEarlier
  readonly readStatements: ReadStatements
  readonly reckon: Reckon
  readonly leftReviews: LeftReviews
  readonly me: () => string | undefined
  readonly device: string
  readonly now: () => number
  readonly random: () => number
  readonly close: () => Promise<void>
}
