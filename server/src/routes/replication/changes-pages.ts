import type { Database } from '../../storage/pouch.ts'
import type { DatabaseName, Databases } from '../../storage/databases.ts'

export type AskedPage = {
  readonly since: number | string
  readonly limit: number
  readonly style: 'all_docs' | 'main_only'
  readonly include_docs: boolean
  readonly doc_ids?: readonly string[] | undefined
}

export type ChangesPage = {
  /** One JSON text, without the brackets. */
  readonly rows: string
  readonly count: number
  readonly last: number | string
}

/** A database of a ledger. */
export type Place = { readonly ledger: string; readonly name: DatabaseName }

/** Where a database's changes end; it need not be opened for a feed that has come so far. */
type Ending = { readonly state: string; readonly last: number | string }

/** Most pages that are kept for who asks for the same. */
const mostKept = 64
/** Characters of a page that is worth keeping: a thousand rows without conflicts have 100,000. */
const mostText = 300_000

/**
 * Reads changes page by page. All feeds of a ledger wake at the same write
 * and ask for the same: it is read once, until the next write.
 */
export function createChangesPages(databases: Databases) {
  const kept = new Map<string, Promise<ChangesPage>>()
  const ends = new Map<DatabaseName, Ending>()

  function readOnce(key: string, database: Database, asked: AskedPage) {
    const known = kept.get(key)
    if (known !== undefined) return known
    const reading = readPage(database, asked)
    kept.set(key, reading)
    reading.then(
      ({ rows }) => {
        if (rows.length > mostText) kept.delete(key)
      },
      // Whoever waits for it is told; who asks later tries again.
      () => kept.delete(key),
    )
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break
      kept.delete(oldest)
    }
    return reading
  }

  return async ({ ledger, name }: Place, asked: AskedPage) => {
    const { since, limit, style, include_docs, doc_ids } = asked
    const writes = databases.writes(name)
    if (writes === undefined || include_docs || doc_ids !== undefined) {
      return databases.withLedger(name, database => readPage(database, asked))
    }
    // A read that began before the last write may not have seen it.
    const state = `${databases.epoch(ledger)} ${name} ${writes}`
    const end = ends.get(name)
    if (end?.state === state && end.last === since) {
      return { rows: '', count: 0, last: since }
    }
    const key = `${state} ${style} ${limit} ${since}`
    const page = await databases.withLedger(name, database =>
      readOnce(key, database, asked),
    )
    if (page.count < limit) ends.set(name, { state, last: page.last })
    return page
  }
}

async function readPage(
  database: Database,
  { since, limit, style, include_docs, doc_ids }: AskedPage,
): Promise<ChangesPage> {
  const { results, last_seq } = (await database.changes({
    since,
    limit,
    style,
    include_docs,
    ...(doc_ids !== undefined && { doc_ids: [...doc_ids] }),
  })) as unknown as {
    readonly results: readonly object[]
    readonly last_seq: number | string
  }
  const rows = results.map(row => JSON.stringify(row)).join(',\n')
  return { rows, count: results.length, last: last_seq }
}
