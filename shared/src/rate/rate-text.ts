import { ppm } from './rate.ts'

/** Digits that count in a rate that is shown. */
const shownDigits = 6

/** A rate's number as people of that locale write it: `0.92`, `1.0832`, `29,940.1`. */
export function formatRate(ratePpm: number, locale: string): string {
  let known = formatters.get(locale)
  if (known === undefined) {
    known = new Intl.NumberFormat(locale, {
      minimumSignificantDigits: 3,
      maximumSignificantDigits: shownDigits,
    })
    formatters.set(locale, known)
  }
  return known.format(decimals(ratePpm) as Intl.StringNumericLiteral)
}

/** All of its digits, to be edited: `1.083245`, with the locale's mark. */
export function rateDigits(ratePpm: number, locale: string): string {
  const [whole = '0', fraction = ''] = decimals(ratePpm).split('.')
  const mark = new Intl.NumberFormat(locale)
    .formatToParts(1.1)
    .find(({ type }) => type === 'decimal')
  const digits = fraction.replace(/0+$/, '')
  return digits === '' ? whole : `${whole}${mark?.value ?? '.'}${digits}`
}

const formatters = new Map<string, Intl.NumberFormat>()

function decimals(ratePpm: number): string {
  const parts = BigInt(ratePpm)
  return `${parts / ppm}.${String(parts % ppm).padStart(6, '0')}`
}
