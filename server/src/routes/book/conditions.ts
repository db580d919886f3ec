import * as z from 'zod'
import { Failure } from '../../failure.ts'

const etag = /^"([1-9]\d{0,6}-[0-9a-f]{32})"$/

/** Of what changes a record. */
export const ifMatch = z.looseObject({
  'if-match': z
    .string()
    .max(80)
    .optional()
    .describe('The ETag of the revision that is changed, or * for any'),
})

/** Of what creates one. */
export const idempotencyKey = z.looseObject({
  'idempotency-key': z
    .string()
    .min(8)
    .max(200)
    .optional()
    .describe('The same key creates the same record once, for ever'),
})

/** The revision that must stand; `undefined` for any. */
export function readIfMatch(header: string | undefined): string | undefined {
  if (header === undefined || header === '*') return undefined
  const rev = etag.exec(header)?.[1]
  if (rev === undefined) {
    throw new Failure('bad-request', { detail: 'headers: /if-match' })
  }
  return rev
}

export function demandIfMatch(header: string | undefined): string | undefined {
  if (header === undefined) throw new Failure('precondition-required')
  return readIfMatch(header)
}
