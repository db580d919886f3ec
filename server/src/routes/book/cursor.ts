import { createHash } from 'node:crypto'
import * as z from 'zod'
import { Failure } from '../../failure.ts'
import type { Place } from '../../book/book.ts'

const cursor = z.tuple([
  z.string().max(70),
  z.string().max(10),
  z.int(),
  z.string().max(500),
  z.string(),
])

/** Where the next page begins, as text that means nothing to others; good for one filter and order. */
export function writeCursor(
  { id, date, minor, description }: Place,
  list: string,
): string {
  const place = [id, date, minor, description, hashOf(list)]
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

export function readCursor(text: string, list: string): Place {
  const [id, date, minor, description, hash] = parse(text)
  if (hash !== hashOf(list)) {
    throw new Failure('bad-request', {
      detail: 'querystring: /cursor is of another filter or order',
    })
  }
  return { id, date, minor, description }
}

function parse(text: string): z.infer<typeof cursor> {
  try {
    const json = Buffer.from(text, 'base64url').toString()
    return cursor.parse(JSON.parse(json))
  } catch (cause) {
    throw new Failure('bad-request', { detail: 'querystring: /cursor', cause })
  }
}

function hashOf(list: string): string {
  return createHash('sha256').update(list).digest('base64url').slice(0, 12)
}
