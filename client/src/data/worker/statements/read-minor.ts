import { decimalsOf } from '@ourmoney/shared/money/currencies.ts'
import { latinDigits } from '@ourmoney/shared/money/read-number.ts'
import { currencyOf } from './currency-words.ts'

export type DecimalMark = '.' | ','

export type AmountFound = {
  /** Minor units; its sign is the one that stands there. */
  readonly minor: number
  /** Beside it in the cell. */
  readonly currency?: string | undefined
  /** Letters beside it say that money went out, whatever the sign. */
  readonly isOut: boolean
}

/**
 * An amount exactly as a cell has it, never by way of a float: `1.234,56-`,
 * `(12.50)`, `€ 3,40 D`, `1’234.–`. Nothing if it is none.
 */
export function readMinor(
  cell: string,
  mark: DecimalMark,
  currency: string,
): AmountFound | undefined {
  const plain = plainNumber.exec(cell)
  if (plain !== null && (plain[3] ?? mark) === mark) {
    const [, sign, whole = '', , fraction = ''] = plain
    return asFound(exactMinor(whole, fraction, currency), sign === '-')
  }
  const parts = partsOf(cell)
  if (parts === undefined) return undefined
  const split = splitAtMark(parts.number, mark)
  if (split === undefined) return undefined
  const own = parts.currency ?? currency
  const minor = exactMinor(split.whole, split.fraction, own)
  return asFound(minor, parts.isNegative, parts.currency, parts.isOut)
}

/** An amount of a format that says with it neither currency nor direction; nothing if it is none. */
export function minorOf(
  text: string,
  currency: string,
  mark: DecimalMark,
): number | undefined {
  const found = readMinor(text, mark, currency)
  const isPlain = found?.currency === undefined && found?.isOut === false
  return isPlain ? found.minor : undefined
}

/**
 * A number that a sheet or a JSON file has as such: `-12.5`, `1.2E-3`. What
 * stands behind fifteen digits is the noise of a program that reckoned with
 * floats.
 */
export function readPlainMinor(
  number: string,
  currency: string,
): AmountFound | undefined {
  if (number.length > 60) return undefined
  const [, sign, whole = '', fraction = '', power = '0'] =
    scientific.exec(number) ?? []
  if (whole === '') return undefined
  const shift = Number(power)
  if (Math.abs(shift) > 30) return undefined
  const digits = withoutNoise(whole + fraction)
  const point =
    whole.length + shift + digits.length - whole.length - fraction.length
  const padded = '0'.repeat(Math.max(0, -point)) + digits.padEnd(point, '0')
  const at = Math.max(0, point)
  return asFound(
    exactMinor(padded.slice(0, at) || '0', padded.slice(at), currency),
    sign === '-',
  )
}

/** Rounded to fifteen digits, where there are more; it may become one longer. */
function withoutNoise(digits: string): string {
  const start = digits.search(/[1-9]/)
  const end = start + 15
  if (start < 0 || digits.length <= end) return digits
  const kept =
    BigInt(digits.slice(0, end)) + (digits.charAt(end) >= '5' ? 1n : 0n)
  return `${kept}`.padStart(end, '0') + '0'.repeat(digits.length - end)
}

/** The digits of a cell with their marks, for whoever asks what the marks mean. */
export function numberIn(cell: string): string | undefined {
  return partsOf(cell)?.number
}

/** Whether a minus or parentheses stand beside the number of a cell. */
export function isNegative(cell: string): boolean {
  return partsOf(cell)?.isNegative === true
}

/** What stands for nothing where an amount could. */
export function isDash(cell: string): boolean {
  return /^[-\u2010-\u2015\u2212]+$/.test(cell)
}

const plainNumber = /^([-+]?)(\d{1,12})(?:([.,])(\d{1,2}))?$/
const scientific = /^([-+]?)(\d+)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/

type Parts = {
  readonly number: string
  readonly isNegative: boolean
  readonly isOut: boolean
  readonly currency?: string | undefined
}

