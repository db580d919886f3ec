import type { Role } from '@ourmoney/shared/identity/api.ts'
import { checkDoc } from '@ourmoney/shared/sync/check-doc.ts'
import { kindOfId } from '@ourmoney/shared/sync/ids.ts'
import { schemas, schemaVersion } from '@ourmoney/shared/sync/kinds.ts'
import type {
  Database,
  RevisionNode,
  RevisionPath,
} from '../../storage/pouch.ts'
import {
  mostDocBytes,
  readStructure,
  type Refusal,
  type SoundDoc,
} from './structure.ts'

const mostLiveLeaves = 100
const mostLeaves = 500
/** How far ahead of what is stored a revision may be; else a forged one would win for ever. */
const mostGenerationsAhead = 1_000

export type Admission = {
  readonly admitted: readonly SoundDoc['doc'][]
  readonly refused: readonly {
    readonly id: string
    readonly error: 'forbidden'
    readonly reason: Refusal
  }[]
}

/**
 * Decides about each doc before PouchDB sees it: what PouchDB accepts with
 * `new_edits: false` it believes, and some of it takes the process down.
 */
export async function admitDocs(
  database: Database,
  docs: readonly unknown[],
  role: Role,
): Promise<Admission> {
  const admitted: SoundDoc['doc'][] = []
  const refused: Admission['refused'][number][] = []
  const trees = new Map<string, Promise<Known | undefined>>()
  for (const raw of docs) {
    const sound = role === 'viewer' ? viewersRefusal : readStructure(raw)
    const refusal =
      typeof sound === 'string'
        ? sound
        : (refuseContent(sound) ??
          (await refuseAgainst(database, sound, trees)))
    if (refusal === undefined && typeof sound !== 'string') {
      admitted.push(sound.doc)
    } else {
      refused.push({
        id: idOf(raw),
        error: 'forbidden',
        reason: refusal ?? 'internal: refused',
      })
    }
  }
  return { admitted, refused }
}

const viewersRefusal = 'role: a viewer does not write'

/** What is wrong with the doc by its schema, if we know it. */
function refuseContent({ doc }: SoundDoc): Refusal | undefined {
  if (isBareTombstone(doc)) return undefined
  if (Buffer.byteLength(JSON.stringify(doc)) > mostDocBytes) {
    return 'too-large: more than 64 KB'
  }
  const { kind, v } = doc
  if (typeof kind !== 'string' || !Number.isSafeInteger(v) || Number(v) < 1) {
    return 'schema: kind and v are wanted'
  }
  const expected = kindOfId(doc._id)
  const isKnownKind = Object.hasOwn(schemas, kind)
  if (expected !== undefined && kind !== expected) {
    return 'kind: it does not fit the id'
  }
  if (isKnownKind && expected === undefined)
    return 'kind: it does not fit the id'
  // What a newer client writes is passed on by its structure alone.
  if (!isKnownKind || Number(v) > schemaVersion) return undefined
  const checked = checkDoc(doc)
  return checked.ok
    ? undefined
    : `schema: ${checked.failure.slice(0, 5).join(', ')}`
}

type Known = {
  readonly generation: number
  readonly revisions: ReadonlySet<string>
  leaves: number
  liveLeaves: number
}

/** What is wrong with the doc beside what is stored of it. */
async function refuseAgainst(
  database: Database,
  sound: SoundDoc,
  trees: Map<string, Promise<Known | undefined>>,
): Promise<Refusal | undefined> {
  const { doc, generation, hashes } = sound
  let reading = trees.get(doc._id)
  if (reading === undefined) {
    reading = readKnown(database, doc._id)
    trees.set(doc._id, reading)
  }
  const known = await reading
  if (known === undefined) {
    // Several roots in one request are counted together.
    trees.set(doc._id, Promise.resolve(knownOf(sound)))
    return undefined
  }
  if (known.revisions.has(hashes[0] ?? '')) return undefined
  if (generation > known.generation + mostGenerationsAhead) {
    return 'bad-revision: too far ahead'
  }
  const parent = hashes.slice(1).find(hash => known.revisions.has(hash))
  if (doc['_deleted'] !== true) known.liveLeaves += 1
  known.leaves += 1
  if (known.liveLeaves > mostLiveLeaves || known.leaves > mostLeaves) {
    return 'too-many-leaves: pull, merge and try again'
  }
  if (parent === undefined || isBareTombstone(doc)) return undefined
  const rev = `${generation - hashes.indexOf(parent)}-${parent}`
  return refuseChange(await readBody(database, doc._id, rev), doc)
}

function refuseChange(
  before: Readonly<Record<string, unknown>> | undefined,
  now: Readonly<Record<string, unknown>>,
): Refusal | undefined {
  if (before === undefined || before['kind'] === undefined) return undefined
  if (before['kind'] !== now['kind']) return 'kind: it never changes'
  if (before['createdBy'] !== now['createdBy']) {
    return 'createdBy: it never changes'
  }
  return Number(now['v']) < Number(before['v'])
    ? 'schema: made by a newer version'
    : undefined
}

async function readBody(database: Database, id: string, rev: string) {
  try {
    return (await database.get(id, { rev })) as Readonly<
      Record<string, unknown>
    >
  } catch (error) {
    // Compacted away, or never there: only its place in the tree is known.
    if (statusOf(error) === 404) return undefined
    throw error
  }
}

function readKnown(database: Database, id: string): Promise<Known | undefined> {
  return new Promise((resolve, reject) => {
    database._getRevisionTree(id, (error, tree) => {
      if (tree !== undefined) resolve(measureTree(tree))
      else if (statusOf(error) === 404) resolve(undefined)
      else reject(error)
    })
  })
}

function measureTree(tree: readonly RevisionPath[]): Known {
  const revisions = new Set<string>()
  let leaves = 0
  let liveLeaves = 0
  let highest = 0
  const open: { readonly node: RevisionNode; readonly pos: number }[] =
    tree.map(({ ids, pos }) => ({ node: ids, pos }))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [hash, options, children] = next.node
    revisions.add(hash)
    highest = Math.max(highest, next.pos)
    for (const node of children) open.push({ node, pos: next.pos + 1 })
    if (children.length > 0) continue
    leaves += 1
    if (options.deleted !== true) liveLeaves += 1
  }
  return { generation: highest, revisions, leaves, liveLeaves }
}

function knownOf({ doc, generation, hashes }: SoundDoc): Known {
  return {
    generation,
    revisions: new Set(hashes),
    leaves: 1,
    liveLeaves: doc['_deleted'] === true ? 0 : 1,
  }
}

/** `{_id, _rev, _deleted}`: how losing leaves are closed and the trash is emptied. */
function isBareTombstone(doc: Readonly<Record<string, unknown>>): boolean {
  return (
    doc['_deleted'] === true &&
    Object.keys(doc).every(key => key.startsWith('_'))
  )
}

function idOf(raw: unknown): string {
  const isDoc = typeof raw === 'object' && raw !== null && '_id' in raw
  return isDoc && typeof raw._id === 'string' ? raw._id : ''
}

function statusOf(error: unknown): number | undefined {
  const isCoded =
    typeof error === 'object' && error !== null && 'status' in error
  return isCoded && typeof error.status === 'number' ? error.status : undefined
}
