import { assert } from '../assert.ts'
import { canonicalText, encodeDoc } from './encode.ts'
import { foldStamps } from './fold.ts'
import {
  compareStamps,
  compareText,
  groupOf,
  groupsTouched,
  groupValue,
  headsOf,
  isFixed,
  isSetField,
  type StampLike,
} from './groups.ts'
import { conflictOf, mergeDeletion } from './merge-deletion.ts'
import { mergeSet, setAtMark } from './merge-sets.ts'
import { deletedGroup, setFields } from './field-groups.ts'
import type { Doc } from './kinds.ts'
import type { Conflict, LogEntry } from './log-schema.ts'
import type { Kind } from './prefixes.ts'

/** Grows when the merge answers otherwise; a client does not merge what a newer merge made. */
export const mergeVersion = 1

type Head = {
  readonly stamp: LogEntry
  readonly value: Record<string, unknown>
}

/**
 * One doc from the leaves of a doc's revision tree, bare tombstones left out.
 *
 * Everything is a function of the union of the logs: an entry is a head of its
 * field group when no other entry was made in knowledge of it. The newest head
 * gives the group's value; another head whose value differs waits in
 * `conflicts`. So the merge is commutative, associative and idempotent, like
 * the join of any state-based replicated type (Shapiro et al., 2011). It uses
 * no clock and no device of its own and writes keys in canonical order:
 * devices that merge the same leaves alone write the same bytes. After a fold
 * only the grouping may show: in which folded edits still wait as conflicts and
 * in folded tags, until the devices have met.
 */
export function mergeLeaves(leaves: readonly Doc[]): Doc {
  const ordered = [...leaves].sort((a, b) =>
    compareText(canonicalText(a), canonicalText(b)),
  )
  const [first] = ordered
  assert(first !== undefined, 'Nothing to merge')
  const { kind } = first
  const mark = Math.max(-1, ...ordered.map(leaf => leaf.folded?.at ?? -1))
  const all = unionOfLogs(ordered)
  const log = all.filter(entry => entry.at > mark)
  const settled = new Set(ordered.flatMap(leaf => leaf.settled ?? []))

  const body: Record<string, unknown> = {}
  const conflicts: Conflict[] = []
  for (const group of groupsOf(ordered)) {
    if (isSetField(kind, group)) {
      const values = mergeSet(ordered, all, mark, group)
      if (values.length > 0) body[group] = values
      continue
    }
    const heads = headValues(ordered, log, group)
    const winner = heads.at(-1)
    const value = winner?.value ?? oldestValue(ordered, mark, group)
    Object.assign(body, value)
    conflicts.push(
      ...losers(heads, value, group),
      ...keptFrom(ordered, mark, group, value),
    )
  }

  const deletion = mergeDeletion(kind, log, ordered)
  if (deletion.lost !== undefined) conflicts.push(deletion.lost)
  const waiting = unique(conflicts)
    .filter(({ id }) => !settled.has(id))
    .sort((a, b) => compareText(a.id, b.id))

  return encodeDoc({
    ...body,
    ...firstFields(ordered),
    ...lastEditor(ordered, log),
    ...deletion.fields,
    ...(log.length > 0 && { log }),
    ...(mark >= 0 && { folded: mergeFolds(kind, ordered, all, mark) }),
    ...(waiting.length > 0 && { conflicts: waiting }),
    ...(settled.size > 0 && { settled: [...settled].sort(compareText) }),
  }) as unknown as Doc
}

function unionOfLogs(leaves: readonly Doc[]): LogEntry[] {
  const byId = new Map<string, LogEntry>()
  for (const leaf of leaves) {
    for (const entry of leaf.log ?? []) byId.set(entry.id, entry)
  }
  return [...byId.values()].sort(compareStamps)
}

function groupsOf(leaves: readonly Doc[]): readonly string[] {
  const groups = new Set<string>()
  for (const leaf of leaves) {
    for (const field of Object.keys(leaf)) {
      if (!isFixed(field)) groups.add(groupOf(leaf.kind, field))
    }
    for (const entry of leaf.log ?? []) {
      for (const group of groupsTouched(leaf.kind, entry)) groups.add(group)
    }
  }
  groups.delete(deletedGroup)
  return [...groups].sort(compareText)
}

