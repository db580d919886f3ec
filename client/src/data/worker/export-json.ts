import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import type { DocStore } from './doc-store.ts'

const batchSize = 1_000

/** A JSON file of ours: a header and the docs, revisions left out. */
export async function exportJson(
  ids: readonly string[],
  store: DocStore,
): Promise<Blob> {
  const pieces: string[] = ['{"format":"ourmoney","version":1,"docs":[\n']
  let isFirst = true
  for (let at = 0; at < ids.length; at += batchSize) {
    const docs = await store.read(ids.slice(at, at + batchSize))
    for (const doc of docs) {
      if (doc === undefined || doc['_deleted'] === true) continue
      pieces.push(isFirst ? '' : ',\n', JSON.stringify(withoutRevision(doc)))
      isFirst = false
    }
  }
  pieces.push('\n]}\n')
  return new Blob(pieces, { type: 'application/json' })
}

function withoutRevision(doc: StoredDoc): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(doc).filter(
      ([key]) => key === '_id' || !key.startsWith('_'),
    ),
  )
}
