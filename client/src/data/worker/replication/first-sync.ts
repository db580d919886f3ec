import * as z from 'zod'
import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import type { ChangeFeed } from '../change-feed.ts'
import { readLocal, writeLocal, type Database } from '../database.ts'

/**
 * Fills an empty database page by page, several times faster than PouchDB's
 * replication, which afterwards goes on from where this ended.
 */
export type FirstSync = {
  readonly database: Database
  readonly feed: ChangeFeed
  /** Of the remote database, without a slash at the end. */
  readonly url: string
  readonly fetch: typeof fetch
  readonly epoch: string
  readonly onPulled: (docs: readonly StoredDoc[]) => void
  /** Ids that came with more than one leaf. */
  readonly merge: (ids: readonly string[]) => Promise<void>
  readonly onProgress: (done: number, all: number) => void
  readonly isStopped: () => boolean
}

type Marker = {
  readonly epoch: string
  readonly since: number
  readonly done: boolean
}

const marker = 'first-sync'
const pageSize = 2_000

/** Called when a device joins a ledger that it has nothing of yet. */
export function markFirstSync(database: Database): Promise<void> {
  const kept: Marker = { epoch: '', since: 0, done: false }
  return database.run(pouch => writeLocal(pouch, marker, kept))
}

/**
 * Resolves with the server's sequence from which to pull on, or with nothing
 * when there was nothing to do; goes on where it was interrupted.
 */
export async function runFirstSync(
  sync: FirstSync,
): Promise<number | undefined> {
  const { database, feed } = sync
  const kept = await database.run(pouch => readLocal<Marker>(pouch, marker))
  if (kept === undefined || kept.done) return undefined
  let since = kept.epoch === sync.epoch ? kept.since : 0
  const all = infoReply.parse(await ask(sync, '')).update_seq
  const note = (done: boolean) =>
    database.run(pouch =>
      writeLocal(pouch, marker, { epoch: sync.epoch, since, done }),
    )
  sync.onProgress(since, all)

  // What was written after the last marker comes once more.
  let isRepeated = kept.since > 0 || feed.seq() > 0
  let next = askPage(sync, since)
  for (;;) {
    const page = await next
    const isLast = page.results.length < pageSize
    if (!isLast) {
      next = askPage(sync, page.last_seq)
      // Awaited in the next round; until then nobody else looks at its failure.
      next.catch(() => undefined)
    }
    const docs = page.results.flatMap(({ doc }) => doc ?? [])
    sync.onPulled(docs)
    await feed.write(docs, { replicated: true, readBack: isRepeated })
    await fetchLosers(sync, page)
    since = page.last_seq
    isRepeated = false
    await note(isLast)
    sync.onProgress(since, Math.max(all, since))
    if (isLast) return since
    if (sync.isStopped()) return undefined
  }
}

const infoReply = z.object({ update_seq: z.number() })

const pageReply = z.object({
  last_seq: z.number(),
  results: z.array(
    z.object({
      id: z.string(),
      changes: z.array(z.object({ rev: z.string() })),
      doc: z.looseObject({ _id: z.string(), _rev: z.string() }).optional(),
    }),
  ),
})
type Page = z.infer<typeof pageReply>

const bulkGetReply = z.object({
  results: z.array(
    z.object({
      docs: z.array(
        z.object({
          ok: z.looseObject({ _id: z.string(), _rev: z.string() }).optional(),
        }),
      ),
    }),
  ),
})

async function askPage(sync: FirstSync, since: number): Promise<Page> {
  return pageReply.parse(
    await ask(
      sync,
      `/_changes?include_docs=true&style=all_docs&limit=${pageSize}&since=${since}`,
    ),
  )
}

/** A page carries winning revisions only; losing ones wait for a merge. */
async function fetchLosers(sync: FirstSync, { results }: Page): Promise<void> {
  const split = results.filter(({ changes }) => changes.length > 1)
  if (split.length === 0) return
  const wanted = split.flatMap(({ id, changes, doc }) =>
    changes
      .filter(({ rev }) => rev !== doc?._rev)
      .map(({ rev }) => ({ id, rev })),
  )
  for (let at = 0; at < wanted.length; at += 500) {
    const body = JSON.stringify({ docs: wanted.slice(at, at + 500) })
    const reply = bulkGetReply.parse(
      await ask(sync, '/_bulk_get?revs=true', { method: 'POST', body }),
    )
    const docs = reply.results.flatMap(result =>
      result.docs.flatMap(({ ok }) => ok ?? []),
    )
    sync.onPulled(docs)
    await sync.feed.write(docs, { replicated: true, readBack: true })
  }
  await sync.merge(split.map(({ id }) => id))
}

async function ask(
  { fetch, url }: FirstSync,
  path: string,
  init: RequestInit = {},
): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    ...init,
    headers: { 'content-type': 'application/json' },
  })
  return response.json()
}
