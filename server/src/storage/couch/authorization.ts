import { createSigner } from 'fast-jwt'

/** Milliseconds that a token is good for, and after which the next is made. */
const goodFor = 60_000
const usedFor = 30_000

/**
 * What the header `authorization` says to a CouchDB: the name and password of
 * its address, or, where both know a key, a token that its JWT handler takes
 * for an admin of that name. Source: CouchDB's manual, "JWT Authentication".
 */
export function authorizationFor(
  { username, password }: { username: string; password: string },
  key: string | undefined,
  now: () => number = Date.now,
): () => string | undefined {
  if (key === undefined) {
    if (username === '') return () => undefined
    const basic = Buffer.from(`${username}:${password}`).toString('base64')
    return () => `Basic ${basic}`
  }
  const sign = createSigner({
    key,
    algorithm: 'HS256',
    sub: username || 'ourmoney',
    expiresIn: goodFor,
  })
  let made = { at: -Infinity, token: '' }
  return () => {
    const at = now()
    if (at - made.at >= usedFor) {
      const iat = Math.floor(at / 1_000)
      made = { at, token: sign({ iat, '_couchdb.roles': ['_admin'] }) }
    }
    return `Bearer ${made.token}`
  }
}
