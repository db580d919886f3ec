import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { asLedgerError, readDocs } from './database.ts'
import type { DocStore } from './doc-store.ts'
import type { Pouch } from './pouch.ts'
import type { ReadModel } from './read-model/read-model.ts'
import { readNewest, readStanding } from './stored-docs.ts'
import type { StoredLedger } from './stored-ledger.ts'

type PouchStoreDeps = {
  readonly stored: StoredLedger
  readonly model: ReadModel
  readonly onFailure: (error: unknown) => void
  readonly onWritten: () => void
}

/** Docs as PouchDB keeps them; waits for the database. */
export function openPouchStore(deps: PouchStoreDeps): DocStore {
  const { stored, model, onFailure, onWritten } = deps

  /** Nothing was ever written twice or deleted, and the model has it all: what it has not was never here. */
  async function isAllKnown(pouch: Pouch): Promise<boolean> {
    const { doc_count, update_seq } = await pouch.info()
    return (
      doc_count === update_seq &&
      doc_count === model.size &&
      update_seq === stored.at()?.seq
    )
  }

  return {
    read: async ids => {
      await stored.load()
      try {
        return await stored.database.run(async pouch => {
          const known = ids.filter(id => model.has(id))
          const isWhole = known.length < ids.length && (await isAllKnown(pouch))
          const asked = isWhole ? known : ids
          const found = await readMany(stored.database.name, pouch, asked)
          return ids.map(id => found.get(id))
        })
      } catch (error) {
        onFailure(error)
        throw error
      }
    },
    readAll: async function* () {
      await stored.load()
      try {
        const { name } = stored.database
        yield* readStanding(name, await stored.database.run(onceUpTo))
      } catch (error) {
        onFailure(error)
        throw asLedgerError(error)
      }
    },
    write: async (docs, checked) => {
      const feed = await stored.feed()
      const results = await feed.write(docs, { checked })
      onWritten()
      return results.flatMap((result, index) => {
        if (!result.error) return []
        if (result.status !== 409) throw asLedgerError(result)
        return docs[index]?._id ?? []
      })
    },
  }
}

/** Fewer are read by PouchDB alone. */
const many = 50

async function readMany(
  name: string,
  pouch: Pouch,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredDoc | undefined>> {
  const newest = ids.length < many ? [] : await readNewest(name, ids)
  const found = new Map(ids.map((id, at) => [id, newest[at]]))
  const others = ids.filter(id => found.get(id) === undefined)
  const read = await readDocs(pouch, others)
  others.forEach((id, at) => found.set(id, read[at]))
  return found
}

/** Each write takes the next number, and what is deleted is not counted. */
async function onceUpTo(pouch: Pouch): Promise<number | undefined> {
  const { doc_count, update_seq } = await pouch.info()
  return doc_count === update_seq ? doc_count : undefined
}
