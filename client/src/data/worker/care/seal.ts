import { LedgerError } from '../../ledger-error.ts'

/**
 * A file that a password opens, in chunks that can be read one after another:
 * AES-256-GCM, the key by PBKDF2. Each chunk's nonce says which it is and
 * whether it is the last, so that none can be moved, left out or cut off (the
 * STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015). A salt
 * of its own gives every file a key of its own.
 */
const magic = new TextEncoder().encode('OURMONEY')
const version = 1
const saltBytes = 16
const headBytes = magic.length + 1 + saltBytes
const chunkBytes = 65_536
const tagBytes = 16
/** As OWASP asks for it with SHA-256. */
const iterations = 600_000

type Bytes = Uint8Array<ArrayBuffer>

export function isSealed(head: Uint8Array): boolean {
  return magic.every((byte, at) => head[at] === byte)
}

export async function* seal(
  plain: AsyncIterable<Uint8Array>,
  password: string,
): AsyncGenerator<Bytes> {
  const head = new Uint8Array(headBytes)
  head.set(magic)
  head[magic.length] = version
  crypto.getRandomValues(head.subarray(magic.length + 1))
  const key = await keyFor(password, head)
  yield head
  let number = 0
  for await (const { bytes, isLast } of chunksOf(plain, chunkBytes)) {
    const how = algorithm(head, number, isLast)
    yield new Uint8Array(await crypto.subtle.encrypt(how, key, bytes))
    number += 1
  }
}

/** Throws LedgerError `wrong-password`, or `file-damaged` where the file is not as it was written. */
export async function* unseal(
  sealed: AsyncIterable<Uint8Array>,
  password: string,
): AsyncGenerator<Bytes> {
  const source = sealed[Symbol.asyncIterator]()
  const { head, rest } = await headOf(source)
  if (head[magic.length] !== version) {
    throw new LedgerError('file-damaged', `version ${head[magic.length]}`)
  }
  const key = await keyFor(password, head)
  const pieces = after(rest, source)
  let number = 0
  for await (const each of chunksOf(pieces, chunkBytes + tagBytes)) {
    const { bytes, isLast } = each
    const how = algorithm(head, number, isLast)
    try {
      yield new Uint8Array(await crypto.subtle.decrypt(how, key, bytes))
    } catch (cause) {
      const code = number === 0 ? 'wrong-password' : 'file-damaged'
      throw new LedgerError(code, `chunk ${number}`, cause)
    }
    number += 1
  }
}

async function keyFor(password: string, head: Bytes): Promise<CryptoKey> {
  // What looks the same on two keyboards is the same.
  const typed = new TextEncoder().encode(password.normalize('NFC'))
  const material = await crypto.subtle.importKey(
    'raw',
    typed,
    'PBKDF2',
    false,
    ['deriveKey'],
  )
  return crypto.subtle.deriveKey(
    {
      name: 'PBKDF2',
      hash: 'SHA-256',
      salt: head.subarray(magic.length + 1),
      iterations,
    },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

function algorithm(head: Bytes, number: number, isLast: boolean) {
  const iv = new Uint8Array(12)
  new DataView(iv.buffer).setUint32(7, number)
  iv[11] = isLast ? 1 : 0
  return { name: 'AES-GCM', iv, additionalData: head }
}

/** Pieces of any size as chunks of one; the last, which may be empty, is known as such. */
async function* chunksOf(pieces: AsyncIterable<Uint8Array>, size: number) {
  let open = new Uint8Array(size)
  let filled = 0
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      // Only what comes after shows that a full one is not the last.
      if (filled === size) {
        yield { bytes: open, isLast: false }
        open = new Uint8Array(size)
        filled = 0
      }
      const part = piece.subarray(at, at + size - filled)
      open.set(part, filled)
      filled += part.length
      at += part.length
    }
  }
  yield { bytes: open.slice(0, filled), isLast: true }
}

async function headOf(source: AsyncIterator<Uint8Array>) {
  let read = new Uint8Array(0)
  while (read.length < headBytes) {
    const { done, value } = await source.next()
    if (done === true) throw new LedgerError('file-damaged', 'cut short')
    const longer = new Uint8Array(read.length + value.length)
    longer.set(read)
    longer.set(value, read.length)
    read = longer
  }
  return { head: read.slice(0, headBytes), rest: read.subarray(headBytes) }
}

async function* after(
  first: Uint8Array,
  source: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first
  for (;;) {
    const { done, value } = await source.next()
    if (done === true) return
    yield value
  }
}
