/** Plain PouchDB in a worker, doing what the app does: what the figures are compared with. */
import http from 'pouchdb-adapter-http'
import idb from 'pouchdb-adapter-idb'
import PouchDB from 'pouchdb-core'
import replication from 'pouchdb-replication'

for (const plugin of [idb, http, replication]) PouchDB.plugin(plugin)

export type PeerTask =
  /** Opens a database and reads all docs. */
  | { readonly task: 'read'; readonly name: string }
  /** Fetches a remote database into a new one. */
  | {
      readonly task: 'replicate'
      readonly url: string
      readonly token: string
      readonly batch: number
    }
  /** Reads the transactions of a category and writes them again, batch by batch. */
  | {
      readonly task: 'rewrite'
      readonly name: string
      readonly category: string
      readonly count: number
      readonly batch: number
    }
  /** Writes the docs of one database into a new one. */
  | { readonly task: 'write'; readonly name: string; readonly batch: number }
  /** Puts the records of one database into the same two stores of an empty one, without PouchDB. */
  | { readonly task: 'put'; readonly name: string; readonly batch: number }

export type PeerAnswer = {
  readonly docs: number
  readonly took: number
  /** Of it writing alone, where there was reading too. */
  readonly wrote?: number
}

type Replicating = PouchDB.Database & {
  readonly replicate: {
    readonly from: (
      remote: PouchDB.Database,
      options: object,
    ) => Promise<unknown>
  }
}

globalThis.addEventListener('message', (event: MessageEvent<PeerTask>) => {
  void run(event.data).then(answer => globalThis.postMessage(answer))
})

async function run(task: PeerTask): Promise<PeerAnswer> {
  switch (task.task) {
    case 'read':
      return timed(async () => (await readAll(task.name)).length)
    case 'replicate':
      return timed(async () => {
        const local = open('peer-replica') as Replicating
        const remote = new PouchDB(task.url, withToken(task.token))
        await local.replicate.from(remote, { batch_size: task.batch })
        return (await local.info()).doc_count
      })
    case 'rewrite':
      return rewrite(task)
    case 'write': {
      const docs = (await readAll(task.name)).map(doc => ({
        ...doc,
        _rev: undefined,
      }))
      return timed(async () => {
        const target = open('peer-written')
        for (let at = 0; at < docs.length; at += task.batch) {
          await target.bulkDocs(docs.slice(at, at + task.batch))
        }
        return docs.length
      })
    }
    case 'put':
      return put(task)
  }
}

/** The stores and indexes that PouchDB's adapter writes each doc into. */
async function put({
  name,
  batch,
}: Extract<PeerTask, { readonly task: 'put' }>): Promise<PeerAnswer> {
  const source = await asked(indexedDB.open(`_pouch_${name}`))
  const all = (store: string) =>
    asked(source.transaction(store).objectStore(store).getAll())
  const heads = await all('document-store')
  const bodies = await all('by-sequence')
  source.close()
  const opening = indexedDB.open('peer-put')
  opening.addEventListener('upgradeneeded', () => {
    opening.result
      .createObjectStore('document-store', { keyPath: 'id' })
      .createIndex('deletedOrLocal', 'deletedOrLocal')
    opening.result
      .createObjectStore('by-sequence', { autoIncrement: true })
      .createIndex('_doc_id_rev', '_doc_id_rev', { unique: true })
  })
  const target = await asked(opening)
  return timed(async () => {
    for (let at = 0; at < bodies.length; at += batch) {
      const writing = target.transaction(
        ['document-store', 'by-sequence'],
        'readwrite',
      )
      const written = new Promise<void>((resolve, reject) => {
        writing.addEventListener('complete', () => resolve())
        writing.addEventListener('abort', () => reject(writing.error))
      })
      for (const [store, records] of [
        ['by-sequence', bodies],
        ['document-store', heads],
      ] as const) {
        const into = writing.objectStore(store)
        for (const each of records.slice(at, at + batch)) into.put(each)
      }
      await written
    }
    target.close()
    return bodies.length
  })
}

function asked<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}

async function rewrite({
  name,
  category,
  count,
  batch,
}: Extract<PeerTask, { readonly task: 'rewrite' }>): Promise<PeerAnswer> {
  const database = open(name)
  const all = (await readAll(name)) as readonly PouchDB.Core.IdMeta[]
  const ids = all
    .filter(doc => 'category' in doc && doc.category === category)
    .map(doc => doc._id)
    .slice(0, count)
  let wrote = 0
  const answer = await timed(async () => {
    for (let at = 0; at < ids.length; at += batch) {
      const keys = ids.slice(at, at + batch)
      const { rows } = await database.allDocs({ keys, include_docs: true })
      const docs = rows.flatMap(row => ('doc' in row ? (row.doc ?? []) : []))
      const start = performance.now()
      await database.bulkDocs(docs)
      wrote += performance.now() - start
    }
    return ids.length
  })
  return { ...answer, wrote }
}

function open(name: string): PouchDB.Database {
  return new PouchDB(name, { adapter: 'idb' })
}

async function readAll(name: string): Promise<readonly object[]> {
  const { rows } = await open(name).allDocs({ include_docs: true })
  return rows.flatMap(row => ('doc' in row ? (row.doc ?? []) : []))
}

function withToken(token: string) {
  return {
    adapter: 'http',
    skip_setup: true,
    fetch: (url: string, options: RequestInit = {}) => {
      const headers = new Headers(options.headers)
      headers.set('authorization', `Bearer ${token}`)
      return fetch(url, { ...options, headers })
    },
  } as unknown as PouchDB.Configuration.DatabaseConfiguration
}

async function timed(work: () => Promise<number>): Promise<PeerAnswer> {
  const start = performance.now()
  return { docs: await work(), took: performance.now() - start }
}
