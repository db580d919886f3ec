import { median } from 'simple-statistics'
import { roundMinor } from './compare.ts'

export type PriceChange = {
  /** Day number of the first payment at the new price. */
  readonly day: number
  readonly beforeMinor: number
  readonly minor: number
}

/** What differs by less is the same price, seen through an exchange rate or a rounding. */
const samePrice = 0.01

/**
 * When the amount of a fixed payment changed for good, by day numbers of the
 * same length. One payment that differs between two that do not is none.
 */
export function priceChanges(
  minors: readonly number[],
  days: readonly number[],
): readonly PriceChange[] {
  const changes: PriceChange[] = []
  let beforeMinor = minors[0] ?? 0
  minors.forEach((minor, at) => {
    const next = minors[at + 1]
    const comesBack = next !== undefined && isSame(next, beforeMinor)
    if (isSame(minor, beforeMinor) || comesBack) return
    changes.push({ day: days[at] ?? 0, beforeMinor, minor })
    beforeMinor = minor
  })
  return changes
}

/** What a payment comes to now, and whether that is a price or a usual amount. */
export function usualMinor(minors: readonly number[]): {
  readonly minor: number
  readonly isFixed: boolean
} {
  const isFixed = spreadOf(minors) <= samePrice
  const minor = isFixed
    ? (minors.at(-1) ?? 0)
    : roundMinor(median(minors.slice(-6)))
  return { minor, isFixed }
}

/** How much an amount differs from the one before, as a share of the larger: the median of all, so that a rise in price is none. */
export function spreadOf(minors: readonly number[]): number {
  const steps = minors
    .slice(1)
    .map((minor, at) => difference(minor, minors[at] ?? 0))
  return steps.length === 0 ? 0 : median(steps)
}

export function difference(one: number, other: number): number {
  return Math.abs(one - other) / Math.max(one, other)
}

function isSame(one: number, other: number): boolean {
  return difference(one, other) <= samePrice
}
