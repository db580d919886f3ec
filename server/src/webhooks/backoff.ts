const second = 1000
const hour = 60 * 60 * second

/** Milliseconds after which an address that is never reached is told nothing any more. */
export const mostPatience = 24 * hour

/** Attempts that are made before that, however long the server itself was off. */
export const leastAttempts = 8

const longest = 6 * hour

/**
 * Milliseconds before the next attempt: 5 s, 20 s, 80 s … up to 6 hours, each a
 * fifth more or less, so that what failed together does not come back together.
 */
export function delayAfter(
  attempts: number,
  /** From 0 to 1. */
  random: number,
  /** Seconds that the address asked for. */
  retryAfter = 0,
): number {
  const grown = Math.min(5 * second * 4 ** (attempts - 1), longest)
  const asked = Math.min(retryAfter * second, longest)
  return Math.round(Math.max(grown * (0.8 + 0.4 * random), asked))
}
