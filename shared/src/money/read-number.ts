import type { Fraction } from './fraction.ts'

/**
 * Digits 0 to 9 with marks between them, as far as they may be one number. A
 * blank belongs to it only before exactly three digits.
 */
export const numberRun =
  /[.,٫]?\d(?:[\d.,'’٫٬]|[ \u00a0\u2009\u202f](?=\d{3}(?!\d)))*/y

/**
 * Such a run as a fraction; `undefined` if its marks make no sense. `locale`
 * decides what one lone mark means.
 */
export function readNumber(text: string, locale: string): Fraction | undefined {
  const plain = text.replace(/[\u00a0\u2009\u202f]/g, ' ').replace(/’/g, "'")
  const decimal = decimalMarkOf(plain, locale)
  const [whole = '', fraction = '', ...rest] =
    decimal === undefined ? [plain] : plain.split(decimal)
  if (rest.length > 0 || /\D/.test(fraction)) return undefined
  if (!isGrouped(whole)) return undefined
  const digits = whole.replace(/\D/g, '') + fraction
  if (digits.length > 40) return undefined
  return { over: BigInt(digits || '0'), under: 10n ** BigInt(fraction.length) }
}

/** Digits of any script as 0 to 9. */
export function latinDigits(text: string): string {
  return text.replace(otherDigit, digit => {
    const code = digit.codePointAt(0) ?? 0
    // Every script's ten digits stand in order from its zero; some sets adjoin.
    let first = code
    while (anyDigit.test(String.fromCodePoint(first - 1))) first -= 1
    return String((code - first) % 10)
  })
}

const otherDigit = /(?![0-9])\p{Nd}/gu
const anyDigit = /^\p{Nd}$/u

/** The mark of the fraction, if the text has one. */
function decimalMarkOf(plain: string, locale: string): string | undefined {
  if (plain.includes('٫')) return '٫'
  const dots = plain.split('.').length - 1
  const commas = plain.split(',').length - 1
  if (dots > 0 && commas > 0) {
    return plain.lastIndexOf('.') > plain.lastIndexOf(',') ? '.' : ','
  }
  if (dots + commas !== 1) return undefined
  const mark = dots === 1 ? '.' : ','
  // Beside blanks or apostrophes it can only be the decimal mark.
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(plain)) return mark
  return mark === localDecimalMark(locale) ? mark : undefined
}

/** `1.234.567`, `1 234 567` or, as in India, `12,34,567`: one mark throughout. */
function isGrouped(whole: string): boolean {
  const mark = /\D/.exec(whole)?.[0]
  if (mark === undefined) return true
  const groups = whole.split(mark)
  const [first = '', ...others] = groups
  const last = others.pop() ?? ''
  if (groups.some(group => /\D/.test(group)) || last.length !== 3) return false
  if (first.length < 1 || first.length > 3) return false
  const isIndian = mark === ',' && first.length < 3
  return (
    others.every(group => group.length === 3) ||
    (isIndian && others.every(group => group.length === 2))
  )
}

const decimalMarks = new Map<string, string>()

/** Remembered, because asking takes longer than reading a thousand amounts. */
function localDecimalMark(locale: string): string {
  const known = decimalMarks.get(locale)
  if (known !== undefined) return known
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
  const mark = parts.find(part => part.type === 'decimal')?.value ?? '.'
  decimalMarks.set(locale, mark)
  return mark
}
