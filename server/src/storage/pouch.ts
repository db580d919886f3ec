import { createRequire } from 'node:module'
import PouchDB from 'pouchdb-core'

const require = createRequire(import.meta.url)
const leveldb: PouchDB.Plugin = require('pouchdb-adapter-leveldb')
const leveldown: LevelDown = require('leveldown')
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
    db: syncedLevelDown,
    createIfMissing: create,
    revs_limit: 1000,
  } as PouchDB.Configuration.DatabaseConfiguration)
  // The constructor answers at once; the first question tells whether it opened.
  await database.info()
  return database as Database
}

type Options = { sync?: boolean }
type Callback = (error?: Error) => void
type LevelDown = {
  (location: string): LevelDownInstance
  destroy: unknown
}
type LevelDownInstance = {
  _batch(operations: unknown, options: Options, done: Callback): void
  _put(key: unknown, value: unknown, options: Options, done: Callback): void
}

/**
 * LevelDB acknowledges a write before the disk has it, and a power cut then
 * takes back what a device believes to be stored. Every write waits instead.
 */
function syncedLevelDown(location: string): LevelDownInstance {
  const level = leveldown(location)
  const batch = level._batch.bind(level)
  const put = level._put.bind(level)
  level._batch = (operations, options, done) =>
    batch(operations, { ...options, sync: true }, done)
  level._put = (key, value, options, done) =>
    put(key, value, { ...options, sync: true }, done)
  return level
}
syncedLevelDown.destroy = leveldown.destroy
