import * as z from 'zod'
import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import type { TokenSource } from '../../device.ts'
import { LedgerError } from '../../ledger-error.ts'
import { createSyncFetch, SyncError } from '../replication/sync-fetch.ts'

/** Asks the server's side of a ledger; throws LedgerError `unreachable`. */
export type AskServer = <Schema extends z.ZodType>(
  path: string,
  reply: Schema,
  body?: object,
) => Promise<z.infer<Schema>>

export type ServerSide = {
  /** Of the remote database, without a slash at the end. */
  readonly url: string
  readonly token: () => TokenSource | undefined
  readonly fetch?: typeof fetch | undefined
}

/** What replication knows of the server is told by itself; these questions are asked beside it. */
export function askServer({ url, token, fetch }: ServerSide): AskServer {
  const send = createSyncFetch({
    token,
    fetch,
    onContact: () => {},
    onRefused: async () => {},
  })
  return async (path, reply, body) => {
    try {
      const response = await send(`${url}${path}`, {
        headers: { 'content-type': 'application/json' },
        ...(body !== undefined && {
          method: 'POST',
          body: JSON.stringify(body),
        }),
      })
      return reply.parse(await response.json())
    } catch (cause) {
      const why = cause instanceof SyncError ? cause.contact : String(cause)
      throw new LedgerError('unreachable', why, cause)
    }
  }
}

/** All leaves that the server has of some docs, or those of these revisions. */
export async function fetchLeaves(
  docs: readonly (string | { readonly id: string; readonly rev: string })[],
  ask: AskServer,
): Promise<readonly StoredDoc[]> {
  const leaves: StoredDoc[] = []
  for (let at = 0; at < docs.length; at += batch) {
    const asked = docs
      .slice(at, at + batch)
      .map(each => (typeof each === 'string' ? { id: each } : each))
    const body = { docs: asked }
    const { results } = await ask('/_bulk_get?revs=true', bulkGetReply, body)
    leaves.push(...results.flatMap(each => each.docs.flatMap(d => d.ok ?? [])))
  }
  return leaves
}

const batch = 500

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
