import { assert } from '../assert.ts'

/**
 * Shares whole minor units by whole-number weights without losing one.
 * Left-over units go one by one to the shares that rounding took most from,
 * the earliest first (Hamilton's method of largest remainders), so every
 * device splits a bill the same way, and no share is a whole unit off.
 */
export function splitMinor(
  whole: number,
  weights: readonly number[],
): readonly number[] {
  assert(Number.isSafeInteger(whole), `Not whole minor units: ${whole}`)
  assert(weights.every(isWeight), 'Weights must be whole and not negative')
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  assert(total > 0, 'At least one weight must be positive')
  if (weights.every(weight => weight === weights[0])) {
    return splitEqually(whole, weights.length)
  }

  // BigInt, because minor × weight passes 2^53 long before minor does.
  const size = BigInt(Math.abs(whole))
  const sign = Math.sign(whole)
  const shares = weights.map((weight, index) => {
    const share = size * BigInt(weight)
    const rest = Number(share % BigInt(total))
    return { index, minor: Number(share / BigInt(total)), rest }
  })
  const left =
    Math.abs(whole) - shares.reduce((sum, { minor }) => sum + minor, 0)
  const rounded = shares
    .toSorted((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, left)
  for (const share of rounded) share.minor += 1
  // Adding 0 makes the zero of a negative whole an ordinary one.
  return shares.map(({ minor }) => sign * minor + 0)
}

/** The same for weights that are all alike, as nearly all are: without BigInt, in half the time. */
function splitEqually(whole: number, count: number): readonly number[] {
  const size = Math.abs(whole)
  const left = size % count
  const each = (size - left) / count
  const sign = Math.sign(whole)
  return Array.from(
    { length: count },
    (_, index) => sign * (index < left ? each + 1 : each) + 0,
  )
}

function isWeight(weight: number): boolean {
  return Number.isSafeInteger(weight) && weight >= 0
}
