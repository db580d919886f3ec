import type { FeedChange } from '../change-feed.ts'
import type { Database } from '../database.ts'

export type Sending = {
  readonly database: Database
  /** Of the remote database, without a slash at the end. */
  readonly url: string
  readonly fetch: typeof fetch
}

/** As many as a person writes at a time; more waits for replication. */
export const mostByHand = 20

/**
 * Sends what a person has just written in one request, while replication
 * would first ask four times what the server has. It changes nothing of
 * replication, which follows and finds it there. Fails as `fetch` does.
 */
export async function sendAtOnce(
  changes: readonly FeedChange[],
  { database, url, fetch }: Sending,
): Promise<void> {
  if (changes.length === 0 || changes.length > mostByHand) return
  const wanted = changes.flatMap(({ id, revs }) =>
    revs.map(rev => ({ id, rev })),
  )
  const { results } = await database.run(pouch =>
    pouch.bulkGet({ docs: wanted, revs: true }),
  )
  const docs = results.flatMap(each => each.docs.flatMap(({ ok }) => ok ?? []))
  if (docs.length === 0) return
  await fetch(`${url}/_bulk_docs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ docs, new_edits: false }),
  })
}
