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

/** Rounds in which writers are not kept waiting. */
const rounds = 3
const shortTail = 1_000

/**
 * All leaf revisions, page by page, as they were at one moment: writers wait
 * only while `alone` reads the little that they wrote in the meantime.
 */
export async function* readLeaves(
  borrow: Borrow,
  alone: Borrow = borrow,
): AsyncGenerator<LeavesPage> {
  let since = 0
  for (let round = 0; round < rounds; round++) {
    const end = await borrow(seqOf)
    if (round > 0 && end - since <= shortTail) break
    while (since < end) {
      const from = since
      const found: Found = await borrow(database => readPage(database, from))
      yield found.page
      since = found.last
    }
  }
  yield* await alone(database => readTail(database, since))
}

async function readTail(
  database: Database,
  since: number,
): Promise<readonly LeavesPage[]> {
  const end = await seqOf(database)
  const pages: LeavesPage[] = []
  for (let from = since; from < end;) {
    const found = await readPage(database, from)
    pages.push(found.page)
    from = found.last
  }
  return pages
}

async function seqOf(database: Database): Promise<number> {
  return Number((await database.info()).update_seq)
}

type Found = {
  readonly last: number
  readonly page: LeavesPage
}

async function readPage(database: Database, since: number): Promise<Found> {
  const { results, last_seq } = (await database.changes({
    since,
    limit: page,
    style: 'all_docs',
  })) as unknown as {
    readonly results: readonly Row[]
    readonly last_seq: number
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
    // Nothing stands at the last numbers when a doc was written twice at once.
    last: results.length === 0 ? Infinity : last_seq,
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
