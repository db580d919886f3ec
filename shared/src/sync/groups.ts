import {
  deletedGroup,
  fieldGroups,
  fixedFields,
  setFields,
} from './field-groups.ts'
import type { Doc } from './kinds.ts'
import type { LogEntry } from './log-schema.ts'
import type { Kind } from './prefixes.ts'

/** A doc read by field name; merge and history treat all kinds alike. */
export type Fields = Readonly<Record<string, unknown>>

const fixed: ReadonlySet<string> = new Set(fixedFields)
const deletedFields = ['deletedAt', 'deletedBy']

export function isFixed(field: string): boolean {
  return fixed.has(field)
}

export function groupOf(kind: Kind, field: string): string {
  if (deletedFields.includes(field)) return deletedGroup
  const groups = Object.entries(fieldGroups[kind] ?? {})
  return groups.find(([, fields]) => fields.includes(field))?.[0] ?? field
}

export function fieldsOf(kind: Kind, group: string): readonly string[] {
  if (group === deletedGroup) return deletedFields
  return fieldGroups[kind]?.[group] ?? [group]
}

export function isSetField(kind: Kind, field: string): boolean {
  return setFields[kind]?.includes(field) ?? false
}

/** The present fields of a group. */
export function groupValue(doc: Doc, group: string): Record<string, unknown> {
  const fields: Fields = doc
  return Object.fromEntries(
    fieldsOf(doc.kind, group)
      .filter(field => fields[field] !== undefined)
      .map(field => [field, fields[field]]),
  )
}

/** A history of fifty edits asks this of each of them many thousand times. */
const touched = new WeakMap<LogEntry, readonly string[]>()

export function groupsTouched(kind: Kind, entry: LogEntry): readonly string[] {
  const known = touched.get(entry)
  if (known !== undefined) return known
  const fields = Object.keys(entry.was)
  const groups = [...new Set(fields.map(field => groupOf(kind, field)))]
  touched.set(entry, groups)
  return groups
}

/** The entries of a group that no other entry of it was made in knowledge of. */
export function headsOf(
  kind: Kind,
  log: readonly LogEntry[],
  group: string,
): readonly LogEntry[] {
  const touching = log.filter(entry =>
    groupsTouched(kind, entry).includes(group),
  )
  const replaced = new Set(
    touching.flatMap(entry => entry.after?.[group] ?? []),
  )
  return touching.filter(entry => !replaced.has(entry.id))
}

export type StampLike = {
  readonly id: string
  readonly at: number
  readonly device?: string | undefined
}

/** Later is greater: by time, then device, then entry id; the same order on every device. */
export function compareStamps(a: StampLike, b: StampLike): number {
  return (
    a.at - b.at ||
    compareText(a.device ?? '', b.device ?? '') ||
    compareText(a.id, b.id)
  )
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A set field after the changes that entries made to it, in their order. */
export function replaySet(
  base: readonly string[],
  log: readonly LogEntry[],
  field: string,
): string[] {
  const values = new Set(base)
  for (const { sets } of log) {
    for (const took of sets?.[field]?.took ?? []) values.delete(took)
    for (const put of sets?.[field]?.put ?? []) values.add(put)
  }
  return [...values].sort(compareText)
}

/** A set field before the first entry that touched it, if one did. */
export function setBase(
  log: readonly LogEntry[],
  field: string,
): readonly string[] | undefined {
  const first = log.find(entry => entry.sets?.[field] !== undefined)
  if (first === undefined) return undefined
  const was = first.was[field]
  return Array.isArray(was) ? was.map(String) : []
}
