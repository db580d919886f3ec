import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import {
  fileSortOf,
  receiptFileIssue,
} from '@ourmoney/shared/receipt/file-sort.ts'
import {
  mostLedgerBytes,
  mostReceiptBytes,
  partBytes,
  partIds,
  receiptPartKind,
  type ReceiptPart,
} from '@ourmoney/shared/receipt/receipt-part.ts'
import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'
import type { NewDoc } from '../../changes.ts'
import { LedgerError } from '../../ledger-error.ts'
import type { ReceiptState } from '../../views/record.ts'
import { fromBase64, toBase64 } from './base64.ts'
import type { ReceiptStore } from './receipt-store.ts'

type Receipt = DocOf<'receipt'>

export type NewReceipt = {
  readonly file: Blob
  readonly name: string
  readonly transaction: string
}

/**
 * Stores a file's bytes and answers with the doc that tells of them, yet to
 * be saved. Throws LedgerError.
 */
export async function keepReceipt(
  { file, name, transaction }: NewReceipt,
  store: ReceiptStore,
  others: readonly Receipt[],
  shrink: (photo: Blob) => Promise<Blob>,
): Promise<NewDoc> {
  const head = new Uint8Array(await file.slice(0, 12).arrayBuffer())
  const issue = receiptFileIssue(file.size, head)
  if (issue !== undefined) throw new LedgerError(issue, String(file.size))
  const sort = fileSortOf(head) ?? 'photo'
  const kept = sort === 'photo' ? await shrink(file) : file
  if (kept.size > mostReceiptBytes) {
    throw new LedgerError('receipt-too-large', String(kept.size))
  }
  const held = others.reduce((sum, { size }) => sum + size, 0)
  if (held + kept.size > mostLedgerBytes) {
    throw new LedgerError('receipts-full', String(held))
  }
  const bytes = new Uint8Array(await kept.arrayBuffer())
  const hash = bytesToHex(sha256(bytes))
  await store.put(cut(bytes, hash))
  return {
    kind: 'receipt',
    transaction,
    name: name.slice(0, 255),
    mediaType: mediaTypes[sort],
    size: bytes.length,
    hash,
  }
}

const mediaTypes = { photo: 'image/jpeg', pdf: 'application/pdf' } as const

/**
 * The bytes of a receipt, from the server where this device hasn't got them.
 * They are what the doc's hash says, and their type is what they begin with,
 * whatever somebody wrote into the doc. Throws LedgerError.
 */
export async function readReceipt(
  { hash, size }: Receipt,
  store: ReceiptStore,
): Promise<Blob> {
  const ids = partIds(hash, size)
  const here = await store.here(ids)
  const absent = ids.filter(id => !here.has(id))
  if (absent.length > 0) await store.fetch(absent)
  const parts = await store.get(ids)
  const pieces = parts.map(part => {
    if (part === undefined) throw new LedgerError('receipt-away', hash)
    return fromBase64(part.data)
  })
  const blob = new Blob(pieces)
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const sort = fileSortOf(bytes.subarray(0, 12))
  if (sort === undefined || bytesToHex(sha256(bytes)) !== hash) {
    throw new LedgerError('receipt-damaged', hash)
  }
  return new Blob([bytes], { type: mediaTypes[sort] })
}

/** Whether the bytes are here, and whether the server has them. */
export async function receiptStates(
  receipts: readonly Receipt[],
  store: ReceiptStore,
): Promise<readonly ReceiptState[]> {
  const ids = receipts.map(({ hash, size }) => partIds(hash, size))
  const here = await store.here(ids.flat())
  const waiting = await store.waiting()
  return ids.map(parts => {
    if (!parts.every(id => here.has(id))) return 'away'
    if (!parts.some(id => waiting.has(id))) return 'here'
    return store.isServerFull() ? 'full' : 'pending'
  })
}

function cut(bytes: Uint8Array, hash: string): readonly ReceiptPart[] {
  return partIds(hash, bytes.length).map((_id, index) => ({
    _id,
    kind: receiptPartKind,
    v: 1,
    data: toBase64(bytes.subarray(index * partBytes, (index + 1) * partBytes)),
  }))
}
