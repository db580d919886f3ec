import { deletedGroup } from './field-groups.ts'
import { compareStamps, groupValue, headsOf, type Fields } from './groups.ts'
import type { Doc } from './kinds.ts'
import type { LogEntry } from './log-schema.ts'

/** One of the values that a person has to choose from, and whose it is. */
export type Side = {
  readonly value: Fields
  readonly at: number | undefined
  readonly by: string | undefined
  readonly device: string | undefined
}

/** What concurrent edits left open about one group of fields. */
export type Question = {
  readonly group: string
  readonly stands: Side
  /** By the ids of their conflicts, oldest first. */
  readonly others: readonly (Side & { readonly conflict: string })[]
}

/** What a person has to settle in a doc, group by group. */
export function questionsOf(doc: Doc): readonly Question[] {
  const conflicts = [...(doc.conflicts ?? [])].sort(compareStamps)
  const groups = [...new Set(conflicts.map(({ group }) => group))]
  return groups.map(group => ({
    group,
    stands: {
      value: group === deletedGroup ? {} : groupValue(doc, group),
      ...standingStamp(doc, group),
    },
    others: conflicts
      .filter(each => each.group === group)
      .map(({ id, value, at, by, device }) => ({
        conflict: id,
        value,
        at,
        by,
        device,
      })),
  }))
}

/** Who wrote what stands: of a record that was deleted elsewhere whoever edited it. */
function standingStamp(doc: Doc, group: string): Omit<Side, 'value'> {
  const lost = new Set(doc.conflicts?.map(({ id }) => id))
  const log = doc.log ?? []
  const writers =
    group === deletedGroup
      ? log.filter(each => !Object.hasOwn(each.was, 'deletedAt'))
      : headsOf(doc.kind, log, group).filter(
          each => !lost.has(`${each.id}/${group}`),
        )
  const newest: LogEntry | undefined = [...writers].sort(compareStamps).at(-1)
  if (newest !== undefined) {
    return { at: newest.at, by: newest.by, device: newest.device }
  }
  const folded = doc.folded?.groups[group]
  return folded === undefined
    ? { at: doc.createdAt, by: doc.createdBy, device: undefined }
    : { at: folded.at, by: undefined, device: folded.device }
}
