import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import * as z from 'zod'
import { Failure } from '../../failure.ts'
import type { Membership } from '../../people/access.ts'
import { signals } from '../../signals.ts'
import type { Databases } from '../../storage/databases.ts'
import type { createChangesPages, Place } from './changes-pages.ts'
import type { Feeds } from './feeds.ts'

const mostLimit = 2_000
const mostDocIds = 500
/** Rows read from the database at once when everything is streamed. */
const page = 1_000

const flag = z
  .union([z.boolean(), z.enum(['true', 'false'])])
  .transform(value => value === true || value === 'true')

const options = z.object({
  since: z
    .union([
      z.coerce.number().int().min(0).max(1e12),
      // CouchDB's own are opaque.
      z
        .string()
        .max(4_000)
        .regex(/^\d+-[\w-]+$/),
    ])
    .default(0),
  limit: z.coerce.number().int().min(0).max(mostLimit).optional(),
  style: z.enum(['all_docs', 'main_only']).default('main_only'),
  feed: z.enum(['normal', 'longpoll']).default('normal'),
  include_docs: flag.default(false),
  heartbeat: z.coerce.number().int().min(1_000).max(60_000).optional(),
  filter: z.literal('_doc_ids').optional(),
  view: z.never().optional(),
  doc_ids: z
    .union([
      z.array(z.string()).max(mostDocIds),
      z.string().transform(text => listOf(text)),
    ])
    .optional(),
})
export type ChangesOptions = z.infer<typeof options>

export type ChangesDeps = {
  readonly databases: Pick<Databases, 'isOpaque' | 'onWritten'>
  readonly feeds: Feeds
  readonly readPage: ReturnType<typeof createChangesPages>
}

export function readChangesOptions(query: object, body: object) {
  const given: Record<string, unknown> = { ...query, ...body }
  if (given['since'] === '0' || given['since'] === null) delete given['since']
  const parsed = options.safeParse(given)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(issue => issue.path.join('.'))
  throw new Failure('bad-request', { detail: `_changes: ${fields.join(' ')}` })
}

/**
 * Writes the answer to `_changes`, in pieces; a long poll stays open until
 * something is written. A stream between the two would make thousands of
 * open feeds half as large again.
 */
export async function sendChanges(
  deps: ChangesDeps,
  place: Place,
  member: Membership,
  asked: ChangesOptions,
  response: ServerResponse,
): Promise<void> {
  // By itself, or Node keeps every piece that the head was put together from.
  response.flushHeaders()
  const whenGone = (end: () => void) => response.once('close', end)
  for await (const piece of changes(deps, place, member, asked, whenGone)) {
    if (response.destroyed) return
    if (!response.write(piece)) await drained(response)
  }
  response.end()
  if (!response.destroyed) await once(response, 'close')
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise(resolve => {
    const goOn = () => {
      response.off('drain', goOn).off('close', goOn)
      resolve()
    }
    response.on('drain', goOn).on('close', goOn)
  })
}

/** The answer as text, in pieces. */
export async function* changes(
  { databases, feeds, readPage }: ChangesDeps,
  place: Place,
  member: Membership,
  asked: ChangesOptions,
  /** Hears how to end it when nobody listens any more. */
  whenGone: (end: () => void) => void,
): AsyncGenerator<string> {
  // Listening begins before the first look, or a write between them is missed.
  const waiting =
    asked.feed === 'longpoll'
      ? waitForWrite(databases, feeds, place, member)
      : undefined
  let isRevoked = false
  const leave = feeds.watch(place.ledger, member, () => {
    isRevoked = true
  })
  if (waiting !== undefined) whenGone(waiting.end)
  try {
    yield '{"results":[\n'
    // Numbers are never texts: of another kind of database, so compared from the beginning.
    const isOurs = databases.isOpaque || typeof asked.since === 'number'
    let since: number | string = isOurs ? asked.since : 0
    let sent = 0
    for (;;) {
      const left = (asked.limit ?? Infinity) - sent
      if (left <= 0) break
      const found = await readPage(place, {
        ...asked,
        since,
        limit: Math.min(page, left),
      })
      // Who lost access while we read is not told what we found.
      if (isRevoked) break
      since = found.last
      if (found.count > 0) {
        yield sent === 0 ? found.rows : `,\n${found.rows}`
        sent += found.count
        if (asked.include_docs) signals.docsOut.tell(found.count)
        if (found.count === Math.min(page, left)) continue
      }
      if (sent > 0 || waiting === undefined) break
      let woken = waiting.next(asked.heartbeat)
      while ((await woken) === 'beat') {
        yield '\n'
        woken = waiting.next(asked.heartbeat)
      }
      if ((await woken) === 'end') break
    }
    yield `\n],\n"last_seq":${JSON.stringify(since)}}\n`
  } finally {
    leave()
    waiting?.stop()
  }
}

/** A waiter holds no open database, only a place in the list of listeners. */
function waitForWrite(
  databases: ChangesDeps['databases'],
  feeds: Feeds,
  place: Place,
  member: Membership,
) {
  let isWritten = false
  let isEnded = false
  let wake: (() => void) | undefined
  const stopListening = databases.onWritten(place.name, () => {
    isWritten = true
    wake?.()
  })
  const end = () => {
    isEnded = true
    wake?.()
  }
  const leave = feeds.add(place.ledger, member, end)
  return {
    end,
    next: async (heartbeat: number | undefined) => {
      if (!isWritten && !isEnded) {
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, heartbeat ?? 60_000)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
        wake = undefined
      }
      if (isEnded) return 'end'
      if (!isWritten) return 'beat'
      isWritten = false
      return 'written'
    },
    stop: () => {
      stopListening()
      leave()
      wake?.()
    },
  }
}

function listOf(text: string): string[] {
  try {
    return z.array(z.string()).max(mostDocIds).parse(JSON.parse(text))
  } catch (cause) {
    throw new Failure('bad-request', { detail: '_changes: doc_ids', cause })
  }
}
