import type { Page } from '@playwright/test'

/** The databases of a device as one version of the app left them. */
export type KeptVersion = {
  readonly version: string
  readonly texts: Readonly<Record<string, string>>
  readonly databases: readonly {
    readonly name: string
    readonly version: number
    readonly stores: readonly KeptStore[]
  }[]
}

type KeptStore = {
  readonly name: string
  readonly keyPath: string | string[] | null
  readonly autoIncrement: boolean
  readonly indexes: readonly {
    readonly name: string
    readonly keyPath: string | string[]
    readonly unique: boolean
  }[]
  readonly records: readonly {
    readonly key: unknown
    readonly value: unknown
  }[]
}

/** All but the snapshots, which are a cache, and PouchDB's trial of blobs. */
export function readDevice(page: Page, version: string): Promise<KeptVersion> {
  return page.evaluate(readAll, version)
}

/** Onto a page of the origin on which no app runs. */
export function writeDevice(page: Page, kept: KeptVersion): Promise<void> {
  return page.evaluate(writeAll, kept)
}

async function readAll(version: string): Promise<KeptVersion> {
  const found = (await indexedDB.databases()).filter(
    ({ name }) => name !== undefined && name !== 'ourmoney-snapshots',
  )
  const databases = await Promise.all(
    found.map(async ({ name = '', version: schema = 1 }) => {
      const database = await asked(indexedDB.open(name))
      const names = [...database.objectStoreNames].filter(
        each => each !== 'detect-blob-support',
      )
      const reading = database.transaction(names)
      const stores = await Promise.all(
        names.map(async each => {
          const store = reading.objectStore(each)
          const keys = await asked(store.getAllKeys())
          const values: readonly unknown[] = await asked(store.getAll())
          return {
            name: each,
            keyPath: store.keyPath,
            autoIncrement: store.autoIncrement,
            indexes: [...store.indexNames].map(index => {
              const { keyPath, unique } = store.index(index)
              return { name: index, keyPath, unique }
            }),
            records: keys.map((key, at) => ({ key, value: values[at] })),
          }
        }),
      )
      database.close()
      return { name, version: schema, stores }
    }),
  )
  return {
    version,
    texts: Object.fromEntries(Object.entries(localStorage)),
    databases,
  }

  function asked<Result>(request: IDBRequest<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(new Error('IndexedDB')))
    })
  }
}

async function writeAll({ texts, databases }: KeptVersion): Promise<void> {
  for (const [name, text] of Object.entries(texts)) {
    localStorage.setItem(name, text)
  }
  for (const { name, version, stores } of databases) {
    await new Promise<void>((resolve, reject) => {
      // The app may have made an empty one when it was here.
      indexedDB.deleteDatabase(name)
      const opening = indexedDB.open(name, version)
      opening.addEventListener('upgradeneeded', () => {
        for (const { keyPath, autoIncrement, ...store } of stores) {
          const made = opening.result.createObjectStore(store.name, {
            keyPath,
            autoIncrement,
          })
          for (const { name: index, keyPath: path, unique } of store.indexes) {
            made.createIndex(index, path, { unique })
          }
          for (const { key, value } of store.records) {
            if (keyPath === null) made.put(value, key as IDBValidKey)
            else made.put(value)
          }
        }
        if (name.startsWith('_pouch_')) {
          opening.result.createObjectStore('detect-blob-support')
        }
      })
      opening.addEventListener('success', () => {
        opening.result.close()
        resolve()
      })
      opening.addEventListener('error', () => reject(new Error('IndexedDB')))
    })
  }
}
