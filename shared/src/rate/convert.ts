import { decimalsOf } from '../money/currencies.ts'
import { roundFraction, type Fraction } from '../money/fraction.ts'
import { ppm, type Rate } from './rate.ts'

/** What converted amounts stay below, as typed ones do. */
const mostMinor = 999_999_999_999_999n

/**
 * An amount in another currency, over one rate or over a chain of them, each
 * taken in the direction that leads on: exact in whole numbers, rounded once
 * at the end, half away from zero. `undefined` where the chain does not lead
 * from one currency to the other, or to an amount too large to be one.
 */
export function convertMinor(
  minor: number,
  from: string,
  to: string,
  chain: readonly Rate[],
): number | undefined {
  const factor = factorOf(from, to, chain)
  if (factor === undefined) return undefined
  const scale = 10n ** BigInt(decimalsOf(to))
  const rounded = roundFraction({
    over: BigInt(minor) * factor.over * scale,
    under: factor.under * 10n ** BigInt(decimalsOf(from)),
  })
  if (rounded > mostMinor || rounded < -mostMinor) return undefined
  return Number(rounded)
}

/** Parts of an amount in another currency: together they are what their sum is there. */
export function convertParts(
  parts: readonly number[],
  from: string,
  to: string,
  chain: readonly Rate[],
): readonly number[] | undefined {
  const shares: number[] = []
  let sum = 0
  let before = 0
  for (const part of parts) {
    sum += part
    const now = convertMinor(sum, from, to, chain)
    if (now === undefined) return undefined
    // The sum so far less what it was: what one part's rounding takes, the next has.
    shares.push(now - before)
    before = now
  }
  return shares
}

/** What 1 of the one currency is in the other; `undefined` where the chain does not lead there. */
export function factorOf(
  from: string,
  to: string,
  chain: readonly Rate[],
): Fraction | undefined {
  let at = from
  let over = 1n
  let under = 1n
  for (const { base, quote, ratePpm } of chain) {
    if (base === at) {
      over *= BigInt(ratePpm)
      under *= ppm
      at = quote
    } else if (quote === at) {
      over *= ppm
      under *= BigInt(ratePpm)
      at = base
    } else return undefined
  }
  return at === to ? { over, under } : undefined
}
