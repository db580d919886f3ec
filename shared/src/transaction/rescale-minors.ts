import { splitMinor } from '../money/split-money.ts'

/**
 * Amounts as they were given, of a whole that is another one since: of a part
 * of it, or in another currency. `undefined` where some are above 0 and others
 * below, so that there is nothing to go by.
 */
export function rescaleMinors(
  minors: readonly number[],
  whole: number,
): readonly number[] | undefined {
  if (minors.reduce((sum, minor) => sum + minor, 0) === whole) return minors
  const isOneWay =
    minors.some(minor => minor !== 0) &&
    (minors.every(minor => minor >= 0) || minors.every(minor => minor <= 0))
  return isOneWay ? splitMinor(whole, minors.map(Math.abs)) : undefined
}
