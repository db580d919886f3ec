import { canonicalText } from './encode.ts'
import { compareText, groupValue, replaySet, setBase } from './groups.ts'
import type { Doc } from './kinds.ts'
import type { LogEntry } from './log-schema.ts'

/** An empty set and an absent one are the same. */
export function mergeSet(
  leaves: readonly Doc[],
  log: readonly LogEntry[],
  mark: number,
  field: string,
): readonly string[] {
  const base = setAtMark(leaves, log, mark, field) ?? setBase(log, field)
  if (base !== undefined) {
    const since = log.filter(entry => entry.at > mark)
    return replaySet(base, since, field)
  }
  const [most = []] = leaves
    .map(leaf => (groupValue(leaf, field)[field] ?? []) as readonly string[])
    .sort(
      (a, b) =>
        b.length - a.length || compareText(canonicalText(a), canonicalText(b)),
    )
  return most
}

/**
 * A set field as it was at the mark; `undefined` if nothing touched it until
 * then. Replays what the newest fold that knows the field does not hold.
 */
export function setAtMark(
  leaves: readonly Doc[],
  log: readonly LogEntry[],
  mark: number,
  field: string,
): readonly string[] | undefined {
  const folds = leaves.flatMap(({ folded }) => {
    const values = folded?.sets?.[field]
    return values === undefined ? [] : [{ at: folded?.at ?? -1, values }]
  })
  const from = Math.max(-1, ...folds.map(({ at }) => at))
  const old = log.filter(entry => entry.at > from && entry.at <= mark)
  const base =
    folds.length > 0
      ? folds.filter(({ at }) => at === from).flatMap(({ values }) => values)
      : setBase(old, field)
  return base && replaySet(base, old, field)
}
