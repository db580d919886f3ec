import type { Stamp } from '@ourmoney/shared/sync/edit.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'

/** How the edits of an import begin, so that its undo knows them from what people did since. */
function beginningOf(batch: string): string {
  return `import-${batch.slice(batch.indexOf('_') + 1).slice(0, 12)}-`
}

export function importStamp(batch: string, newStamp: () => Stamp): () => Stamp {
  const beginning = beginningOf(batch)
  return () => {
    const stamp = newStamp()
    return { ...stamp, id: `${beginning}${stamp.id}` }
  }
}

/** Ids of the edits that an import made of a doc, and whether there are others. */
export function importEdits(
  { log = [], folded }: Doc,
  batch: string,
): { readonly own: readonly string[]; readonly isEditedSince: boolean } {
  const beginning = beginningOf(batch)
  const own = log.filter(({ id }) => id.startsWith(beginning))
  const isEditedSince = folded !== undefined || own.length < log.length
  return { own: own.map(({ id }) => id), isEditedSince }
}
