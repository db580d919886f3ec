export type LedgerErrorCode =
  | 'storage-full'
  | 'storage-gone'
  | 'storage-unavailable'
  | 'invalid'
  | 'not-found'
  | 'in-use'
  | 'locked'
  | 'read-only'
  | 'not-an-export'
  | 'receipt-unreadable'
  | 'receipt-too-large'
  | 'receipts-full'
  | 'receipt-away'
  | 'receipt-damaged'
  | 'unreachable'
  | 'not-rescued'
  | 'not-a-rescue'
  | 'other-ledger'
  | 'needs-password'
  | 'wrong-password'
  | 'file-damaged'

/** The world failed, or what was asked is not allowed; `detail` is for logs, never for people. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError'
  readonly code: LedgerErrorCode
  readonly detail: string

  constructor(code: LedgerErrorCode, detail = '', cause?: unknown) {
    super(`Ledger: ${code} ${detail}`, { cause })
    this.code = code
    this.detail = detail
  }
}