function partsOf(cell: string): Parts | undefined {
  if (cell.length > 60) return undefined
  const text = ascii.test(cell) ? cell.trim() : plainForm(cell)
  const found = around.exec(text)
  if (found === null) return undefined
  const [, before = '', digits = '', after = ''] = found
  // `12,-` has no cents; a minus behind digits or blanks is a sign.
  const isRound = /[.,]$/.test(digits) && /^-{1,2}/.test(after)
  const words = `${before} ${isRound ? after.replace(/^-+/, '') : after}`
  let isNegative = false
  let isOut = false
  let currency: string | undefined
  for (const word of words.match(/[-+]|[()]|[^\s()+-]+/g) ?? []) {
    if (word === '+' || word === ')') continue
    if (word === '-' || word === '(') {
      if (isNegative) return undefined
      isNegative = true
      continue
    }
    if (outLetters.has(word.toUpperCase())) isOut = true
    else if (!inLetters.has(word.toUpperCase())) {
      const known = currencyOf(word)
      if (known === null || currency !== undefined) return undefined
      currency = known
    }
  }
  if (before.includes('(') !== after.includes(')')) return undefined
  return { number: digits, isNegative, isOut, currency }
}

const ascii = /^\p{ASCII}*$/u
const around =
  /^([^\d.,]*(?:[A-Za-z]\.\s*)?)([.,]?\d(?:[\d.,' ]*[\d.,])?)(?![\d])(\D*)$/
/** Debit and credit, Soll and Haben. */
const outLetters: ReadonlySet<string> = new Set(
  'D DR DR. DB S DEBIT'.split(' '),
)
const inLetters: ReadonlySet<string> = new Set('C CR CR. H CREDIT'.split(' '))

/** Every minus as one, every blank and apostrophe as one, digits of any script as ours, no marks of direction. */
function plainForm(cell: string): string {
  return latinDigits(
    cell
      .replace(/[\u2212\u2010-\u2015\ufe63\uff0d]/g, '-')
      .replace(/[\u2018\u2019\u02bc\u00b4`\uff07]/g, "'")
      .replace(/[\u200b-\u200f\u061c\u2060\ufeff]/g, '')
      .replace(/\u066b/g, ',')
      .replace(/\u066c/g, '.')
      .replace(/[（]/g, '(')
      .replace(/[）]/g, ')')
      .replace(/[．]/g, '.')
      .replace(/[，]/g, ',')
      .replace(/\s/g, ' '),
  ).trim()
}

function splitAtMark(
  number: string,
  mark: DecimalMark,
): { readonly whole: string; readonly fraction: string } | undefined {
  const [grouped = '', fraction = '', ...rest] = number.split(mark)
  if (rest.length > 0 || /\D/.test(fraction)) return undefined
  const whole = ungrouped(grouped)
  return whole === undefined ? undefined : { whole, fraction }
}

/** `1.234.567`, `1 234`, `12,34,567` as in India: one mark throughout, three digits last. */
function ungrouped(text: string): string | undefined {
  const mark = /\D/.exec(text)?.[0]
  if (mark === undefined) return text
  const [first = '', ...groups] = text.split(mark)
  const isGrouped =
    first.length > 0 &&
    first.length < 4 &&
    groups.at(-1)?.length === 3 &&
    groups.every(group => /^\d{2,3}$/.test(group))
  return isGrouped ? first + groups.join('') : undefined
}

/** Digits as minor units; nothing where there are more than the currency has, for nothing is rounded. */
function exactMinor(
  whole: string,
  fraction: string,
  currency: string,
): number | undefined {
  const places = decimalsOf(currency)
  if (/[1-9]/.test(fraction.slice(places))) return undefined
  const written = whole + fraction.slice(0, places).padEnd(places, '0')
  const digits =
    written.length > 15 ? written.replace(/^0+(?=\d)/, '') : written
  return digits.length > 15 ? undefined : Number(digits)
}

function asFound(
  size: number | undefined,
  isNegative: boolean,
  currency?: string,
  isOut = false,
): AmountFound | undefined {
  if (size === undefined) return undefined
  return { minor: isNegative && size !== 0 ? -size : size, currency, isOut }
}