/** Heads of a group with their values, oldest first. A head of the union is one in every leaf that has it. */
function headValues(
  leaves: readonly Doc[],
  log: readonly LogEntry[],
  group: string,
): readonly Head[] {
  const [first] = leaves
  if (first === undefined) return []
  return headsOf(first.kind, log, group).flatMap(stamp => {
    const leaf = leaves.find(each => has(each, stamp.id))
    if (leaf === undefined) return []
    const lost = leaf.conflicts?.find(
      each => each.id === `${stamp.id}/${group}`,
    )
    return [{ stamp, value: lost?.value ?? groupValue(leaf, group) }]
  })
}

function has(leaf: Doc, entry: string): boolean {
  return leaf.log?.some(each => each.id === entry) ?? false
}

/** The value of a group that no entry in the log touches: the newest that was folded, else one that is there. */
function oldestValue(leaves: readonly Doc[], mark: number, group: string) {
  const candidates = leaves.map(leaf => ({
    stamp: foldStamps(
      leaf,
      (leaf.log ?? []).filter(entry => entry.at <= mark),
    )[group] ?? { id: '', at: -1 },
    value: groupValue(leaf, group),
  }))
  candidates.sort(
    (a, b) =>
      compareStamps(a.stamp, b.stamp) ||
      Object.keys(a.value).length - Object.keys(b.value).length ||
      compareText(canonicalText(a.value), canonicalText(b.value)),
  )
  return candidates.at(-1)?.value ?? {}
}

function losers(
  heads: readonly Head[],
  value: unknown,
  group: string,
): readonly Conflict[] {
  const standing = canonicalText(value)
  return heads
    .filter(head => canonicalText(head.value) !== standing)
    .map(({ stamp, value: lost }) => conflictOf(stamp, group, lost))
}

/** Conflicts whose entry was folded meanwhile: they wait until a person settles them. */
function keptFrom(
  leaves: readonly Doc[],
  mark: number,
  group: string,
  value: unknown,
): readonly Conflict[] {
  const standing = canonicalText(value)
  return leaves
    .flatMap(leaf => leaf.conflicts ?? [])
    .filter(
      each =>
        each.group === group &&
        each.at <= mark &&
        canonicalText(each.value) !== standing,
    )
}

function mergeFolds(
  kind: Kind,
  leaves: readonly Doc[],
  log: readonly LogEntry[],
  mark: number,
) {
  const groups: Record<string, StampLike> = {}
  for (const leaf of leaves) {
    const old = (leaf.log ?? []).filter(entry => entry.at <= mark)
    for (const [group, stamp] of Object.entries(foldStamps(leaf, old))) {
      const known = groups[group]
      if (known === undefined || compareStamps(known, stamp) < 0) {
        groups[group] = stamp
      }
    }
  }
  const sets = Object.fromEntries(
    (setFields[kind] ?? []).flatMap(field => {
      const values = setAtMark(leaves, log, mark, field)
      return values === undefined ? [] : [[field, values]]
    }),
  )
  return {
    at: mark,
    groups,
    ...(Object.keys(sets).length > 0 && { sets }),
  }
}

/** Who made it: the same in all leaves, unless it was made twice. */
function firstFields(leaves: readonly Doc[]): Record<string, unknown> {
  const [first] = [...leaves].sort(
    (a, b) =>
      (a.createdAt ?? 0) - (b.createdAt ?? 0) ||
      compareText(a.createdBy ?? '', b.createdBy ?? ''),
  )
  return {
    _id: first?._id,
    kind: first?.kind,
    v: Math.max(...leaves.map(leaf => leaf.v)),
    createdAt: first?.createdAt,
    createdBy: first?.createdBy,
  }
}

function lastEditor(
  leaves: readonly Doc[],
  log: readonly LogEntry[],
): Record<string, unknown> {
  const newest = log.at(-1)
  if (newest !== undefined) {
    const { at, by, device } = newest
    return { updatedAt: at, updatedBy: by, device }
  }
  // Only what these three say may decide: the rest of a leaf changes as it is merged.
  const [last] = leaves
    .map(({ updatedAt, updatedBy, device }) => ({
      updatedAt,
      updatedBy,
      device,
    }))
    .sort(
      (a, b) =>
        (b.updatedAt ?? 0) - (a.updatedAt ?? 0) ||
        compareText(canonicalText(b), canonicalText(a)),
    )
  return last ?? {}
}

function unique(conflicts: readonly Conflict[]): Conflict[] {
  return [...new Map(conflicts.map(each => [each.id, each])).values()]
}
