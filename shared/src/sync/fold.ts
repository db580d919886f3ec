import {
  compareStamps,
  groupsTouched,
  replaySet,
  setBase,
  type StampLike,
} from './groups.ts'
import { setFields } from './field-groups.ts'
import type { Doc } from './kinds.ts'
import type { LogEntry } from './log-schema.ts'

const mostEntries = 50
const mostCharacters = 24 * 1024

/** Keeps a log short: its oldest entries become one stamp per group and a mark. */
export function foldLog<Folded extends Doc>(doc: Folded): Folded {
  const log = doc.log ?? []
  const sizes = log.map(entry => JSON.stringify(entry).length)
  let size = sizes.reduce((sum, each) => sum + each, 0)
  let cut = 0
  while (log.length - cut > mostEntries || size > mostCharacters) {
    // The newest entry stays: it says who edited last.
    if (cut >= log.length - 1) break
    size -= sizes[cut] ?? 0
    cut += 1
  }
  const last = log[cut - 1]
  if (last === undefined) return doc
  return foldUntil(doc, last.at)
}

/** Folds all entries up to and with the instant `mark`. */
export function foldUntil<Folded extends Doc>(
  doc: Folded,
  mark: number,
): Folded {
  const old = (doc.log ?? []).filter(entry => entry.at <= mark)
  const log = (doc.log ?? []).filter(entry => entry.at > mark)
  const groups = foldStamps(doc, old)
  const sets = Object.fromEntries(
    (setFields[doc.kind] ?? []).flatMap(field => {
      const base = doc.folded?.sets?.[field] ?? setBase(old, field)
      return base === undefined ? [] : [[field, replaySet(base, old, field)]]
    }),
  )
  return {
    ...doc,
    log,
    folded: {
      at: mark,
      groups,
      ...(Object.keys(sets).length > 0 && { sets }),
    },
  }
}

/** The newest stamp of each group among what was folded before and `entries`. */
export function foldStamps(
  doc: Doc,
  entries: readonly LogEntry[],
): Record<string, StampLike> {
  const stamps: Record<string, StampLike> = { ...doc.folded?.groups }
  for (const entry of entries) {
    const { id, at, device } = entry
    const stamp = { id, at, ...(device !== undefined && { device }) }
    for (const group of groupsTouched(doc.kind, entry)) {
      const known = stamps[group]
      if (known === undefined || compareStamps(known, stamp) < 0) {
        stamps[group] = stamp
      }
    }
  }
  return stamps
}
