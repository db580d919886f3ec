import * as z from 'zod'
import type { Comparison, Lacking, Mended } from '../../care.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Database } from '../database.ts'
import { fetchLeaves, type AskServer } from './ask-server.ts'

type Mending = {
  readonly database: Database
  readonly feed: ChangeFeed
  readonly ask: AskServer
  /** What the server will not have: replication writes it down. */
  readonly onRefused: (ids: readonly string[]) => Promise<void>
}

const batch = 100
const sentReply = z.array(z.object({ id: z.string() }))

/** Sends and fetches what a comparison found, without asking again. */
export async function mendDifferences(
  { serverLacks, deviceLacks }: Comparison,
  { database, feed, ask, onRefused }: Mending,
): Promise<Mended> {
  const refused: string[] = []
  for (const lacking of batches(serverLacks)) {
    const { results } = await database.run(pouch =>
      pouch.bulkGet({ docs: asDocs(lacking), revs: true }),
    )
    const docs = results.flatMap(each =>
      each.docs.flatMap(({ ok }) => ok ?? []),
    )
    const body = { docs, new_edits: false }
    const answer = await ask('/_bulk_docs', sentReply, body)
    refused.push(...answer.map(({ id }) => id))
  }
  if (refused.length > 0) await onRefused(refused)
  for (const lacking of batches(deviceLacks)) {
    const docs = await fetchLeaves(asDocs(lacking), ask)
    await feed.write(docs, { replicated: true, readBack: true })
  }
  return {
    sent: serverLacks.length - refused.length,
    fetched: deviceLacks.length,
    refused: refused.length,
  }
}

function asDocs(lacking: readonly Lacking[]) {
  return lacking.flatMap(({ id, revs }) => revs.map(rev => ({ id, rev })))
}

function* batches(lacking: readonly Lacking[]) {
  for (let at = 0; at < lacking.length; at += batch) {
    yield lacking.slice(at, at + batch)
  }
}
