import PouchDB from 'pouchdb-core'
import http from 'pouchdb-adapter-http'
import idb from 'pouchdb-adapter-idb'
import makeReplicationId from 'pouchdb-generate-replication-id'
import replication from 'pouchdb-replication'
import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'

PouchDB.plugin(idb).plugin(http).plugin(replication)

// PouchDB closes its connection when any transaction fails, for lack of room
// too, and then not even reading works. The connection itself is sound; where
// it is not, the next transaction says so.
if (typeof IDBDatabase !== 'undefined') {
  Object.defineProperty(IDBDatabase.prototype, 'onabort', { set: () => {} })
}

/** What we use of PouchDB, typed as it behaves with its `idb` and `http` adapters. */
export type Pouch = {
  readonly info: () => Promise<{
    readonly doc_count: number
    readonly update_seq: number
  }>
  id: () => Promise<string>
  readonly get: (
    id: string,
    options?: {
      readonly rev?: string
      readonly open_revs?: 'all'
      readonly revs?: true
    },
  ) => Promise<unknown>
  readonly put: (doc: object) => Promise<{ readonly rev: string }>
  readonly allDocs: (options: object) => Promise<{
    readonly rows: readonly {
      readonly id?: string
      readonly key: string
      readonly error?: string
      readonly value?: { readonly rev: string; readonly deleted?: boolean }
      readonly doc?: StoredDoc | null
    }[]
  }>
  readonly bulkDocs: (
    docs: readonly object[],
    options?: { readonly new_edits: false },
  ) => Promise<readonly WriteResult[]>
  readonly bulkGet: (options: object) => Promise<{
    readonly results: readonly {
      readonly docs: readonly { readonly ok?: StoredDoc }[]
    }[]
  }>
  readonly revsDiff: (
    revs: Readonly<Record<string, readonly string[]>>,
  ) => Promise<Readonly<Record<string, { readonly missing: string[] }>>>
  readonly changes: (options: object) => Promise<ChangesPage>
  readonly replicate: {
    readonly to: (target: Pouch, options: object) => Replication
    readonly from: (source: Pouch, options: object) => Replication
  }
  readonly close: () => Promise<void>
  readonly destroy: () => Promise<void>
}

export type WriteResult = {
  readonly id: string
  readonly rev?: string
  readonly error?: boolean | string
  readonly status?: number
  readonly name?: string
}

export type ChangesPage = {
  readonly results: readonly {
    readonly id: string
    readonly seq: number
    readonly changes: readonly { readonly rev: string }[]
    readonly deleted?: boolean
    readonly doc?: StoredDoc
  }[]
  readonly last_seq: number
}

export type Replication = PromiseLike<unknown> & {
  readonly on: (event: string, listener: (value: never) => void) => Replication
  readonly cancel: () => void
}

/** Never the `indexeddb` adapter: it loses writes when two tabs write (pouchdb#8494). */
export function openLocal(name: string): Pouch {
  return new PouchDB(name, {
    adapter: 'idb',
    revs_limit: 1000,
  } as PouchDB.Configuration.DatabaseConfiguration) as unknown as Pouch
}

export function openRemote(url: string, fetch: typeof globalThis.fetch): Pouch {
  return new PouchDB(url, {
    adapter: 'http',
    fetch,
    skip_setup: true,
  } as PouchDB.Configuration.DatabaseConfiguration) as unknown as Pouch
}

/** Id of the checkpoint that a replication keeps on both sides. */
export function replicationId(source: Pouch, target: Pouch): Promise<string> {
  return makeReplicationId(source, target, {})
}

/** Of errors that PouchDB and IndexedDB throw. */
export function statusOf(error: unknown): number | undefined {
  const isCoded =
    typeof error === 'object' && error !== null && 'status' in error
  return isCoded && typeof error.status === 'number' ? error.status : undefined
}
