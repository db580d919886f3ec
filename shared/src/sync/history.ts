import { canonicalText } from './encode.ts'
import { groupAfter, groupBefore, lostValue } from './group-history.ts'
import {
  compareStamps,
  compareText,
  fieldsOf,
  groupOf,
  groupsTouched,
  groupValue,
  headsOf,
  isFixed,
  isSetField,
  type Fields,
} from './groups.ts'
import { deletedGroup, fieldGroups } from './field-groups.ts'
import type { Doc } from './kinds.ts'
import type { Conflict, LogEntry } from './log-schema.ts'

/** One edit as history shows it; values are `undefined` where a field was absent. */
export type Edit = {
  readonly id: string
  readonly at: number
  readonly by: string | undefined
  readonly device: string | undefined
  readonly did: 'edited' | 'removed' | 'restored' | 'settled'
  /** Conflicts that it settled, with the values that it put aside. */
  readonly settles: readonly Conflict[]
  readonly fields: readonly FieldChange[]
}

export type FieldChange = {
  readonly field: string
  readonly before: unknown
  readonly now: unknown
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
      did: didOf(entry),
      settles: entry.settles ?? [],
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
  return (doc.createdAt ?? 0) > at ? undefined : standingAt(doc, at)
}

/** The fields of the first version, as far back as the log goes. */
export function firstVersion(doc: Doc): Fields {
  return standingAt(doc, -1)
}

/**
 * What to set so that the doc is again as it stood right after an instant; for
 * `editDoc`. `undefined` where it was not there yet.
 */
export function returnTo(doc: Doc, at: number): Fields | undefined {
  const then = versionAt(doc, at)
  return (
    then &&
    Object.fromEntries(
      Object.keys({ ...doc, ...then })
        .filter(field => !isFixed(field))
        .map(field => [field, then[field]]),
    )
  )
}

/**
 * What to set so that one entry's change is taken back; for `editDoc`. Of a
 * field group the whole as it was, since half of it may not be valid. What the
 * entry wrote and lost with does not stand, so there is nothing to take back.
 */
export function undoEntry(
  doc: Doc,
  entryId: string,
): Record<string, unknown> | undefined {
  const entry = doc.log?.find(each => each.id === entryId)
  if (entry === undefined) return undefined
  const lost = new Set([
    ...(doc.conflicts ?? []).map(each => each.id),
    ...(doc.settled ?? []),
  ])
  const set: Record<string, unknown> = {}
  for (const group of groupsTouched(doc.kind, entry)) {
    if (group === deletedGroup || lost.has(`${entryId}/${group}`)) continue
    const before = groupBefore(doc, entry, group)
    if (before === undefined) continue
    for (const field of fieldsOf(doc.kind, group)) set[field] = before[field]
  }
  return set
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
  if (set === undefined || entry === undefined) return undefined
  const now: Fields = doc
  const standing = new Set(
    groupsTouched(doc.kind, entry).filter(
      group =>
        canonicalText(groupAfter(doc, entry, group)) ===
        canonicalText(groupValue(doc, group)),
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

function didOf({ was, settles }: LogEntry): Edit['did'] {
  if (settles !== undefined) return 'settled'
  if (!Object.hasOwn(was, 'deletedAt')) return 'edited'
  return was['deletedAt'] === null ? 'removed' : 'restored'
}

function standingAt(doc: Doc, at: number): Fields {
  const fields: Record<string, unknown> = { ...doc }
  const log = sorted(doc)
  for (const entry of log.toReversed()) {
    if (entry.at <= at) break
    takeBack(fields, entry)
  }
  // Entry by entry a group may end up half of one device and half of another.
  for (const group of Object.keys(fieldGroups[doc.kind] ?? {})) {
    const value = groupAt(doc, log, group, at)
    if (value === undefined) continue
    for (const field of fieldsOf(doc.kind, group)) {
      if (value[field] === undefined) delete fields[field]
      else fields[field] = value[field]
    }
  }
  return fields
}

function groupAt(
  doc: Doc,
  log: readonly LogEntry[],
  group: string,
  at: number,
): Fields | undefined {
  const touching = log.filter(entry =>
    groupsTouched(doc.kind, entry).includes(group),
  )
  const past = touching.filter(entry => entry.at <= at)
  for (const head of headsOf(doc.kind, past, group).toReversed()) {
    const value = groupAfter(doc, head, group)
    if (value !== undefined) return value
  }
  for (const entry of touching) {
    const value = groupBefore(doc, entry, group)
    if (value !== undefined) return value
  }
  return undefined
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
  if (group !== deletedGroup && !isSetField(doc.kind, group)) {
    return groupAfter(doc, entry, group)?.[field]
  }
  const lost = lostValue(doc, entry, group)
  if (lost !== undefined) return lost[field]
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
