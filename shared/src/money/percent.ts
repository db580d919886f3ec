import { parseAmount } from './parse-amount.ts'

/** Parts of ten thousand: 30 % is 3,000 of them. */
export const wholeInBasisPoints = 10_000

/** A typed percentage, with or without its sign, in basis points; `undefined` if it is none above 0. */
export function parsePercent(text: string, locale: string): number | undefined {
  // XXX is ISO 4217 for no currency; like most it has two decimals.
  const read = parseAmount(text.replace(/[%٪]/u, ''), {
    currency: 'XXX',
    locale,
  })
  return read.ok && read.value > 0 ? read.value : undefined
}

export function formatPercent(basisPoints: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 2,
  }).format(basisPoints / wholeInBasisPoints)
}
