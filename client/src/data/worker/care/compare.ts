import * as z from 'zod'
import type { CareProgress, Comparison, Lacking } from '../../care.ts'
import type { Database } from '../database.ts'
import { readStoredLeaves } from '../stored-docs.ts'
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
 * Compares the leaf revisions of both sides, whatever replication noted: for
 * each that the other does not list as a leaf it is asked whether it knows it.
 */
export async function compareWithServer(
  comparing: Comparing,
): Promise<Comparison> {
  const { database, ask, onProgress, signal } = comparing
  const [info, local] = await Promise.all([
    ask('', infoReply),
    database.run(pouch => pouch.info()),
  ])
  const all = info.update_seq + local.doc_count
  const read = { here: 0, there: 0 }
  const tell = () =>
    onProgress({ done: Math.min(all, read.here + read.there), all })

  async function readHere(): Promise<Leaves> {
    const leaves = new Map<string, readonly string[]>()
    for await (const some of readStoredLeaves(database.name)) {
      for (const { id, revs } of some) leaves.set(id, revs)
      read.here = leaves.size
      tell()
      if (signal.aborted) break
    }
    return leaves
  }

  async function readThere(): Promise<Leaves> {
    const leaves = new Map<string, readonly string[]>()
    const pageOf = (since: number) =>
      ask(`/_changes?style=all_docs&limit=${told}&since=${since}`, changesReply)
    let next = pageOf(0)
    for (;;) {
      const { results, last_seq } = await next
      const isLast = results.length < told || signal.aborted
      if (!isLast) {
        next = pageOf(last_seq)
        // Awaited in the next round; until then nobody else looks at its failure.
        next.catch(() => undefined)
      }
      for (const { id, changes } of results) {
        leaves.set(
          id,
          changes.map(({ rev }) => rev),
        )
      }
      read.there = last_seq
      tell()
      if (isLast) return leaves
    }
  }

  const [here, there] = await Promise.all([readHere(), readThere()])
  if (signal.aborted) {
    const phase = 'cancelled'
    return { phase, records: here.size, serverLacks: [], deviceLacks: [] }
  }
  return {
    phase: 'done',
    records: here.size,
    serverLacks: await serverLacking(notLeaves(here, there), ask),
    deviceLacks: await reallyLacking(notLeaves(there, here), revs =>
      database.run(pouch => pouch.revsDiff(revs)),
    ),
  }
}

/** What of these revisions the server does not have. */
export function serverLacking(
  leaves: readonly Lacking[],
  ask: AskServer,
): Promise<readonly Lacking[]> {
  return reallyLacking(leaves, revs => ask('/_revs_diff', diffReply, revs))
}

type Leaves = ReadonlyMap<string, readonly string[]>

/** What one side has and the other does not list. */
function notLeaves(some: Leaves, others: Leaves): readonly Lacking[] {
  return [...some].flatMap(([id, leaves]) => {
    const known = others.get(id)
    const revs = leaves.filter(rev => known?.includes(rev) !== true)
    return revs.length > 0 ? [{ id, revs }] : []
  })
}

type Revs = Readonly<Record<string, readonly string[]>>
type Missing = Readonly<Record<string, { readonly missing: readonly string[] }>>

/** What is no leaf may be an older revision of one. */
async function reallyLacking(
  unknown: readonly Lacking[],
  diff: (revs: Revs) => Promise<Missing>,
): Promise<readonly Lacking[]> {
  const lacking: Lacking[] = []
  for (let at = 0; at < unknown.length; at += asked) {
    const some = unknown.slice(at, at + asked)
    const missing = await diff(
      Object.fromEntries(some.map(({ id, revs }) => [id, revs])),
    )
    for (const [id, { missing: revs }] of Object.entries(missing)) {
      lacking.push({ id, revs })
    }
  }
  return lacking
}
