import * as http from 'node:http'
import * as https from 'node:https'
import type { WebhookFailure } from '@ourmoney/shared/identity/webhooks.ts'
import { NoAddressError, publicLookup, readAddress } from './address.ts'

export type Call = {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Ends it, by an error. */
  readonly signal: AbortSignal
}

export type Refusal = {
  readonly reason: WebhookFailure
  readonly status?: number | undefined
  /** Seconds, when it says so. */
  readonly retryAfter?: number | undefined
}

/** `undefined` when it was answered with a 2xx; redirects are not followed, bodies not read. */
export type Post = (call: Call) => Promise<Refusal | undefined>

export type PostOptions = {
  readonly toPrivate: boolean
  /** Milliseconds for all of it. */
  readonly timeout?: number
  readonly lookup?: ReturnType<typeof publicLookup>
}

export function createPost({
  toPrivate,
  timeout = 10_000,
  lookup = publicLookup(),
}: PostOptions): Post {
  return async ({ address, headers, body, signal }) => {
    // Asked again: what is allowed may have changed since it was made.
    const url = readAddress(address, toPrivate)
    if (url === undefined) return { reason: 'no-address' }
    const tooLate = AbortSignal.timeout(timeout)
    const { request } = url.protocol === 'https:' ? https : http
    try {
      return await new Promise((resolve, reject) => {
        const asked = request(
          url,
          {
            method: 'POST',
            headers: {
              ...headers,
              'user-agent': 'OurMoney',
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(body),
            },
            // A connection of its own, so that each looks its name up anew.
            agent: false,
            signal: AbortSignal.any([signal, tooLate]),
            ...(!toPrivate && { lookup }),
          },
          reply => {
            resolve(refusalIn(reply))
            asked.destroy()
          },
        )
        asked.on('error', reject)
        asked.end(body)
      })
    } catch (error) {
      signal.throwIfAborted()
      return { reason: tooLate.aborted ? 'timeout' : reasonOf(error) }
    }
  }
}

function refusalIn(reply: http.IncomingMessage): Refusal | undefined {
  const { statusCode: status = 0 } = reply
  if (status >= 200 && status < 300) return undefined
  const retryAfter = reply.headers['retry-after'] ?? ''
  return {
    reason: 'status',
    status,
    retryAfter: /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) : undefined,
  }
}

function reasonOf(error: unknown): WebhookFailure {
  if (error instanceof NoAddressError) return 'no-address'
  const code =
    error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no-address'
  return /CERT|VERIFY/.test(code) ? 'certificate' : 'unreachable'
}
