import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { encodeDoc } from '@ourmoney/shared/sync/encode.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { doSteps } from '../acts.ts'
import type { ActDeps } from '../steps.ts'

/** What somebody edited stays as it is; what they deleted is needed again. */
export async function writeMissing(
  docs: readonly Doc[],
  deps: ActDeps,
): Promise<void> {
  if (docs.length === 0) return
  const stored = await deps.store.read(docs.map(doc => doc._id))
  const missing = docs.filter((_, at) => stored[at] === undefined)
  if (missing.length > 0) await deps.store.write(missing.map(encoded))
  const gone = stored.flatMap(doc =>
    doc?.['_deleted'] === true
      ? [{ step: 'restore', id: doc._id } as const]
      : [],
  )
  if (gone.length > 0) await doSteps(gone, deps)
}

export function encoded(doc: Doc): StoredDoc {
  return encodeDoc(doc) as unknown as StoredDoc
}
