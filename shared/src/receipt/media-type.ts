export const receiptMediaTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
] as const
export type ReceiptMediaType = (typeof receiptMediaTypes)[number]

const starts: readonly (readonly [ReceiptMediaType, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
]

/**
 * What a file is by its first bytes; its name and the type that a browser
 * tells are not believed. `undefined`: nothing that is kept as a receipt.
 */
export function mediaTypeOf(head: Uint8Array): ReceiptMediaType | undefined {
  const found = starts.find(([, start]) =>
    start.every((byte, at) => head[at] === byte),
  )
  if (found !== undefined) return found[0]
  return textAt(head, 0, 4) === 'RIFF' && textAt(head, 8, 12) === 'WEBP'
    ? 'image/webp'
    : undefined
}

function textAt(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
