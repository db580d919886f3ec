/** A payment that recurs, by the periods of a series that it is part of. */
export type KnownItem = {
  /** What it came to in each period that is over, with the sign that it has in the series. */
  readonly minors: ArrayLike<number>
  /** How often it was due in each of them, and will be in each one ahead. */
  readonly due: ArrayLike<number>
  /** What it comes to each time from now on, where that is agreed; else what it came to last. */
  readonly nextMinor?: number | undefined
}

/** Twice is the least that makes it known. */
const leastTimes = 2

/** A series without its items: what is left to be guessed. */
export function withoutItems(
  values: ArrayLike<number>,
  items: readonly KnownItem[],
): Float64Array {
  const rest = Float64Array.from(values)
  for (const { minors } of items) {
    for (let at = 0; at < rest.length; at++) {
      rest[at] = (rest[at] ?? 0) - (minors[at] ?? 0)
    }
  }
  return rest
}

/**
 * What an item was taken to come to each time, by the number of periods that
 * were over: the last amount, once it had come twice, and nothing after it had
 * not come in the last two periods that it was due in. So a back-test knows
 * no more than was known then.
 */
export function knownMinors(item: KnownItem, count: number): Float64Array {
  const known = new Float64Array(count + 1)
  let times = 0
  let absent = 0
  let minor = 0
  for (let over = 0; over < count; over++) {
    const due = item.due[over] ?? 0
    const came = item.minors[over] ?? 0
    if (came !== 0) {
      times += 1
      absent = 0
      minor = came / Math.max(1, due)
    } else if (due > 0) {
      absent += 1
    }
    known[over + 1] = times >= leastTimes && absent < 2 ? minor : 0
  }
  if (item.nextMinor !== undefined) known[count] = item.nextMinor
  return known
}

/** What items come to in each period ahead, as it was known when `over` periods were over. */
export function itemsAhead(
  items: readonly KnownItem[],
  known: readonly Float64Array[],
  over: number,
  horizon: number,
): Float64Array {
  const sums = new Float64Array(horizon)
  items.forEach(({ due }, at) => {
    const minor = known[at]?.[over] ?? 0
    if (minor === 0) return
    for (let step = 0; step < horizon; step++) {
      sums[step] = (sums[step] ?? 0) + minor * (due[over + step] ?? 0)
    }
  })
  return sums
}
