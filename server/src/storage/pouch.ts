import { createRequire } from 'node:module'
import { join } from 'node:path'
import PouchDB from 'pouchdb-core'
import { openLevelDown } from './level-down.ts'

const require = createRequire(import.meta.url)
const leveldb: PouchDB.Plugin = require('pouchdb-adapter-leveldb')
PouchDB.plugin(leveldb)

/** PouchDB with what its published types leave out and replication needs. */
export type Database = PouchDB.Database & {
  /** A doc's whole tree of revisions; a callback only. */
  _getRevisionTree(
    id: string,
    callback: (error: unknown, tree?: readonly RevisionPath[]) => void,
  ): void
}

export type RevisionPath = {
  readonly pos: number
  readonly ids: RevisionNode
}
export type RevisionNode = readonly [
  hash: string,
  options: { readonly status?: string; readonly deleted?: boolean },
  children: readonly RevisionNode[],
]

/** Opens a database on disk; `create` only where none should be yet. */
export async function openDatabase(
  path: string,
  { create }: { readonly create: boolean },
): Promise<Database> {
  const database = new PouchDB(path, {
    adapter: 'leveldb',
    db: openLevelDown,
    createIfMissing: create,
    revs_limit: 1000,
  } as PouchDB.Configuration.DatabaseConfiguration)
  // The constructor answers at once; the first question tells whether it opened.
  await database.info()
  return database as Database
}

/** `undefined` when there is no such doc. */
export async function findDoc(
  database: Database,
  id: string,
): Promise<PouchDB.Core.ExistingDocument<object> | undefined> {
  try {
    return await database.get(id)
  } catch (error) {
    const isObject = typeof error === 'object' && error !== null
    if (isObject && 'status' in error && error.status === 404) return undefined
    throw error
  }
}

/** The system database is the lock of the directory: LevelDB lets one process in. */
export async function openSystem(dataDir: string): Promise<Database> {
  try {
    return await openDatabase(join(dataDir, 'system'), { create: true })
  } catch (cause) {
    throw new Error(
      `"${dataDir}" cannot be opened. Another server may be using it, or it is damaged.`,
      { cause },
    )
  }
}
