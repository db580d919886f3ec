import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import type { DocStore } from '../doc-store.ts'

const batch = 1_000
/** More than these are found quicker by reading everything. */
const few = 5_000

/** Newest revisions of what is not deleted of these, in any order. */
export async function* docsOf(
  ids: readonly string[],
  store: DocStore,
): AsyncGenerator<readonly StoredDoc[]> {
  if (ids.length > few) {
    const wanted = new Set(ids)
    for await (const docs of store.readAll()) {
      yield docs.filter(({ _id }) => wanted.has(_id))
    }
    return
  }
  for (let at = 0; at < ids.length; at += batch) {
    const docs = await store.read(ids.slice(at, at + batch))
    yield docs.flatMap(doc =>
      doc === undefined || doc['_deleted'] === true ? [] : doc,
    )
  }
}
