/** Chance that a seed repeats. */
export type Random = {
  /** A number in [0, 1). */
  readonly next: () => number
  /** A whole number in [0, limit). */
  readonly below: (limit: number) => number
  /** One of a list that is not empty. */
  readonly pick: <Each>(list: readonly Each[]) => Each
}

/** Mulberry32 by Tommy Ettinger: small, fast, good enough to stumble over things. */
export function aRandom(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    pick: <Each>(list: readonly Each[]) => list[below(list.length)] as Each,
  }
}
