import { currencySignAt } from './currency-sign.ts'
import { decimalsOf } from './currencies.ts'
import {
  addFractions,
  divideFractions,
  DividedByZero,
  multiplyFractions,
  negateFraction,
  roundFraction,
  TooLarge,
  type Fraction,
} from './fraction.ts'
import { latinDigits, numberRun, readNumber } from './read-number.ts'
import { failure, success, type Result } from '../result.ts'

export type AmountIssue =
  | { readonly code: 'empty' }
  /** `at` counts characters from 0. */
  | { readonly code: 'not-an-amount'; readonly at: number }
  | { readonly code: 'division-by-zero' }
  | { readonly code: 'too-large' }

export type AmountContext = {
  readonly currency: string
  /** Decides what one lone mark means: `1.234` is a thousand in `pt`, about one in `en`. */
  readonly locale: string
}

const deepest = 50
const mostSigns = 20

/**
 * Typed text, numbers with `+ - * / ( )`, to whole minor units, half a unit
 * rounded away from zero. Decimal and thousands marks and digits of any script
 * are recognised; the sign or code of the currency may stand by a number.
 */
export function parseAmount(
  text: string,
  { currency, locale }: AmountContext,
): Result<number, AmountIssue> {
  const source = latinDigits(text)
  let at = 0
  let depth = 0

  function skip(): void {
    for (;;) {
      while (blank.test(source.charAt(at))) at += 1
      const sign = currencySignAt(source, at, currency, locale)
      if (sign === 0) return
      at += sign
    }
  }

  function take(signs: string): string | undefined {
    skip()
    const sign = source.charAt(at)
    if (sign === '' || !signs.includes(sign)) return undefined
    at += 1
    return sign
  }

  function sum(): Fraction {
    let left = product()
    for (let sign = take('+-−'); sign !== undefined; sign = take('+-−')) {
      const right = product()
      left = addFractions(left, sign === '+' ? right : negateFraction(right))
    }
    return left
  }

  function product(): Fraction {
    let left = factor()
    for (let sign = take('*×/÷'); sign !== undefined; sign = take('*×/÷')) {
      const right = factor()
      left = '*×'.includes(sign)
        ? multiplyFractions(left, right)
        : divideFractions(left, right)
    }
    return left
  }

  function factor(): Fraction {
    let isNegative = false
    let signs = 0
    for (let sign = take('+-−'); sign !== undefined; sign = take('+-−')) {
      signs += 1
      if (signs > mostSigns) throw new Unreadable(at)
      if (sign !== '+') isNegative = !isNegative
    }
    const value = take('(') === undefined ? number() : inner()
    return isNegative ? negateFraction(value) : value
  }

  function inner(): Fraction {
    depth += 1
    if (depth > deepest) throw new Unreadable(at)
    const value = sum()
    if (take(')') === undefined) throw new Unreadable(at)
    depth -= 1
    return value
  }

  function number(): Fraction {
    numberRun.lastIndex = at
    const found = numberRun.exec(source)?.[0]
    const value = found && readNumber(found, locale)
    if (!found || !value) throw new Unreadable(at)
    at += found.length
    return value
  }

  try {
    skip()
    if (at === source.length) return failure({ code: 'empty' })
    const value = sum()
    skip()
    if (at < source.length) throw new Unreadable(at)
    return toMinor(value, currency)
  } catch (cause) {
    if (cause instanceof Unreadable) {
      return failure({ code: 'not-an-amount', at: cause.at })
    }
    if (cause instanceof DividedByZero) {
      return failure({ code: 'division-by-zero' })
    }
    if (cause instanceof TooLarge) return failure({ code: 'too-large' })
    throw cause
  }
}

class Unreadable extends Error {
  readonly at: number
  constructor(at: number) {
    super(`Unreadable at ${at}`)
    this.at = at
  }
}

/** Blanks, and the marks of direction that formatted amounts carry. */
const blank = /[\s\u200e\u200f\u061c]/u

function toMinor(
  { over, under }: Fraction,
  currency: string,
): Result<number, AmountIssue> {
  const scale = 10n ** BigInt(decimalsOf(currency))
  const rounded = roundFraction({ over: over * scale, under })
  if (rounded > mostMinor || rounded < -mostMinor) {
    return failure({ code: 'too-large' })
  }
  return success(Number(rounded))
}

const mostMinor = 999_999_999_999_999n
