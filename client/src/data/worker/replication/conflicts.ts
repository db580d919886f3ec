import { checkDoc } from '@ourmoney/shared/sync/check-doc.ts'
import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { canonicalText, encodeDoc } from '@ourmoney/shared/sync/encode.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { mergeLeaves } from '@ourmoney/shared/sync/merge.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Database } from '../database.ts'

/** More merges of one doc in so short a time mean that two devices disagree about merging. */
const mostMerges = 3
const within = 10 * 60_000

export type Merging = {
  /** Merges what has more than one leaf with a body. */
  readonly merge: (ids: readonly string[]) => Promise<void>
  /** Docs that were merged too often and are left alone. */
  readonly stopped: () => ReadonlySet<string>
}

export function createMerging(
  database: Database,
  feed: ChangeFeed,
  now: () => number,
  /** Who only reads leaves it to others. */
  mayMerge: () => boolean,
): Merging {
  const merges = new Map<string, readonly number[]>()
  const stopped = new Set<string>()

  async function mergeOne(id: string): Promise<void> {
    const leaves = await readLeaves(database, id)
    const written = planMerge(leaves)
    if (written.length === 0) return
    const recent = (merges.get(id) ?? []).filter(at => at > now() - within)
    if (recent.length >= mostMerges) {
      stopped.add(id)
      return
    }
    merges.set(id, [...recent, now()])
    stopped.delete(id)
    await feed.write(written)
  }

  return {
    merge: async ids => {
      if (!mayMerge()) return
      for (const id of ids) await mergeOne(id)
    },
    stopped: () => stopped,
  }
}

async function readLeaves(
  database: Database,
  id: string,
): Promise<readonly StoredDoc[]> {
  const found = (await database.run(pouch =>
    pouch.get(id, { open_revs: 'all' }),
  )) as readonly { readonly ok?: StoredDoc }[]
  return found.flatMap(({ ok }) => ok ?? [])
}

/**
 * What closes a conflict: the merged doc upon the leaf that PouchDB puts
 * first, and bare tombstones upon the others. Nothing when there is none, or
 * when a newer version made one of them.
 */
export function planMerge(leaves: readonly StoredDoc[]): readonly StoredDoc[] {
  const open = leaves
    .filter(leaf => leaf['kind'] !== undefined)
    .sort(asPouchOrders)
  const [first, ...others] = open
  if (first === undefined || others.length === 0) return []
  const docs = open.flatMap(leaf => {
    const decoded = decodeDoc(withoutRevision(leaf))
    return decoded.state === 'known' ? decoded.doc : []
  })
  if (docs.length < open.length) return []
  const merged: Doc = mergeLeaves(docs)
  if (!checkDoc(merged).ok) return []
  const isSame = canonicalText(merged) === canonicalText(withoutRevision(first))
  return [
    ...(isSame
      ? []
      : [
          encodeDoc({ ...merged, _rev: first['_rev'] }) as unknown as StoredDoc,
        ]),
    ...others.map(({ _id, ...leaf }) => ({
      _id,
      _rev: leaf['_rev'],
      _deleted: true,
    })),
  ]
}

function withoutRevision({ _rev, _revisions, ...body }: StoredDoc): StoredDoc {
  return body as unknown as StoredDoc
}

/** Living before deleted, then the longer history, then the greater hash. */
function asPouchOrders(a: StoredDoc, b: StoredDoc): number {
  const dead = Number(a['_deleted'] === true) - Number(b['_deleted'] === true)
  if (dead !== 0) return dead
  const [generationA, hashA] = revOf(a)
  const [generationB, hashB] = revOf(b)
  return generationB - generationA || (hashA < hashB ? 1 : -1)
}

function revOf(leaf: StoredDoc): readonly [number, string] {
  const [generation = '0', hash = ''] = String(leaf['_rev']).split('-')
  return [Number(generation), hash]
}
