import type { ReceiptPart } from '@ourmoney/shared/receipt/receipt-part.ts'

/** Where the bytes of receipts are: on this device, and on the server once they were sent. */
export type ReceiptStore = {
  /** Resolves when they are stored on this device; those that are there stay. */
  readonly put: (parts: readonly ReceiptPart[]) => Promise<void>
  /** In the order of the ids; `undefined` where this device has none. */
  readonly get: (
    ids: readonly string[],
  ) => Promise<readonly (ReceiptPart | undefined)[]>
  /** Brings parts from the server to this device. Throws LedgerError `receipt-away`. */
  readonly fetch: (ids: readonly string[]) => Promise<void>
  /** Takes parts that are here off this device, and off the server when it is reached. */
  readonly free: (ids: readonly string[]) => Promise<void>
  /** Those of the ids that this device has. */
  readonly here: (ids: readonly string[]) => Promise<ReadonlySet<string>>
  /** Parts that no server is known to have; nothing in a ledger that was never connected. */
  readonly waiting: () => Promise<ReadonlySet<string>>
  /** The server said that it has no room for them. */
  readonly isServerFull: () => boolean
}
