import * as z from 'zod'
import type { CareProgress, Comparison, Lacking } from '../../care.ts'
import type { Database } from '../database.ts'
import type { ChangesPage } from '../pouch.ts'
import type { AskServer } from './ask-server.ts'

type Comparing = {
  readonly database: Database
  readonly ask: AskServer
  readonly onProgress: (progress: CareProgress) => void
  readonly signal: AbortSignal
}

/** As many ids as the server takes in one question, and as many changes as it tells in one. */
const asked = 1_000
const told = 2_000

const infoReply = z.object({ update_seq: z.number() })
const diffReply = z.record(
  z.string(),
  z.object({ missing: z.array(z.string()) }),
)
const changesReply = z.object({
  last_seq: z.number(),
  results: z.array(
    z.object({
      id: z.string(),
      changes: z.array(z.object({ rev: z.string() })),
    }),
  ),
})

/**
 * Asks the server for each leaf revision of this device whether it has it,
 * then looks for each of the server's here. Believes no checkpoint.
 */
export async function compareWithServer(
  comparing: Comparing,
): Promise<Comparison> {
  const { database, ask, onProgress, signal } = comparing
  const here = new Map<string, readonly string[]>()
  const serverLacks: Lacking[] = []
  const info = await ask('', infoReply)
  const { update_seq } = await database.run(pouch => pouch.info())
  const all = update_seq + info.update_seq
  const found = (
    phase: Comparison['phase'],
    deviceLacks: readonly Lacking[],
  ): Comparison => ({ phase, records: here.size, serverLacks, deviceLacks })

  let next = pageOf(database, 0)
  for (;;) {
    const { results, last_seq } = await next
    const isLast = results.length < asked
    // Read while the server looks.
    if (!isLast) next = pageOf(database, last_seq)
    const revs = revsOf(results)
    for (const [id, leaves] of Object.entries(revs)) here.set(id, leaves)
    if (results.length > 0) {
      const diff = await ask('/_revs_diff', diffReply, revs)
      serverLacks.push(...asLacking(diff))
    }
    onProgress({ done: last_seq, all })
    if (signal.aborted) return found('cancelled', [])
    if (isLast) break
  }

  const unknown: Lacking[] = []
  for (let since = 0; ;) {
    const { results, last_seq } = await ask(
      `/_changes?style=all_docs&limit=${told}&since=${since}`,
      changesReply,
    )
    since = last_seq
    for (const { id, changes } of results) {
      const leaves = here.get(id)
      const revs = changes
        .map(({ rev }) => rev)
        .filter(rev => leaves?.includes(rev) !== true)
      if (revs.length > 0) unknown.push({ id, revs })
    }
    onProgress({ done: Math.min(all, update_seq + since), all })
    if (signal.aborted) return found('cancelled', [])
    if (results.length < told) break
  }
  return found('done', await missingHere(database, unknown))
}

function pageOf(database: Database, since: number): Promise<ChangesPage> {
  const page = database.run(pouch =>
    pouch.changes({ since, limit: asked, style: 'all_docs' }),
  )
  // Awaited in the next round; until then nobody else looks at its failure.
  page.catch(() => undefined)
  return page
}

function revsOf(results: ChangesPage['results']) {
  return Object.fromEntries(
    results.map(({ id, changes }) => [id, changes.map(({ rev }) => rev)]),
  )
}

/** What is no leaf here may be an older revision of one. */
async function missingHere(
  database: Database,
  unknown: readonly Lacking[],
): Promise<readonly Lacking[]> {
  const missing: Lacking[] = []
  for (let at = 0; at < unknown.length; at += asked) {
    const some = unknown.slice(at, at + asked)
    const revs = Object.fromEntries(some.map(each => [each.id, each.revs]))
    missing.push(
      ...asLacking(await database.run(pouch => pouch.revsDiff(revs))),
    )
  }
  return missing
}

function asLacking(
  diff: Readonly<Record<string, { readonly missing: readonly string[] }>>,
): Lacking[] {
  return Object.entries(diff).map(([id, { missing }]) => ({
    id,
    revs: missing,
  }))
}
