import { assert } from '../assert.ts'
import { canonicalText } from './encode.ts'
import {
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
import { foldLog } from './fold.ts'
import { deletedGroup } from './field-groups.ts'
import { schemaVersion, type Doc, type DocOf } from './kinds.ts'
import type { Conflict, LogEntry } from './log-schema.ts'
import type { Kind } from './prefixes.ts'

/** Who edits, where and when; `id` names the edit. */
export type Stamp = {
  readonly id: string
  /** The device's clock, milliseconds since 1970. */
  readonly at: number
  /** Member. */
  readonly by: string | undefined
  readonly device: string | undefined
}

/** A first version, made by a person. */
export function createDoc<Name extends Kind>(
  kind: Name,
  id: string,
  fields: Fields,
  { at, by, device }: Omit<Stamp, 'id'>,
): DocOf<Name> {
  const doc = {
    ...present(fields),
    _id: id,
    kind,
    v: schemaVersion,
    createdAt: at,
    ...(by !== undefined && { createdBy: by }),
    ...(device !== undefined && { device }),
  }
  return doc as unknown as DocOf<Name>
}

/**
 * The doc with some fields set; `undefined` takes a field away. Appends what
 * they were to the log. Returns the same doc when nothing would change.
 */
export function editDoc<Edited extends Doc>(
  doc: Edited,
  set: Fields,
  stamp: Stamp,
): Edited {
  assert(doc._deleted !== true, 'A deleted doc is restored, not edited')
  const old: Fields = doc
  const changed = Object.keys(set).filter(field => {
    assert(!isFixed(field), `${field} is not for editing`)
    return (
      canonicalText(set[field] ?? null) !== canonicalText(old[field] ?? null)
    )
  })
  if (changed.length === 0) return doc
  return append(doc, set, changed, stamp)
}

/** A tombstone that keeps body and log, so that the trash can be read anywhere. */
export function removeDoc<Edited extends Doc>(
  doc: Edited,
  stamp: Stamp,
): Edited {
  if (doc._deleted === true) return doc
  const at = laterThan(doc, stamp.at)
  const groups = new Set(
    (doc.log ?? []).flatMap(entry => groupsTouched(doc.kind, entry)),
  )
  // It was made in knowledge of every edit there is.
  const after = Object.fromEntries(
    [...groups].map(group => [group, headIds(doc, group)]),
  )
  return withEntry(
    {
      ...doc,
      _deleted: true,
      deletedAt: at,
      ...(stamp.by !== undefined && { deletedBy: stamp.by }),
    },
    { ...entryOf(stamp, at), was: { deletedAt: null }, after },
  )
}

export function restoreDoc<Edited extends Doc>(
  doc: Edited,
  stamp: Stamp,
): Edited {
  if (doc._deleted !== true) return doc
  const { _deleted, deletedAt, deletedBy, ...rest } = doc
  return withEntry(rest as unknown as Edited, {
    ...entryOf(stamp, laterThan(doc, stamp.at)),
    was: { deletedAt: deletedAt ?? null, deletedBy: deletedBy ?? null },
    after: { [deletedGroup]: headIds(doc, deletedGroup) },
  })
}

/** What a person answers to a conflict; without `set` the value that stands is kept. */
export type Answer = {
  readonly conflict: string
  /** The group's whole value; what it lacks is taken away. */
  readonly set?: Fields | undefined
}

/**
 * Settles conflicts: an ordinary edit of their groups, which knows both sides
 * and keeps in the log what it puts aside. Of a delete that lost the edit is
 * kept; whoever means the delete removes the doc then.
 */
export function settleDoc<Edited extends Doc>(
  doc: Edited,
  answers: readonly Answer[],
  stamp: Stamp,
): Edited {
  const sets = new Map(
    answers.flatMap(({ conflict, set }) => {
      const found = doc.conflicts?.find(each => each.id === conflict)
      return found === undefined ? [] : [[found.group, set] as const]
    }),
  )
  if (sets.size === 0) return doc
  const isGone = ({ group }: Conflict) => sets.has(group)
  const gone = (doc.conflicts ?? []).filter(isGone)
  const others = (doc.conflicts ?? []).filter(each => !isGone(each))
  const bare = {
    ...doc,
    conflicts: others.length > 0 ? others : undefined,
    settled: [...(doc.settled ?? []), ...gone.map(each => each.id)].sort(
      compareText,
    ),
  } as Edited
  const values = [...sets].map(([group, set]): Fields => {
    if (group === deletedGroup) return {}
    if (set !== undefined) return wholeGroup(doc, group, set)
    const lost = gone.filter(each => each.group === group)
    const fields = lost.flatMap(({ value }) => Object.keys(value))
    return groupNow(doc, [...new Set([...fields, ...fieldsThere(doc, group)])])
  })
  const set: Fields = Object.assign({}, ...values)
  const deleted = gone.findLast(each => each.group === deletedGroup)
  return append(bare, set, Object.keys(set), stamp, {
    settles: gone,
    ...(deleted !== undefined && {
      // Read as a restore: the delete is known, and it does not stand.
      was: { deletedAt: deleted.at, deletedBy: deleted.by ?? null },
      after: { [deletedGroup]: headIds(doc, deletedGroup) },
    }),
  })
}

/** What a group's value lacks is taken away: amounts come with their own parts or none. */
function wholeGroup(doc: Doc, group: string, set: Fields): Fields {
  const absent = fieldsOf(doc.kind, group).map(field => [field, undefined])
  return { ...Object.fromEntries(absent), ...set }
}

function fieldsThere(doc: Doc, group: string): readonly string[] {
  return Object.keys(groupValue(doc, group))
}

function append<Edited extends Doc>(
  doc: Edited,
  set: Fields,
  changed: readonly string[],
  stamp: Stamp,
  more: Partial<Pick<LogEntry, 'was' | 'after' | 'settles'>> = {},
): Edited {
  const old: Fields = doc
  const groups = new Set(changed.map(field => groupOf(doc.kind, field)))
  const after = {
    ...Object.fromEntries(
      [...groups]
        .map((group): [string, string[]] => [group, knownHeads(doc, group)])
        .filter(([, ids]) => ids.length > 0),
    ),
    ...more.after,
  }
  const sets = Object.fromEntries(
    changed
      .filter(field => isSetField(doc.kind, field))
      .map(field => [field, difference(old[field], set[field])]),
  )
  const entry: LogEntry = {
    ...entryOf(stamp, laterThan(doc, stamp.at)),
    was: {
      ...Object.fromEntries(
        changed.map(field => [field, (old[field] ?? null) as never]),
      ),
      ...more.was,
    },
    ...(more.settles !== undefined && { settles: more.settles }),
    ...(Object.keys(after).length > 0 && { after }),
    ...(Object.keys(sets).length > 0 && { sets }),
  }
  const next: Record<string, unknown> = { ...doc }
  for (const field of changed) next[field] = set[field]
  return withEntry(present(next) as unknown as Edited, entry)
}

function withEntry<Edited extends Doc>(doc: Edited, entry: LogEntry): Edited {
  return foldLog({
    ...doc,
    updatedAt: entry.at,
    ...(entry.by !== undefined && { updatedBy: entry.by }),
    ...(entry.device !== undefined && { device: entry.device }),
    log: [...(doc.log ?? []), entry],
  })
}

/** Heads whose value stands in the body; a value that lost stays a head until it is settled. */
function knownHeads(doc: Doc, group: string): string[] {
  const lost = new Set((doc.conflicts ?? []).map(each => each.id))
  return headIds(doc, group).filter(id => !lost.has(`${id}/${group}`))
}

function headIds(doc: Doc, group: string): string[] {
  return headsOf(doc.kind, doc.log ?? [], group).map(entry => entry.id)
}

/** An edit made in knowledge of another is later than it, whatever the clocks say. */
function laterThan(doc: Doc, clock: number): number {
  const known = [
    doc.createdAt ?? 0,
    doc.updatedAt ?? 0,
    doc.folded?.at ?? 0,
    ...(doc.log ?? []).map(entry => entry.at),
  ]
  return Math.max(clock, Math.max(...known) + 1)
}

function entryOf({ id, by, device }: Stamp, at: number) {
  return {
    id,
    at,
    ...(by !== undefined && { by }),
    ...(device !== undefined && { device }),
  }
}

function groupNow(doc: Doc, fields: readonly string[]): Fields {
  const now: Fields = doc
  return Object.fromEntries(fields.map(field => [field, now[field]]))
}

function difference(before: unknown, now: unknown) {
  const old = new Set(Array.isArray(before) ? before.map(String) : [])
  const next = new Set(Array.isArray(now) ? now.map(String) : [])
  return {
    put: [...next].filter(each => !old.has(each)),
    took: [...old].filter(each => !next.has(each)),
  }
}

function present(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  )
}
