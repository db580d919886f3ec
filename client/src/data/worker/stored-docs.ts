import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'

/** What can be read of a database that PouchDB stumbles over. */
export type StoredDocs = {
  /** One revision of each doc: the newest that is whole. */
  readonly docs: readonly StoredDoc[]
  /** Ids of what has no whole revision here. */
  readonly lost: readonly string[]
}

type Revision = { readonly rev: string; readonly doc: StoredDoc }

const page = 2_000

/**
 * Reads the stores of PouchDB's `idb` adapter themselves: PouchDB gives up at
 * the first record that it cannot read, and keeps older revisions beside it.
 */
export async function readStored(name: string): Promise<StoredDocs> {
  const database = await openStored(name)
  try {
    const reading = database.transaction(['document-store', 'by-sequence'])
    const heads = reading.objectStore('document-store')
    const bodies = reading.objectStore('by-sequence')
    const revisions = new Map<string, Revision[]>()
    for await (const value of valuesOf(bodies)) {
      const read = readBody(value)
      if (read === undefined) continue
      const { _id } = read.doc
      revisions.set(_id, [...(revisions.get(_id) ?? []), read])
    }
    const winners = new Map<string, unknown>()
    for await (const value of valuesOf(heads)) {
      const { id, winningRev } = Object(value) as Record<string, unknown>
      if (typeof id === 'string') winners.set(id, winningRev)
    }
    const ids = [...new Set([...winners.keys(), ...revisions.keys()])]
    const found = ids.map(id => ({
      id,
      whole: (revisions.get(id) ?? [])
        .filter(isWhole)
        .sort((a, b) => byNewest(a, b, winners.get(id)))[0]?.doc,
    }))
    return {
      docs: found.flatMap(({ whole }) => whole ?? []),
      lost: found.filter(({ whole }) => !whole).map(({ id }) => id),
    }
  } finally {
    database.close()
  }
}

/** Other tabs let go of it when they are told. */
export async function deleteStored(name: string): Promise<void> {
  await asked(indexedDB.deleteDatabase(nameInBrowser(name)))
}

/**
 * What stands of every doc that is not deleted, in the order it was written:
 * several times faster than PouchDB reads it. `onceUpTo`: the sequence up to
 * which nothing was written twice or deleted, so that every body stands; what
 * is written after it is left out.
 */
export async function* readStanding(
  name: string,
  onceUpTo?: number,
): AsyncGenerator<readonly StoredDoc[]> {
  const database = await openStored(name)
  try {
    const standing =
      onceUpTo === undefined ? await standingOf(database) : undefined
    for await (const bodies of bodyPagesOf(database, onceUpTo)) {
      yield (bodies as readonly StoredBody[]).flatMap(body => {
        const { _doc_id_rev: key, ...doc } = body
        if (standing?.has(key) === false) return []
        const at = key.lastIndexOf('::')
        return Object.assign(doc, {
          _id: key.slice(0, at),
          _rev: key.slice(at + 2),
        })
      })
    }
  } finally {
    database.close()
  }
}

/** More than these are of a doc that was edited often; PouchDB finds the newest sooner. */
const mostRevisions = 4

/**
 * Newest revisions by id, one request each where PouchDB needs two.
 * `undefined` where the stored revisions alone do not say which it is, or
 * there are none.
 */
export async function readNewest(
  name: string,
  ids: readonly string[],
): Promise<readonly (StoredDoc | undefined)[]> {
  const database = await openStored(name)
  try {
    const bodies = database.transaction('by-sequence')
    const named = bodies.objectStore('by-sequence').index('_doc_id_rev')
    return await Promise.all(
      ids.map(async id => {
        const range = IDBKeyRange.bound(`${id}::`, `${id}::\uffff`)
        return newestOf(await asked(named.getAll(range, mostRevisions)))
      }),
    )
  } finally {
    database.close()
  }
}

/** The longest history wins, unless it ends in a deletion or another is as long. */
function newestOf(bodies: readonly unknown[]): StoredDoc | undefined {
  if (bodies.length === mostRevisions) return undefined
  const [first, second] = bodies
    .flatMap(body => readBody(body) ?? [])
    .sort((a, b) => generationOf(b) - generationOf(a))
  if (first === undefined || first.doc['_deleted'] === true) return undefined
  const isAlone =
    second === undefined || generationOf(second) < generationOf(first)
  return isAlone ? first.doc : undefined
}

/** Names of the bodies that stand. */
async function standingOf(database: IDBDatabase): Promise<ReadonlySet<string>> {
  const standing = new Set<string>()
  for await (const heads of headPagesOf(database)) {
    for (const head of heads) {
      const { id, winningRev, deletedOrLocal } = head as StoredHead
      if (deletedOrLocal === '0') standing.add(`${id}::${winningRev}`)
    }
  }
  return standing
}

type StoredBody = { readonly _doc_id_rev: string }

type StoredHead = {
  readonly id: string
  readonly winningRev: string
  readonly deletedOrLocal: string
}

/** A doc and its leaf revisions, deleted ones too. */
export type StoredLeaves = {
  readonly id: string
  readonly revs: readonly string[]
}

