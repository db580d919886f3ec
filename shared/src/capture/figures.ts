import { currencyCodes } from '../money/currencies.ts'
import type { QuickWords } from './quick-words.ts'

/** A number as it stands in one word of a line: `+1500`, `€12,50`, `1,5k`, `(3+4)*2`, `12€50`. */
export type Figure = {
  readonly sign: '+' | '-' | undefined
  /** Digits, marks and signs of arithmetic. */
  readonly body: string
  readonly currency: string | undefined
  /** Digits behind the currency: `12€50`. */
  readonly cents: string | undefined
  readonly isThousands: boolean
}

export function readFigure(
  text: string,
  words: QuickWords,
  own: string,
): Figure | undefined {
  let at = 0
  let sign = signAt(text, at)
  if (sign !== undefined) at += 1
  const before = currencyAt(text, at, own)
  at += before?.length ?? 0
  if (sign === undefined) {
    sign = signAt(text, at)
    if (sign !== undefined) at += 1
  }
  const body = bodyAt(text, at)
  if (body === '') return undefined
  at += body.length

  const isThousands =
    /^[kK]/.test(text.slice(at)) && !/\p{L}/u.test(text.charAt(at + 1))
  if (isThousands) at += 1
  const rest = text.slice(at)
  const figure = {
    sign,
    body: body.replace(/[xX×]/g, '*'),
    currency: before?.currency,
    cents: undefined,
    isThousands,
  }
  if (rest === '') return figure
  if (before !== undefined) return undefined
  const behind = currencyAt(rest, 0, own)
  const left = behind === undefined ? rest : rest.slice(behind.length)
  if (behind !== undefined && left === '') {
    return { ...figure, currency: behind.currency }
  }
  if (behind !== undefined && /^\d\d$/.test(left) && /^\d+$/.test(body)) {
    return { ...figure, currency: behind.currency, cents: left }
  }
  const named = currencyNamed(rest.toLowerCase(), words, own)
  return named === undefined ? undefined : { ...figure, currency: named }
}

export function isSum(body: string): boolean {
  return /[+*/()]|\d[-−]\d/.test(body)
}

export function hasDecimals(body: string): boolean {
  return /[.,]\d{1,2}(?!\d)/.test(body)
}

/** The currency that a word such as `euros` or `EUR` means. */
export function currencyNamed(
  folded: string,
  words: QuickWords,
  own: string,
): string | undefined {
  const named = words.currencies.get(folded)
  if (named === 'dollar') return dollars.has(own) ? own : 'USD'
  if (named !== undefined) return named
  const isCommon = common.has(folded) || folded === own.toLowerCase()
  return isCommon ? folded.toUpperCase() : undefined
}

/** A word that is nothing but a currency's sign or code. */
export function currencyAlone(text: string, own: string): string | undefined {
  const found = currencyAt(text, 0, own)
  return found?.length === text.length ? found.currency : undefined
}

function signAt(text: string, at: number): '+' | '-' | undefined {
  const mark = text.charAt(at)
  if (mark === '+') return '+'
  return mark === '-' || mark === '−' || mark === '–' ? '-' : undefined
}

/** As far as it may be a number or a sum; ends on a digit or a bracket. */
function bodyAt(text: string, at: number): string {
  let end = at
  while (end < text.length && inBody.has(text.charAt(end))) {
    const isTimes = 'xX'.includes(text.charAt(end))
    if (isTimes && !/\d/.test(text.charAt(end - 1) + text.charAt(end + 1)))
      break
    if (isTimes && !(isDigit(text, end - 1) && isDigit(text, end + 1))) break
    end += 1
  }
  while (end > at && !/[\d)]/.test(text.charAt(end - 1))) end -= 1
  const body = text.slice(at, end)
  return /^[(.,]*\d/.test(body) ? body : ''
}

const inBody = new Set("0123456789.,'’()+*×/-−xX")

function isDigit(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at))
}

type CurrencyFound = { readonly currency: string; readonly length: number }

function currencyAt(
  text: string,
  at: number,
  own: string,
): CurrencyFound | undefined {
  for (const [sign, currency] of signs) {
    if (!text.startsWith(sign, at)) continue
    const meant = currency === 'dollar' ? dollarOf(own) : currency
    return { currency: meant, length: sign.length }
  }
  const code = text.slice(at, at + 3)
  const isWord = /\p{L}/u.test(text.charAt(at + 3))
  return codes.has(code) && !isWord ? { currency: code, length: 3 } : undefined
}

function dollarOf(own: string): string {
  return dollars.has(own) ? own : 'USD'
}

const signs = [
  ['US$', 'USD'],
  ['R$', 'BRL'],
  ['C$', 'CAD'],
  ['A$', 'AUD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['$', 'dollar'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₺', 'TRY'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['₩', 'KRW'],
] as const
const dollars: ReadonlySet<string> = new Set([
  'USD',
  'CAD',
  'AUD',
  'NZD',
  'SGD',
  'HKD',
  'TWD',
  'BBD',
  'BSD',
  'BZD',
  'FJD',
  'JMD',
  'LRD',
  'NAD',
  'TTD',
  'XCD',
])
const codes: ReadonlySet<string> = new Set(currencyCodes)
/** In small letters too; other codes would be words: `all`, `top`, `try`. */
const common: ReadonlySet<string> = new Set(['eur', 'usd', 'gbp', 'brl', 'chf'])
