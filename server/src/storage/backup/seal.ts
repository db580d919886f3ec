import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  scrypt,
} from 'node:crypto'
import { Transform } from 'node:stream'
import type { TransformCallback } from 'node:stream'
import { promisify } from 'node:util'
import * as z from 'zod'

/** How a password becomes the key; 128 MB of memory for every guess. */
export const sealing = z.strictObject({
  cipher: z.literal('aes-256-gcm'),
  kdf: z.literal('scrypt'),
  N: z.literal(2 ** 17),
  r: z.literal(8),
  p: z.literal(1),
  salt: z.base64(),
})
export type Sealing = z.infer<typeof sealing>

/** A key made from a password, and what it can do. */
export type Seal = {
  readonly sealing: Sealing
  /** Each file has a key of its own, so none can stand for another. */
  readonly seal: (file: string) => Transform
  /** What comes out may be forged until the end says that it is not. */
  readonly unseal: (file: string) => Transform
  readonly mac: (text: string) => string
}

const nonceBytes = 12
const tagBytes = 16

export async function newSeal(password: string): Promise<Seal> {
  return sealOf(password, {
    cipher: 'aes-256-gcm',
    kdf: 'scrypt',
    N: 2 ** 17,
    r: 8,
    p: 1,
    salt: randomBytes(16).toString('base64'),
  })
}

export async function sealOf(password: string, how: Sealing): Promise<Seal> {
  const { N, r, p } = how
  const salt = new Uint8Array(Buffer.from(how.salt, 'base64'))
  const options = { N, r, p, maxmem: 256 * 1024 ** 2 }
  const main = await derive(password.normalize('NFKC'), salt, 32, options)
  const keyFor = (use: string) =>
    new Uint8Array(hkdfSync('sha256', main, salt, use, 32))
  return {
    sealing: how,
    seal: file => sealStream(keyFor(`file ${file}`)),
    unseal: file => unsealStream(keyFor(`file ${file}`)),
    mac: text =>
      createHmac('sha256', keyFor('manifest')).update(text).digest('hex'),
  }
}

const derive = promisify<
  string,
  Uint8Array,
  number,
  { N: number; r: number; p: number; maxmem: number },
  Uint8Array
>((password, salt, length, options, done) =>
  scrypt(password, salt, length, options, (error, key) =>
    done(error, new Uint8Array(key)),
  ),
)

/** Nonce, ciphertext, tag. */
function sealStream(key: Uint8Array): Transform {
  const nonce = new Uint8Array(randomBytes(nonceBytes))
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  let isBegun = false
  const begin = (stream: Transform) => {
    if (!isBegun) stream.push(nonce)
    isBegun = true
  }
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      begin(this)
      done(null, cipher.update(chunk))
    },
    flush(done) {
      begin(this)
      this.push(cipher.final())
      this.push(cipher.getAuthTag())
      done()
    },
  })
}

function unsealStream(key: Uint8Array): Transform {
  // The tag comes last: as many bytes as it has are always held back.
  let held = Buffer.alloc(0)
  let decipher: ReturnType<typeof createDecipheriv> | undefined
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      held = Buffer.concat([new Uint8Array(held), chunk])
      if (decipher === undefined && held.length >= nonceBytes) {
        const nonce = new Uint8Array(held.subarray(0, nonceBytes))
        decipher = createDecipheriv('aes-256-gcm', key, nonce)
        held = held.subarray(nonceBytes)
      }
      const ready = held.length - tagBytes
      if (decipher === undefined || ready <= 0) return done()
      const text = decipher.update(new Uint8Array(held.subarray(0, ready)))
      held = held.subarray(ready)
      done(null, text)
    },
    flush(done: TransformCallback) {
      if (decipher === undefined || held.length !== tagBytes) {
        return done(new Error('Cut off'))
      }
      try {
        ;(
          decipher as ReturnType<typeof createDecipheriv> & {
            setAuthTag(tag: Uint8Array): void
          }
        ).setAuthTag(new Uint8Array(held))
        done(null, decipher.final())
      } catch (error) {
        done(error instanceof Error ? error : new Error('Forged'))
      }
    },
  })
}
