/** Chance that is the same again for the same seed, in [0, 1): mulberry32, a public-domain generator by Tommy Ettinger. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Normally distributed with mean 0 and deviation 1 (Box and Muller, 1958). */
export function normal(random: () => number): number {
  const size = Math.sqrt(-2 * Math.log(1 - random()))
  return size * Math.cos(2 * Math.PI * random())
}
