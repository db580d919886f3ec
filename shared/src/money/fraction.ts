/** A fraction of whole numbers, `under` above 0: exact, so no cent is lost on the way. */
export type Fraction = { readonly over: bigint; readonly under: bigint }

export class DividedByZero extends Error {}
/** Far beyond any amount; to go on would only take time. */
export class TooLarge extends Error {}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  return reduced(a.over * b.under + b.over * a.under, a.under * b.under)
}

export function negateFraction({ over, under }: Fraction): Fraction {
  return { over: -over, under }
}

export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return reduced(a.over * b.over, a.under * b.under)
}

export function divideFractions(a: Fraction, b: Fraction): Fraction {
  if (b.over === 0n) throw new DividedByZero()
  const sign = b.over < 0n ? -1n : 1n
  return reduced(a.over * b.under * sign, a.under * b.over * sign)
}

/** Whole and rounded, half away from zero. */
export function roundFraction({ over, under }: Fraction): bigint {
  const size = over < 0n ? -over : over
  const rounded = (size * 2n + under) / (under * 2n)
  return over < 0n ? -rounded : rounded
}

const small = 10n ** 40n
const huge = 10n ** 400n

function reduced(over: bigint, under: bigint): Fraction {
  if (over > -small && over < small && under < small) return { over, under }
  const divisor = greatestDivisor(over < 0n ? -over : over, under)
  const least = { over: over / divisor, under: under / divisor }
  if (least.over > huge || least.over < -huge || least.under > huge) {
    throw new TooLarge()
  }
  return least
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b)
}
