import { assert } from '../assert.ts'

/**
 * Shares whole minor units by whole-number weights without losing one.
 * Left-over units go one by one to the earliest shares with a weight, so every
 * device splits a bill the same way.
 */
export function splitMinor(
  whole: number,
  weights: readonly number[],
): readonly number[] {
  assert(Number.isSafeInteger(whole), `Not whole minor units: ${whole}`)
  assert(weights.every(isWeight), 'Weights must be whole and not negative')
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  assert(total > 0, 'At least one weight must be positive')

  // BigInt, because minor × weight passes 2^53 long before minor does.
  const shares = weights.map(weight =>
    Number((BigInt(whole) * BigInt(weight)) / BigInt(total)),
  )
  let left = whole - shares.reduce((sum, share) => sum + share, 0)
  const step = Math.sign(left)
  return shares.map((share, index) => {
    if (left === 0 || weights[index] === 0) return share
    left -= step
    return share + step
  })
}

function isWeight(weight: number): boolean {
  return Number.isSafeInteger(weight) && weight >= 0
}
