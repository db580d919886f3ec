import {
  createStore,
  del,
  delMany,
  get,
  keys,
  set,
  update,
  type UseStore,
} from 'idb-keyval'

/** Values by key in an IndexedDB of their own: snapshots, and what the device knows of its ledgers. */
export type KeptValues = {
  readonly get: (key: string) => Promise<unknown>
  readonly set: (key: string, value: unknown) => Promise<void>
  /** Reads and writes as one, whatever other tabs do. */
  readonly update: (
    key: string,
    change: (value: unknown) => unknown,
  ) => Promise<void>
  readonly remove: (key: string) => Promise<void>
  /** With all that is kept below it: `key/…`. */
  readonly removeWhole: (key: string) => Promise<void>
}

export function openKeptValues(name: string): KeptValues {
  let store: UseStore | undefined
  // Cleared storage closes the connection under us: the next one is new.
  async function withStore<Result>(
    work: (store: UseStore) => Promise<Result>,
  ): Promise<Result> {
    store ??= createStore(name, 'values')
    try {
      return await work(store)
    } catch {
      store = createStore(name, 'values')
      return work(store)
    }
  }
  return {
    get: key => withStore(used => get(key, used)),
    set: (key, value) => withStore(used => set(key, value, used)),
    update: (key, change) => withStore(used => update(key, change, used)),
    remove: key => withStore(used => del(key, used)),
    removeWhole: key =>
      withStore(async used => {
        const all = await keys<string>(used)
        const isBelow = (each: string) => each.startsWith(`${key}/`)
        await delMany([key, ...all.filter(isBelow)], used)
      }),
  }
}
