import { decimalsOf } from '@ourmoney/shared/money/currencies.ts'

export type DecimalMark = '.' | ','

/**
 * Whole minor units of a number as files write it, with marks and blanks
 * between thousands; `undefined` where it is none, or has more decimals than
 * the currency. Never rounds.
 */
export function minorOf(
  text: string,
  currency: string,
  mark: DecimalMark,
): number | undefined {
  const found = amountPattern.exec(text.replace(blanks, ''))
  if (found === null) return undefined
  const [, sign = '', number = ''] = found
  const [whole = '', fraction = '', ...more] = number.split(mark)
  if (more.length > 0 || /\D/.test(fraction) || !isGrouped(whole)) {
    return undefined
  }
  const places = decimalsOf(currency)
  if (/[^0]/.test(fraction.slice(places))) return undefined
  const digits = whole.replace(/\D/g, '') + fraction.slice(0, places)
  if (!/\d/.test(whole + fraction) || digits.length > 40) return undefined
  const minor = Number(
    digits + '0'.repeat(Math.max(0, places - fraction.length)),
  )
  if (minor > mostMinor) return undefined
  return sign === '-' || sign === '−' ? 0 - minor : minor
}

const mostMinor = 999_999_999_999_999
const amountPattern = /^([-+−]?)([\d.,'’]{1,60})$/
const blanks = /[\s\u00a0\u2009\u202f]/g

/** Three by three or, as in India, two by two down to the last three. */
function isGrouped(whole: string): boolean {
  if (/^\d*$/.test(whole)) return true
  return /^\d{1,3}([.,'’])\d{3}(\1\d{3})*$|^\d{1,2}(,\d{2})*,\d{3}$/.test(whole)
}

/** Finds the decimal mark of a whole file; an amount alone may mean two things. */
export function voteOnMark() {
  const votes = { '.': 0, ',': 0 }
  return {
    add: (text: string, currency: string) => {
      const plain = text.replace(/[^\d.,]/g, '')
      const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','))
      if (last < 0) return
      const mark = plain.charAt(last) === ',' ? ',' : '.'
      const other = mark === '.' ? ',' : '.'
      const before = plain.slice(0, last)
      const after = plain.length - last - 1
      if (before.includes(other)) votes[mark] += 100
      else if (before.includes(mark)) votes[other] += 100
      // Three digits are a thousand in most currencies, unless something forbids it.
      else if (after !== 3 || !/^[1-9]\d{0,2}$/.test(before)) votes[mark] += 100
      else if (decimalsOf(currency) === 3) votes[mark] += 1
      else votes[other] += 1
    },
    /** Whether some amount allows no other. */
    isSure: () => Math.abs(votes['.'] - votes[',']) >= 100,
    mark: (): DecimalMark => (votes[','] > votes['.'] ? ',' : '.'),
  }
}
