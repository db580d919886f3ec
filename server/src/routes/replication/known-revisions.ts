import type { SoundDoc } from '@ourmoney/shared/sync/structure.ts'
import type {
  Database,
  RevisionNode,
  RevisionPath,
} from '../../storage/pouch.ts'

/** What the database and this request know of a doc's revisions, each as `generation-hash`. */
export type Known = {
  readonly revisions: Set<string>
  /** Whether each leaf is deleted. */
  readonly leaves: Map<string, boolean>
  /** Leaves that are not deleted. */
  live: number
  /** The highest. */
  generation: number
  /** What this request brought and the database has not yet. */
  readonly bodies: Map<string, SoundDoc['doc']>
}

export function readKnown(
  database: Database,
  id: string,
): Promise<Known | undefined> {
  return new Promise((resolve, reject) => {
    database._getRevisionTree(id, (error, tree) => {
      if (tree !== undefined) resolve(readTree(tree))
      else if (isMissing(error)) resolve(undefined)
      else reject(error)
    })
  })
}

/** What is known of a doc that nobody had. */
export function firstRevision(sound: SoundDoc): Known {
  const known: Known = {
    revisions: new Set(),
    leaves: new Map(),
    live: 0,
    generation: 0,
    bodies: new Map(),
  }
  addRevision(known, sound)
  return known
}

export function addRevision(known: Known, sound: SoundDoc): void {
  const { doc, rev, generation, hashes } = sound
  if (known.revisions.has(rev)) return
  known.live = leavesWith(known, sound).live
  known.leaves.delete(parentOf(known, sound) ?? '')
  known.leaves.set(rev, isDeleted(doc))
  known.generation = Math.max(known.generation, generation)
  known.bodies.set(rev, doc)
  hashes.forEach((hash, older) => {
    known.revisions.add(`${generation - older}-${hash}`)
  })
}

/** How many leaves there would be with this one; it takes the place of the leaf that it follows. */
export function leavesWith(known: Known, sound: SoundDoc) {
  const replaced = known.leaves.get(parentOf(known, sound) ?? '')
  const isLive = !isDeleted(sound.doc)
  return {
    all: known.leaves.size + (replaced === undefined ? 1 : 0),
    live: known.live + Number(isLive) - (replaced === false ? 1 : 0),
  }
}

/** The nearest ancestor that is known. */
export function parentOf(
  known: Known,
  { generation, hashes }: SoundDoc,
): string | undefined {
  for (let older = 1; older < hashes.length; older++) {
    const rev = `${generation - older}-${hashes[older]}`
    if (known.revisions.has(rev)) return rev
  }
  return undefined
}

export async function readBody(
  database: Database,
  id: string,
  rev: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    return { ...(await database.get(id, { rev })) }
  } catch (error) {
    // Compacted away, or never there: only its place in the tree is known.
    if (isMissing(error)) return undefined
    throw error
  }
}

function readTree(tree: readonly RevisionPath[]): Known {
  const revisions = new Set<string>()
  const leaves = new Map<string, boolean>()
  let live = 0
  let generation = 0
  const open: { readonly node: RevisionNode; readonly pos: number }[] =
    tree.map(({ ids, pos }) => ({ node: ids, pos }))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { pos } = next
    const [hash, { deleted = false }, children] = next.node
    const rev = `${pos}-${hash}`
    revisions.add(rev)
    generation = Math.max(generation, pos)
    for (const node of children) open.push({ node, pos: pos + 1 })
    if (children.length > 0) continue
    leaves.set(rev, deleted)
    if (!deleted) live += 1
  }
  return { revisions, leaves, live, generation, bodies: new Map() }
}

function isDeleted(doc: SoundDoc['doc']): boolean {
  return doc['_deleted'] === true
}

function isMissing(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'status' in error &&
    error.status === 404
  )
}
