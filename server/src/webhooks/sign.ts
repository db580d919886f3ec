import { createHmac, createSecretKey, randomBytes } from 'node:crypto'

/** Standard Webhooks 1.0.0: https://github.com/standard-webhooks/standard-webhooks */

const prefix = 'whsec_'

/** 256 bits. */
export function newSecret(): string {
  return `${prefix}${randomBytes(32).toString('base64')}`
}

export type Signed = {
  readonly secret: string
  /** Of what is told, however often it is tried; without a full stop. */
  readonly id: string
  /** Of this attempt, in milliseconds since 1970. */
  readonly at: number
  readonly body: string
}

/** The headers by which whoever has the secret knows who tells them this. */
export function signingHeaders({ secret, id, at, body }: Signed) {
  const timestamp = String(Math.floor(at / 1000))
  const key = createSecretKey(secret.slice(prefix.length), 'base64')
  const signature = createHmac('sha256', key)
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  }
}
