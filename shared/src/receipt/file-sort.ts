import { mostReceiptBytes } from './receipt-part.ts'

/** Of a photo before it is made smaller; a camera's largest are below it. */
const mostPhotoBytes = 30_000_000

export type FileSort = 'photo' | 'pdf'

const starts: readonly (readonly [FileSort, number, readonly number[]])[] = [
  // JPEG, PNG, WebP and the boxes of HEIC and AVIF.
  ['photo', 0, [0xff, 0xd8, 0xff]],
  ['photo', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['photo', 8, [0x57, 0x45, 0x42, 0x50]],
  ['photo', 4, [0x66, 0x74, 0x79, 0x70]],
  ['pdf', 0, [0x25, 0x50, 0x44, 0x46, 0x2d]],
]

/**
 * What a file is by its first twelve bytes; its name and the type that comes
 * with it are not believed. `undefined`: nothing that is kept as a receipt.
 */
export function fileSortOf(head: Uint8Array): FileSort | undefined {
  return starts.find(([, from, start]) =>
    start.every((byte, at) => head[from + at] === byte),
  )?.[0]
}

/** Why a file cannot be kept, as far as its size and first twelve bytes tell. */
export function receiptFileIssue(
  size: number,
  head: Uint8Array,
): 'receipt-unreadable' | 'receipt-too-large' | undefined {
  const sort = fileSortOf(head)
  const most = sort === 'pdf' ? mostReceiptBytes : mostPhotoBytes
  if (size > most) return 'receipt-too-large'
  return sort === undefined ? 'receipt-unreadable' : undefined
}
