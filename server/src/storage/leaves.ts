import type { Database } from './pouch.ts'

/** A leaf revision of a doc, with its ancestors: what replication moves. */
export type Leaf = {
  readonly _id: string
  readonly _rev: string
  readonly _deleted?: boolean
  readonly _revisions: { readonly start: number; readonly ids: string[] }
}

export type LeavesPage = {
  readonly leaves: readonly Leaf[]
  /** Docs that are on it, and whether each is deleted. What changes meanwhile comes once more. */
  readonly docs: readonly { readonly id: string; readonly isDeleted: boolean }[]
  /** Leaves whose bodies cannot be read. */
  readonly lost: number
}

const page = 500

type Row = {
  readonly id: string
  readonly deleted?: boolean
  readonly changes: readonly { readonly rev: string }[]
}

export type Borrow = <Answer>(
  work: (database: Database) => Promise<Answer>,
) => Promise<Answer>

/**
 * All leaf revisions, page by page, as they were at one moment: writers wait
 * only while `alone` reads the little that they wrote in the meantime.
 */
export async function* readLeaves(
  borrow: Borrow,
  alone: Borrow = borrow,
): AsyncGenerator<LeavesPage> {
  let since: Since = 0
  // Whoever writes faster than this reads would else never let it end.
  const most = await borrow(countRows)
  let isMore = true
  for (let read = 0; isMore && read <= most; read += page) {
    const from: Since = since
    const found: Found = await borrow(database => readPage(database, from))
    yield found.page
    since = found.last
    isMore = found.isFull
  }
  yield* await alone(database => readTail(database, since))
}

/** As many as a reader of all changes would meet now, or more. */
async function countRows(database: Database): Promise<number> {
  const info = (await database.info()) as {
    readonly update_seq: Since
    readonly doc_count: number
    /** CouchDB alone tells. */
    readonly doc_del_count?: number
  }
  const { update_seq, doc_count, doc_del_count = 0 } = info
  return typeof update_seq === 'number' ? update_seq : doc_count + doc_del_count
}

async function readTail(
  database: Database,
  since: Since,
): Promise<readonly LeavesPage[]> {
  const pages: LeavesPage[] = []
  let from = since
  for (let isMore = true; isMore;) {
    const found = await readPage(database, from)
    pages.push(found.page)
    from = found.last
    isMore = found.isFull
  }
  return pages
}

/** A number, or whatever CouchDB says. */
type Since = number | string

type Found = {
  readonly last: Since
  /** There may be more. */
  readonly isFull: boolean
  readonly page: LeavesPage
}

async function readPage(database: Database, since: Since): Promise<Found> {
  const { results, last_seq } = (await database.changes({
    since,
    limit: page,
    style: 'all_docs',
  })) as unknown as {
    readonly results: readonly Row[]
    readonly last_seq: Since
  }
  const wanted = results.flatMap(({ id, changes }) =>
    changes.map(({ rev }) => ({ id, rev })),
  )
  const leaves = wanted.length === 0 ? [] : await readBodies(database, wanted)
  const docs = results.map(({ id, deleted }) => ({
    id,
    isDeleted: deleted === true,
  }))
  return {
    last: last_seq,
    isFull: results.length === page,
    page: { leaves, docs, lost: wanted.length - leaves.length },
  }
}

async function readBodies(
  database: Database,
  docs: readonly { readonly id: string; readonly rev: string }[],
): Promise<readonly Leaf[]> {
  const { results } = await database.bulkGet({
    docs: [...docs],
    revs: true,
  } as PouchDB.Core.BulkGetOptions)
  return results.flatMap(({ docs: found }) =>
    found.flatMap(each => ('ok' in each ? [each.ok as unknown as Leaf] : [])),
  )
}
