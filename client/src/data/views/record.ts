import type { Doc, DocOf } from '@ourmoney/shared/sync/kinds.ts'
import type { RecordState } from '@ourmoney/shared/sync/record-state.ts'

export type RecordQuery = { readonly view: 'record'; readonly id: string }

export type RecordAnswer = {
  readonly doc: Doc | undefined
  /** Made by a newer version: shown, never rewritten. */
  readonly isNewer: boolean
  readonly sync: RecordState | undefined
}

/** The photos and PDFs of a transaction, the oldest first. */
export type ReceiptsQuery = {
  readonly view: 'receipts'
  readonly transaction: string
}

export type ReceiptsAnswer = {
  readonly receipts: readonly {
    readonly doc: DocOf<'receipt'>
    readonly state: ReceiptState
  }[]
}

/** `pending`: no server has its bytes yet; `full`: it has no room for them. `away`: only the server or another device has them. */
export type ReceiptState = 'here' | 'pending' | 'full' | 'away'
