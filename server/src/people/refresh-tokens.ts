import {
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/**
 * Refresh tokens: `<session>.<256 bits>.<mac>`. The mac tells tokens that we
 * issued from guesses, so that only a real one that was used twice ends its
 * session. A token's successor follows from the token and the server's key:
 * asking again with the same token gives the same successor, and nothing but
 * hashes is kept.
 */
export type RefreshTokens = {
  readonly first: (session: string) => string
  readonly successor: (token: string) => string
  /** The session of a token that this server issued. */
  readonly sessionOf: (token: string) => string | undefined
}

export function createRefreshTokens(serverSecret: string): RefreshTokens {
  const purpose = 'ourmoney refresh tokens'
  const key = new Uint8Array(hkdfSync('sha256', serverSecret, '', purpose, 32))

  function hmac(purpose: string, text: string): string {
    return createHmac('sha256', key)
      .update(`${purpose}\n${text}`)
      .digest('base64url')
  }

  function issue(session: string, secret: string): string {
    return `${session}.${secret}.${hmac('mac', `${session}.${secret}`)}`
  }

  function read(token: string) {
    const [session, secret, mac, ...rest] = token.split('.')
    if (!session || !secret || !mac || rest.length > 0) return undefined
    return equal(mac, hmac('mac', `${session}.${secret}`)) ? session : undefined
  }

  return {
    first: session => issue(session, randomBytes(32).toString('base64url')),
    successor: token => issue(read(token) ?? '', hmac('next', token)),
    sessionOf: read,
  }
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** In constant time, whatever the lengths. */
export function equal(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b))
}

function digest(text: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(text).digest())
}
