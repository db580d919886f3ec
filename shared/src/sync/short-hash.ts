import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** For texts of plain letters, which need no bytes of their own. */
const room = new Uint8Array(4_096)
const digits = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
)

/**
 * The first 32 hexadecimal digits of the SHA-256 of a text. A file of a bank
 * asks for a hundred thousand of them.
 */
export function shortHash(text: string): string {
  const hash = sha256(bytesOf(text))
  let hex = ''
  for (let at = 0; at < 16; at++) hex += digits[hash[at] ?? 0]
  return hex
}

function bytesOf(text: string): Uint8Array {
  if (text.length > room.length) return utf8ToBytes(text)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 127) return utf8ToBytes(text)
    room[at] = code
  }
  return room.subarray(0, text.length)
}