/** Every doc's leaves, some at a time: ten times faster than PouchDB tells of them. */
export async function* readStoredLeaves(
  name: string,
): AsyncGenerator<readonly StoredLeaves[]> {
  const database = await openStored(name)
  try {
    for await (const heads of headPagesOf(database)) yield heads.map(leavesOf)
  } finally {
    database.close()
  }
}

type Branch = readonly [hash: string, status: unknown, next: readonly Branch[]]

function leavesOf(head: unknown): StoredLeaves {
  const { id, data } = head as { readonly id: string; readonly data: string }
  const { rev_tree: roots } = JSON.parse(data) as {
    readonly rev_tree: readonly { readonly pos: number; readonly ids: Branch }[]
  }
  const revs: string[] = []
  const open = roots.map(({ pos, ids }) => ({ pos, branch: ids }))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [hash, , further] = next.branch
    const { pos } = next
    if (further.length === 0) revs.push(`${pos}-${hash}`)
    for (const branch of further) open.push({ pos: pos + 1, branch })
  }
  return { id, revs }
}

/**
 * Takes docs out as if they had never been there, which PouchDB cannot do with
 * this adapter. Nothing else may have the database open here.
 */
export async function forgetStored(
  name: string,
  ids: readonly string[],
): Promise<void> {
  const database = await openStored(name)
  try {
    const writing = database.transaction(
      ['document-store', 'by-sequence'],
      'readwrite',
    )
    const heads = writing.objectStore('document-store')
    const bodies = writing.objectStore('by-sequence')
    const named = bodies.index('_doc_id_rev')
    for (const id of ids) {
      heads.delete(id)
      const revisions = IDBKeyRange.bound(`${id}::`, `${id}::\uffff`)
      for (const key of await asked(named.getAllKeys(revisions))) {
        bodies.delete(key)
      }
    }
    await new Promise((resolve, reject) => {
      writing.addEventListener('complete', resolve)
      writing.addEventListener('abort', () =>
        reject(writing.error ?? new Error('IndexedDB failed')),
      )
    })
  } finally {
    database.close()
  }
}

/** Where it was done away with nothing is made in its place: PouchDB could not open that. */
function openStored(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(nameInBrowser(name))
  opening.addEventListener('upgradeneeded', () => opening.transaction?.abort())
  return asked(opening)
}

function nameInBrowser(name: string): string {
  return `_pouch_${name}`
}

async function* valuesOf(store: IDBObjectStore): AsyncGenerator {
  let range: IDBKeyRange | undefined
  for (;;) {
    const [keys, values] = await Promise.all([
      asked(store.getAllKeys(range, page)),
      asked(store.getAll(range, page)),
    ])
    yield* values
    const last = keys.at(-1)
    if (keys.length < page || last === undefined) return
    range = IDBKeyRange.lowerBound(last, true)
  }
}

/** Heads in the order of their ids. */
async function* headPagesOf(
  database: IDBDatabase,
): AsyncGenerator<readonly unknown[]> {
  let range: IDBKeyRange | undefined
  for (;;) {
    const store = database.transaction('document-store')
    const heads = await asked(
      store.objectStore('document-store').getAll(range, page),
    )
    yield heads
    const last = heads.at(-1) as { readonly id: string } | undefined
    if (heads.length < page || last === undefined) return
    range = IDBKeyRange.lowerBound(last.id, true)
  }
}

/** Bodies in the order they were written; while one page is worked on, the next is read. */
async function* bodyPagesOf(
  database: IDBDatabase,
  upTo?: number,
): AsyncGenerator<readonly unknown[]> {
  const store = () =>
    database.transaction('by-sequence').objectStore('by-sequence')
  const newest = await asked(store().openKeyCursor(null, 'prev'))
  const end = upTo ?? Number(newest?.key ?? 0)
  const read = (from: number) => {
    const to = Math.min(from + page - 1, end)
    return asked(store().getAll(IDBKeyRange.bound(from, to)))
  }
  if (end === 0) return
  let ahead = read(1)
  for (let from = 1; from <= end; from += page) {
    const bodies = await ahead
    ahead = from + page <= end ? read(from + page) : Promise.resolve([])
    yield bodies
  }
}

function readBody(value: unknown): Revision | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { _doc_id_rev: name, ...body } = value as Record<string, unknown>
  if (typeof name !== 'string') return undefined
  const at = name.lastIndexOf('::')
  const rev = name.slice(at + 2)
  return { rev, doc: { ...body, _id: name.slice(0, at), _rev: rev } }
}

function isWhole({ doc }: Revision): boolean {
  const { _rev, ...body } = doc
  return decodeDoc(body as unknown as StoredDoc).state !== 'broken'
}

function byNewest(a: Revision, b: Revision, winner: unknown): number {
  const wins = Number(b.rev === winner) - Number(a.rev === winner)
  return wins || generationOf(b) - generationOf(a)
}

function generationOf({ rev }: Revision): number {
  return Number.parseInt(rev, 10)
}

function asked<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () =>
      reject(request.error ?? new Error('IndexedDB failed')),
    )
  })
}
