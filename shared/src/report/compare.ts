import { assert } from '../assert.ts'
import { wholeInBasisPoints } from '../money/percent.ts'

/** What an amount is against an earlier one. */
export type Change = {
  readonly minor: number
  readonly beforeMinor: number
  readonly changeMinor: number
  /** Of what it was, in parts of ten thousand, rounded half away from zero; `undefined` where that was nothing or below. */
  readonly changeBasisPoints: number | undefined
}

/** Throws for amounts that are not whole minor units. */
export function changeOf(minor: number, beforeMinor: number): Change {
  assert(Number.isSafeInteger(minor), `Not whole minor units: ${minor}`)
  assert(Number.isSafeInteger(beforeMinor), `Not whole: ${beforeMinor}`)
  const changeMinor = minor - beforeMinor
  return {
    minor,
    beforeMinor,
    changeMinor,
    changeBasisPoints: shareOf(changeMinor, beforeMinor),
  }
}

/**
 * A part of a whole in basis points (30 % is 3,000), rounded half away from
 * zero; `undefined` of a whole that is nothing or below, of which nothing is
 * a share.
 */
export function shareOf(
  partMinor: number,
  wholeMinor: number,
): number | undefined {
  if (wholeMinor <= 0) return undefined
  const size = (Math.abs(partMinor) / wholeMinor) * wholeInBasisPoints
  return Math.sign(partMinor) * Math.round(size) + 0
}

/** What of the income was not spent, in basis points: negative if more was spent, `undefined` without income. */
export function savedShare(
  incomeMinor: number,
  expenseMinor: number,
): number | undefined {
  return shareOf(incomeMinor - expenseMinor, incomeMinor)
}

/** Whole minor units of an average, rounded half away from zero; 0 of nothing. */
export function meanMinor(minors: ArrayLike<number>): number {
  let sum = 0
  for (let at = 0; at < minors.length; at++) sum += minors[at] ?? 0
  return minors.length === 0 ? 0 : roundMinor(sum / minors.length)
}

/** Half away from zero, as on a bill: a refund is rounded like the purchase. */
export function roundMinor(amount: number): number {
  const minor = Math.sign(amount) * Math.round(Math.abs(amount)) + 0
  assert(Number.isSafeInteger(minor), `Beyond whole minor units: ${amount}`)
  return minor
}
