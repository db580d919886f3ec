import { roundFraction, type Fraction } from '../money/fraction.ts'
import { mostPpm, ppm, type Rate } from './rate.ts'

/**
 * The rate that says best that 1 base is `factor` quote. Millionths hold few
 * digits of a small number: where they would lose some, the rate is turned
 * round, so that its number is 1 or more and at least seven digits count.
 * `undefined` for zero, below, or beyond any rate.
 */
export function closestRate(
  base: string,
  quote: string,
  factor: Fraction,
): Rate | undefined {
  const { over, under } = factor
  if (over <= 0n) return undefined
  const isExact = (over * ppm) % under === 0n
  return over >= under || isExact
    ? rateOf(base, quote, factor)
    : rateOf(quote, base, { over: under, under: over })
}

function rateOf(
  base: string,
  quote: string,
  { over, under }: Fraction,
): Rate | undefined {
  const ratePpm = roundFraction({ over: over * ppm, under })
  if (ratePpm > mostPpm) return undefined
  return { base, quote, ratePpm: Number(ratePpm) }
}
