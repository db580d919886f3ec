import * as z from 'zod'

/**
 * The bytes of a receipt stand in a database of their own, cut into docs that
 * the server's limit of 64 KB lets through. A part's id is made of the
 * content's hash, so that every device makes the same parts.
 */
export const partBytes = 45_000

/** Most bytes of one receipt as it is stored: a photo after it was made smaller. */
export const mostReceiptBytes = 5_000_000

/** Most bytes of all receipts of a ledger. */
export const mostLedgerBytes = 500_000_000

export const receiptPartKind = 'receiptPart'

const partIdPattern = /^part_[0-9a-f]{32}[0-9]{4}$/

/** Strict: nothing but a part belongs there, and a part has no other field. */
export const receiptPartSchema = z.strictObject({
  _id: z.string().regex(partIdPattern),
  _rev: z.string().optional(),
  _revisions: z.unknown().optional(),
  kind: z.literal(receiptPartKind),
  v: z.literal(1),
  /** Base64. */
  data: z.base64().min(4).max(60_000),
})
export type ReceiptPart = z.infer<typeof receiptPartSchema>

/** Ids of the parts of a content, in order; `hash` is its SHA-256 in hex, `size` its bytes. */
export function partIds(hash: string, size: number): readonly string[] {
  const count = Math.ceil(size / partBytes)
  return Array.from(
    { length: count },
    (_, index) => `part_${hash.slice(0, 32)}${String(index).padStart(4, '0')}`,
  )
}
