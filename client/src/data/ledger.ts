import type { Merge } from '@ourmoney/shared/names/redirect.ts'
import type { Result } from '@ourmoney/shared/result.ts'
import type { LedgerCare } from './care.ts'
import type { ActDone, ActReceipt, Change, WorkProgress } from './changes.ts'
import type {
  ExportAsk,
  ExportedFile,
  ImportProgress,
  RatesChoice,
  RatesFile,
  RatesFileIssue,
  RatesProgress,
} from './files.ts'
import type { UnreadRecord } from './views/sync.ts'
import type { LedgerRules } from './rules.ts'
import type { LedgerStatements } from './statements.ts'
import type { AnswerOf, View, ViewQuery } from './views/view.ts'

/**
 * The only door to a ledger's data. Two implementations pass one contract
 * suite: the real one behind the worker, and the one in memory.
 */
export type Ledger = LedgerCare &
  LedgerStatements &
  LedgerRules & {
    readonly id: string
    /** Writes all changes as one act. Resolves when they are stored on this device; throws LedgerError. */
    readonly save: (changes: readonly Change[]) => Promise<ActReceipt>
    /**
     * Writes the opposite of an act of this device, also after a reload: of the
     * one that is named, else of the newest that stands. Nothing when there is
     * none; what others changed since is left alone.
     */
    readonly undo: (act?: string) => Promise<ActDone | undefined>
    /** Does again what was undone last, until something new is done. */
    readonly redo: () => Promise<ActDone | undefined>
    /** Transactions that a filter matches, as a file for people or programs. Nothing when it was cancelled. */
    readonly exportFile: (
      ask: ExportAsk,
      onProgress: (progress: WorkProgress) => void,
      signal: AbortSignal,
    ) => Promise<ExportedFile | undefined>
    /**
     * Posts what recurs, is due by that day and is to be posted by itself: the
     * same on every device, and no act of a person. Answers with how many.
     */
    readonly postDue: (today: string) => Promise<number>
    /** Reads a file of the earlier system; what was written before a cancel stays. */
    readonly importEarlier: (
      file: Blob,
      fileName: string,
      onProgress: (progress: ImportProgress) => void,
      signal: AbortSignal,
    ) => Promise<ImportProgress>
    /** Reads a file of rates through and says what is in it; writes nothing. */
    readonly lookAtRates: (
      file: Blob,
    ) => Promise<Result<RatesFile, RatesFileIssue>>
    /** Brings the choice of a file of rates in; what was written before a cancel stays. */
    readonly importRates: (
      file: Blob,
      choice: RatesChoice,
      onProgress: (progress: RatesProgress) => void,
      signal: AbortSignal,
    ) => Promise<RatesProgress>
    /**
     * Makes one of two, as one act: whatever refers to the one refers to the
     * other then, and the one is archived. Written batch by batch; after a cancel
     * what was written stays, and undo takes it back, as after a failure. Accounts are one from the
     * first batch on, with both openings; a cancel parts them again. Throws
     * LedgerError.
     */
    readonly merge: (
      merge: Merge,
      onProgress: (progress: WorkProgress) => void,
      signal: AbortSignal,
    ) => Promise<WorkProgress & ActReceipt>
    /** Keeps a photo, made smaller, or a PDF with a transaction, as an act; it is sent when there is a server. */
    readonly addReceipt: (
      transaction: string,
      file: Blob,
      name: string,
    ) => Promise<ActReceipt>
    /** The bytes of a receipt, fetched where this device hasn't got them. */
    readonly readReceipt: (id: string) => Promise<Blob>
    /**
     * Removes for good what was deleted before an instant, and frees the bytes of
     * receipts among it. Nothing takes that back; a cancel leaves the rest. For
     * owners. Throws LedgerError.
     */
    readonly emptyTrash: (
      before: number,
      onProgress: (progress: WorkProgress) => void,
      signal: AbortSignal,
    ) => Promise<WorkProgress>
    readonly openView: <Query extends ViewQuery>(
      query: Query,
    ) => View<AnswerOf<Query>>
    /** Tries refused revisions again. */
    readonly retryRefused: (ids: readonly string[]) => Promise<void>
    readonly syncNow: () => Promise<void>
    /**
     * Makes the database on this device anew from all that can be read of it;
     * a server brings the rest. Answers with what had no readable version here.
     */
    readonly repair: () => Promise<readonly UnreadRecord[]>
    readonly close: () => Promise<void>
  }
