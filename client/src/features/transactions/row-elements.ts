/**
 * Which element each row of a range has: a row keeps the one it had, one that
 * comes takes that of one that went. What is filled anew costs less than what
 * is made. `held` is never given on: somebody's focus is in it.
 */
export function elementsFor(
  before: ReadonlyMap<number, number>,
  { from, to }: { readonly from: number; readonly to: number },
  held?: number,
): ReadonlyMap<number, number> {
  const free: number[] = []
  let next = 0
  for (const [row, element] of before) {
    next = Math.max(next, element + 1)
    const isFree = (row < from || row >= to) && element !== held
    if (isFree) free.push(element)
  }
  const now = new Map<number, number>()
  for (let row = from; row < to; row++) {
    now.set(row, before.get(row) ?? free.shift() ?? next++)
  }
  return now
}
