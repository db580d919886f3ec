import { assert } from '../assert.ts'

/** A payment from one member to another; whole minor units above 0. */
export type Settlement = {
  readonly from: string
  readonly to: string
  readonly minor: number
}

/** Of more, all ways to group them are too many to look at. */
const mostGrouped = 12

/**
 * The fewest payments that settle balances, which sum to 0: positive gets,
 * negative owes. Members fall into as many groups as can be that are even among
 * themselves, and a group of n takes n − 1 payments (Verhoeff, Settling
 * multiple debts efficiently, 2004); of more than twelve members the groups are
 * not looked for. In one order on every device: the largest payment first.
 * Throws if they do not sum to 0.
 */
export function settlementsOf(
  balances: ReadonlyMap<string, number>,
): readonly Settlement[] {
  const open = [...balances]
    .filter(([, minor]) => minor !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const sum = open.reduce((all, [, minor]) => all + minor, 0)
  assert(sum === 0, `Balances come to ${sum}`)
  const groups = open.length > mostGrouped ? [open] : evenGroups(open)
  return groups
    .flatMap(settleGroup)
    .sort(
      (a, b) =>
        b.minor - a.minor || compare(a.from, b.from) || compare(a.to, b.to),
    )
}

type Balance = readonly [member: string, minor: number]

/** As many groups as can be that sum to 0 each: over all subsets, the most groups that one made of it falls into. */
function evenGroups(open: readonly Balance[]): readonly (readonly Balance[])[] {
  const all = (1 << open.length) - 1
  const sums = new Float64Array(all + 1)
  const counts = new Int8Array(all + 1)
  /** Who joined last. */
  const last = new Int8Array(all + 1)
  for (let subset = 1; subset <= all; subset++) {
    let most = -1
    open.forEach(([, minor], at) => {
      if ((subset & (1 << at)) === 0) return
      const others = subset ^ (1 << at)
      sums[subset] = (sums[others] ?? 0) + minor
      if ((counts[others] ?? 0) <= most) return
      most = counts[others] ?? 0
      last[subset] = at
    })
    counts[subset] = most + (sums[subset] === 0 ? 1 : 0)
  }
  const groups: Balance[][] = []
  for (let subset = all; subset > 0; subset ^= 1 << (last[subset] ?? 0)) {
    // Without the last one of a group, the rest of it is not even.
    if (sums[subset] === 0) groups.push([])
    const joined = open[last[subset] ?? 0]
    if (joined !== undefined) groups.at(-1)?.push(joined)
  }
  return groups
}

/** Who owes most pays who gets most, again and again: one of the two is done each time. */
function settleGroup(group: readonly Balance[]): readonly Settlement[] {
  const left = new Map(group)
  const settlements: Settlement[] = []
  for (;;) {
    const order = [...left].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
    const [to, gets] = order[0] ?? ['', 0]
    const [from, owes] = order.at(-1) ?? ['', 0]
    if (gets <= 0 || owes >= 0) return settlements
    const minor = Math.min(gets, -owes)
    settlements.push({ from, to, minor })
    left.set(to, gets - minor)
    left.set(from, owes + minor)
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
