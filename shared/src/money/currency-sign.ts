import { currencyCodes } from './currencies.ts'

/**
 * The length of the currency's sign or ISO code at a place in a text; 0 if
 * there is none, or one that belongs to other currencies only. A sign that
 * nobody knows is not held against the amount.
 */
export function currencySignAt(
  text: string,
  at: number,
  currency: string,
  locale: string,
): number {
  wordOrSign.lastIndex = at
  const run = wordOrSign.exec(text)?.[0]
  if (run === undefined) return 0
  const own = signsOf(currency, locale)
  for (const word of [run, run.replace(trailingDots, '')]) {
    if (own.has(plainSign(word))) return word.length
  }
  const sign = plainSign(run).replace(trailingDots, '')
  const isStrange = onlySigns.test(sign) && !allSigns().has(sign)
  return isStrange ? run.length : 0
}

const wordOrSign = /[\p{L}\p{Sc}][\p{L}\p{M}\p{Sc}.\u200c\u200e\u200f\u061c]*/uy
const trailingDots = /\.+$/
const onlySigns = /^\p{Sc}+$/u

function plainSign(sign: string): string {
  return sign.replace(/[\u200c\u200e\u200f\u061c]/g, '').toLowerCase()
}

const knownSigns = new Map<string, ReadonlySet<string>>()

/** How people write the currency, in that locale and in English. */
function signsOf(currency: string, locale: string): ReadonlySet<string> {
  const key = `${locale} ${currency}`
  const known = knownSigns.get(key)
  if (known !== undefined) return known
  const signs = new Set([
    plainSign(currency),
    ...[locale, 'en'].flatMap(each => writtenIn(each, currency)),
  ])
  knownSigns.set(key, signs)
  return signs
}

let everySign: ReadonlySet<string> | undefined

function allSigns(): ReadonlySet<string> {
  everySign ??= new Set(
    currencyCodes.flatMap(currency => writtenIn('en', currency)),
  )
  return everySign
}

function writtenIn(locale: string, currency: string): string[] {
  return (['symbol', 'narrowSymbol'] as const).flatMap(currencyDisplay =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay,
    })
      .formatToParts(1)
      .filter(part => part.type === 'currency')
      .map(part => plainSign(part.value)),
  )
}
