import type { Stamp } from '@ourmoney/shared/sync/edit.ts'
import { canonicalText } from '@ourmoney/shared/sync/encode.ts'
import { compareStamps, isFixed } from '@ourmoney/shared/sync/groups.ts'
import { versionAt } from '@ourmoney/shared/sync/history.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import type { LogEntry } from '@ourmoney/shared/sync/log-schema.ts'

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

/**
 * Ids of the edits that an import made of a doc, and whether others have made
 * something else of it. What was deleted and came back, and what was taken
 * back itself, is as it was.
 */
export function importEdits(
  doc: Doc,
  batch: string,
): { readonly own: readonly string[]; readonly isEditedSince: boolean } {
  const beginning = beginningOf(batch)
  const isOwn = ({ id }: LogEntry) => id.startsWith(beginning)
  const log = (doc.log ?? []).toSorted(compareStamps)
  const runs: LogEntry[][] = []
  log.forEach((entry, at) => {
    const before = log[at - 1]
    if (isOwn(entry)) return
    if (before === undefined || isOwn(before)) runs.push([entry])
    else runs.at(-1)?.push(entry)
  })
  return {
    own: log.filter(isOwn).map(({ id }) => id),
    isEditedSince:
      doc.folded !== undefined || runs.some(run => changedBy(doc, run)),
  }
}

/** Whether edits one after another leave something else than they found. */
function changedBy(doc: Doc, run: readonly LogEntry[]): boolean {
  const [first] = run
  const last = run.at(-1)
  if (first === undefined || last === undefined) return false
  return contentAt(doc, first.at - 1) !== contentAt(doc, last.at)
}

function contentAt(doc: Doc, at: number): string {
  const fields = Object.entries(versionAt(doc, at) ?? {}).filter(
    ([field]) => !isFixed(field),
  )
  return canonicalText(Object.fromEntries(fields))
}
