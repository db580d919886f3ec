import { failure, success, type Result } from '../result.ts'
import { decimalsOf } from './currencies.ts'

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

/** A fraction of whole numbers: exact, so no cent is lost on the way. */
type Fraction = { readonly over: bigint; readonly under: bigint }

/**
 * Typed text, numbers with `+ - * / ( )`, to whole minor units, half a unit
 * rounded away from zero. Decimal and thousands marks are recognised.
 */
export function parseAmount(
  text: string,
  { currency, locale }: AmountContext,
): Result<number, AmountIssue> {
  const marks = marksOf(locale)
  const source = latinDigits(text)
  let at = 0

  function skip(): void {
    while (ignored.test(source.charAt(at))) at += 1
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
      left = sign === '+' ? add(left, right) : add(left, negate(right))
    }
    return left
  }

  function product(): Fraction {
    let left = factor()
    for (let sign = take('*×/÷:'); sign !== undefined; sign = take('*×/÷:')) {
      const right = factor()
      left = '*×'.includes(sign) ? multiply(left, right) : divide(left, right)
    }
    return left
  }

  function factor(): Fraction {
    const sign = take('+-−')
    if (sign !== undefined) return sign === '+' ? factor() : negate(factor())
    if (take('(') !== undefined) {
      depth += 1
      if (depth > 50) throw new Unreadable(at)
      const inner = sum()
      if (take(')') === undefined) throw new Unreadable(at)
      depth -= 1
      return inner
    }
    return number()
  }

  function number(): Fraction {
    skip()
    const found = digitRun.exec(source.slice(at))?.[0]
    if (found === undefined) throw new Unreadable(at)
    const value = readNumber(found.trimEnd(), marks)
    if (value === undefined) throw new Unreadable(at)
    at += found.length
    return value
  }

  let depth = 0
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

class DividedByZero extends Error {}

/** Blanks, currency signs and letters' marks that people put around amounts. */
const ignored = /[\s\p{Sc}\u200e\u200f]/u
/** Digits with marks between them; blanks only before another digit. */
const digitRun = /^[.,]?\d(?:[\d.,'’٫٬]|[ \u00a0\u202f](?=\d))*/

type Marks = { readonly decimal: string; readonly group: string }

function marksOf(locale: string): Marks {
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6)
  const find = (type: string) => parts.find(part => part.type === type)?.value
  return { decimal: find('decimal') ?? '.', group: find('group') ?? ',' }
}

/** Digits of any script as 0 to 9. */
function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, digit => {
    const code = digit.codePointAt(0) ?? 0
    if (code < 128) return digit
    // Every script's ten digits stand in order; the zero is the first before a gap.
    let zero = code
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) {
      zero -= 1
    }
    return String(code - zero)
  })
}

function readNumber(text: string, marks: Marks): Fraction | undefined {
  const plain = text.replace(/[ \u00a0\u202f'’٬]/g, '').replaceAll('٫', '.')
  const dots = plain.split('.').length - 1
  const commas = plain.split(',').length - 1
  let decimal: string | undefined
  if (dots > 0 && commas > 0) {
    // Both: the last one is the decimal mark and stands once.
    decimal = plain.lastIndexOf('.') > plain.lastIndexOf(',') ? '.' : ','
    if ((decimal === '.' ? dots : commas) > 1) return undefined
  } else if (dots + commas === 1) {
    const mark = dots === 1 ? '.' : ','
    const looksGrouped = /^[1-9]\d{0,2}[.,]\d{3}$/.test(plain)
    const groups = mark === marks.group || marks.decimal !== mark
    decimal = looksGrouped && groups ? undefined : mark
  }
  const group = decimal === '.' ? ',' : decimal === ',' ? '.' : undefined
  const [whole = '', fraction = '', ...rest] =
    decimal === undefined ? [plain] : plain.split(decimal)
  if (rest.length > 0 || !isGrouped(whole, group)) return undefined
  if (/[.,]/.test(fraction)) return undefined
  const digits = whole.replace(/[.,]/g, '') + fraction
  if (digits.length > 40) return undefined
  return { over: BigInt(digits || '0'), under: 10n ** BigInt(fraction.length) }
}

/** `1.234.567`: marks only between groups of three. */
function isGrouped(whole: string, group: string | undefined): boolean {
  const marks = /[.,]/.exec(whole)?.[0]
  if (marks === undefined) return true
  if (group !== undefined && marks !== group) return false
  const escaped = marks === '.' ? '\\.' : ','
  return new RegExp(`^\\d{1,3}(${escaped}\\d{3})+$`).test(whole)
}

function toMinor(
  { over, under }: Fraction,
  currency: string,
): Result<number, AmountIssue> {
  const scaled = over * 10n ** BigInt(decimalsOf(currency))
  const size = scaled < 0n ? -scaled : scaled
  const rounded = (size * 2n + under) / (under * 2n)
  if (rounded > 999_999_999_999_999n) return failure({ code: 'too-large' })
  const minor = Number(rounded)
  return success(scaled < 0n && minor !== 0 ? -minor : minor)
}

function add(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under }
}

function negate({ over, under }: Fraction): Fraction {
  return { over: -over, under }
}

function multiply(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.over, under: a.under * b.under }
}

function divide(a: Fraction, b: Fraction): Fraction {
  if (b.over === 0n) throw new DividedByZero()
  const sign = b.over < 0n ? -1n : 1n
  return { over: a.over * b.under * sign, under: a.under * b.over * sign }
}
