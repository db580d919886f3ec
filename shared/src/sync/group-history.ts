import { fieldsOf, groupsTouched, groupValue, type Fields } from './groups.ts'
import type { Doc } from './kinds.ts'
import type { LogEntry } from './log-schema.ts'

/**
 * The whole value of a field group as an entry left it. Followed from edit to
 * edit that was made in knowledge of the one before, never from one clock to
 * the next: a log of several devices is not one line. `undefined` where it
 * lost and whoever settled that kept no value of it.
 */
export function groupAfter(
  doc: Doc,
  entry: LogEntry,
  group: string,
): Fields | undefined {
  const later: LogEntry[] = []
  let at = entry
  // Only a forged log goes in circles.
  while (!later.includes(at)) {
    if (at !== entry) later.push(at)
    const lost = lostValue(doc, at, group)
    if (lost !== undefined) return takenBack(doc, lost, later, group)
    const next = nextOf(doc, at, group)
    if (next === entry) return undefined
    if (next === undefined) {
      if (isSettled(doc, at, group)) return undefined
      return takenBack(doc, groupValue(doc, group), later, group)
    }
    at = next
  }
  return undefined
}

/** The whole value of a group as an entry found it. */
export function groupBefore(
  doc: Doc,
  entry: LogEntry,
  group: string,
): Fields | undefined {
  const after = groupAfter(doc, entry, group)
  return after && takenBack(doc, after, [entry], group)
}

/** What an entry wrote and lost with, whether it still waits or was put aside. */
export function lostValue(
  doc: Doc,
  entry: LogEntry,
  group: string,
): Fields | undefined {
  const put = (doc.log ?? []).flatMap(({ settles = [] }) => settles)
  return [...(doc.conflicts ?? []), ...put].find(
    each => each.id === `${entry.id}/${group}`,
  )?.value
}

/** An edit upon the value that an entry left. */
function nextOf(doc: Doc, entry: LogEntry, group: string) {
  const nexts = (doc.log ?? []).filter(
    each =>
      each.after?.[group]?.includes(entry.id) === true &&
      groupsTouched(doc.kind, each).includes(group),
  )
  if (!isSettled(doc, entry, group)) return nexts[0]
  // Whoever settled it knew it, but edited the value that stood.
  return nexts.find(each => each.after?.[group]?.length === 1)
}

function isSettled(doc: Doc, entry: LogEntry, group: string): boolean {
  return doc.settled?.includes(`${entry.id}/${group}`) === true
}

function takenBack(
  doc: Doc,
  value: Fields,
  entries: readonly LogEntry[],
  group: string,
): Fields {
  const fields = fieldsOf(doc.kind, group)
  const before: Record<string, unknown> = { ...value }
  for (const { was } of entries.toReversed()) {
    for (const field of fields) {
      if (!Object.hasOwn(was, field)) continue
      if (was[field] === null) delete before[field]
      else before[field] = was[field]
    }
  }
  return before
}
