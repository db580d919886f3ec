import { headsOf } from './groups.ts'
import { deletedGroup } from './field-groups.ts'
import type { Doc } from './kinds.ts'
import type { Conflict, LogEntry } from './log-schema.ts'
import type { Kind } from './prefixes.ts'

/**
 * Deleted stays deleted only if every edit was known to one of the deletes
 * that stand. Else the edit wins, and the delete is listed as what lost.
 */
export function mergeDeletion(
  kind: Kind,
  log: readonly LogEntry[],
  leaves: readonly Doc[],
): { fields: Record<string, unknown>; lost?: Conflict } {
  const heads = headsOf(kind, log, deletedGroup)
  const deletes = heads.filter(isDelete)
  const winner = deletes.at(-1)
  if (winner === undefined) {
    // Folded deletes: the mark counts as known to everybody.
    const isGone = heads.length === 0 && leaves.every(leaf => leaf._deleted)
    return { fields: isGone ? tombstone(leaves) : {} }
  }
  const known = new Set(deletes.flatMap(each => [...pastOf(each, log)]))
  const isKnown = log.every(entry => known.has(entry.id))
  if (isKnown && heads.every(isDelete)) {
    return { fields: deletedBy(winner) }
  }
  const { _deleted, ...value } = deletedBy(winner)
  return { fields: {}, lost: conflictOf(winner, deletedGroup, value) }
}

function isDelete(entry: LogEntry): boolean {
  return entry.was['deletedAt'] === null
}

function deletedBy({ at, by }: LogEntry) {
  return {
    _deleted: true,
    deletedAt: at,
    ...(by !== undefined && { deletedBy: by }),
  }
}

function tombstone(leaves: readonly Doc[]): Record<string, unknown> {
  const newest = [...leaves]
    .sort((a, b) => (a.deletedAt ?? 0) - (b.deletedAt ?? 0))
    .at(-1)
  return {
    _deleted: true,
    deletedAt: newest?.deletedAt,
    deletedBy: newest?.deletedBy,
  }
}

/** The entry itself and all it was made in knowledge of. */
function pastOf(
  entry: LogEntry,
  log: readonly LogEntry[],
): ReadonlySet<string> {
  const byId = new Map(log.map(each => [each.id, each]))
  const past = new Set<string>()
  const open = [entry.id]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (past.has(id)) continue
    past.add(id)
    open.push(...Object.values(byId.get(id)?.after ?? {}).flat())
  }
  return past
}

export function conflictOf(
  { id, at, by, device }: LogEntry,
  group: string,
  value: Record<string, unknown>,
): Conflict {
  return {
    id: `${id}/${group}`,
    group,
    value: value as Conflict['value'],
    at,
    ...(by !== undefined && { by }),
    ...(device !== undefined && { device }),
  }
}
