import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { piecesOf } from './pieces-of.ts'

/** Bytes that are hashed as a whole, which the browser does much faster. */
const mostAtOnce = 64 * 1_024 * 1_024

/** SHA-256 of a file, as hexadecimal text. */
export async function hashFile(file: Blob): Promise<string> {
  if (file.size <= mostAtOnce) {
    const whole = await crypto.subtle.digest(
      'SHA-256',
      await file.arrayBuffer(),
    )
    return bytesToHex(new Uint8Array(whole))
  }
  const hash = sha256.create()
  for await (const piece of piecesOf(file)) hash.update(piece)
  return bytesToHex(hash.digest())
}
