import { canonicalText } from './encode.ts'
import {
  compareStamps,
  compareText,
  fieldsOf,
  groupOf,
  groupsTouched,
  isSetField,
  type Fields,
} from './groups.ts'
import { deletedGroup, type Doc, type LogEntry } from './kinds.ts'

/** One edit as history shows it; values are `undefined` where a field was absent. */
export type Edit = {
  readonly id: string
  readonly at: number
  readonly by: string | undefined
  readonly device: string | undefined
  readonly fields: readonly {
    readonly field: string
    readonly before: unknown
    readonly now: unknown
  }[]
}

/** All edits that the log still has, newest first. */
export function editsOf(doc: Doc): readonly Edit[] {
  const log = sorted(doc)
  return log
    .map((entry, index) => ({
      id: entry.id,
      at: entry.at,
      by: entry.by,
      device: entry.device,
      fields: Object.entries(entry.was).map(([field, was]) => ({
        field,
        before: was ?? undefined,
        now: valueAfter(doc, log, index, field),
      })),
    }))
    .reverse()
}

/** The fields as they stood right after the instant `at`; `undefined` before the doc was made. */
export function versionAt(doc: Doc, at: number): Fields | undefined {
  if ((doc.createdAt ?? 0) > at) return undefined
  const fields: Record<string, unknown> = { ...doc }
  for (const entry of sorted(doc).reverse()) {
    if (entry.at <= at) break
    takeBack(fields, entry)
  }
  return fields
}

/** The fields of the first version, as far back as the log goes. */
export function firstVersion(doc: Doc): Fields {
  const fields: Record<string, unknown> = { ...doc }
  for (const entry of sorted(doc).reverse()) takeBack(fields, entry)
  return fields
}

/**
 * What to set so that one entry's change is taken back; for `editDoc`. What
 * the entry wrote and lost with does not stand, so there is nothing to take
 * back; it waits in `conflicts`.
 */
export function undoEntry(
  doc: Doc,
  entryId: string,
): Record<string, unknown> | undefined {
  const entry = doc.log?.find(each => each.id === entryId)
  if (entry === undefined) return undefined
  const lost = new Set(doc.conflicts?.map(each => each.id))
  return Object.fromEntries(
    Object.entries(entry.was)
      .filter(([field]) => {
        const group = groupOf(doc.kind, field)
        return group !== deletedGroup && !lost.has(`${entryId}/${group}`)
      })
      .map(([field, was]) => [field, was ?? undefined]),
  )
}

/**
 * Like `undoEntry`, for a person who takes back an act of theirs: a group that
 * was changed since is left alone, as a whole, and a set gives back only what
 * the entry put in or took out.
 */
export function undoStanding(
  doc: Doc,
  entryId: string,
): Record<string, unknown> | undefined {
  const entry = doc.log?.find(each => each.id === entryId)
  const set = undoEntry(doc, entryId)
  const then = entry && versionAt(doc, entry.at)
  if (set === undefined || entry === undefined || then === undefined) {
    return undefined
  }
  const now: Fields = doc
  const standing = new Set(
    groupsTouched(doc.kind, entry).filter(group =>
      fieldsOf(doc.kind, group).every(
        field =>
          canonicalText(now[field] ?? null) ===
          canonicalText(then[field] ?? null),
      ),
    ),
  )
  return Object.fromEntries(
    Object.entries(set).flatMap(([field, was]): [string, unknown][] => {
      const change = entry.sets?.[field]
      if (isSetField(doc.kind, field) && change !== undefined) {
        return [[field, withoutChange(now[field], change)]]
      }
      return standing.has(groupOf(doc.kind, field)) ? [[field, was]] : []
    }),
  )
}

function withoutChange(
  value: unknown,
  change: { readonly put: readonly string[]; readonly took: readonly string[] },
): readonly string[] | undefined {
  const left = new Set(Array.isArray(value) ? value.map(String) : [])
  for (const put of change.put) left.delete(put)
  for (const took of change.took) left.add(took)
  return left.size === 0 ? undefined : [...left].sort(compareText)
}

function sorted(doc: Doc): LogEntry[] {
  return [...(doc.log ?? [])].sort(compareStamps)
}

function takeBack(fields: Record<string, unknown>, entry: LogEntry): void {
  for (const [field, was] of Object.entries(entry.was)) {
    if (was === null) delete fields[field]
    else fields[field] = was
  }
  if (fields['deletedAt'] === undefined) delete fields['_deleted']
}

/** What an edit wrote: what the next edit in knowledge of it replaced, what it lost with, or what stands. */
function valueAfter(
  doc: Doc,
  log: readonly LogEntry[],
  index: number,
  field: string,
): unknown {
  const entry = log[index]
  if (entry === undefined) return undefined
  const group = groupOf(doc.kind, field)
  const lost = doc.conflicts?.find(each => each.id === `${entry.id}/${group}`)
  if (lost !== undefined) return lost.value[field]
  const next = log
    .slice(index + 1)
    .find(
      each =>
        Object.hasOwn(each.was, field) &&
        (each.after?.[group] === undefined ||
          each.after[group].includes(entry.id)),
    )
  if (next !== undefined) return next.was[field] ?? undefined
  return (doc as Fields)[field]
}
