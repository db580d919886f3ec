import { isLocalDate } from '../calendar/local-date.ts'
import { currencyPattern } from '../money/currencies.ts'
import { derivedId } from '../sync/ids.ts'
import { schemaVersion, type DocOf } from '../sync/kinds.ts'
import { closestRate } from './closest-rate.ts'
import type { Rate } from './rate.ts'

/** One day of a file of rates as it stands there. */
export type DayRow = {
  /** Counted from 1. */
  readonly line: number
  readonly date: string
  readonly cells: readonly {
    readonly quote: string
    readonly text: string
  }[]
}

export type RateRowIssue = {
  readonly line: number
  readonly code: 'not-a-date' | 'not-a-rate' | 'not-a-currency'
  /** What stood there, cut short. */
  readonly found: string
}

export type DayRates = {
  readonly date: string
  readonly rates: readonly DocOf<'rate'>[]
  /** Cells that say that there is no rate. */
  readonly missing: number
  readonly issues: readonly RateRowIssue[]
}

/** The same for every file: nothing of its name may stand in a derived doc. */
const sourceOfFiles = 'ecb'

/**
 * The rates of a day as docs whose first revisions are byte-identical on every
 * device and from every file that has them: ids from pair and day, no clock, no
 * person, no name of a file. Only quotes that `isWanted` are made.
 */
export function readDay(
  row: DayRow,
  base: string,
  isWanted: (quote: string) => boolean,
): DayRates {
  const date = readDate(row.date)
  const { line } = row
  if (date === undefined) {
    const issue = { line, code: 'not-a-date', found: cut(row.date) } as const
    return { date: '', rates: [], missing: 0, issues: [issue] }
  }
  const rates: DocOf<'rate'>[] = []
  const issues: RateRowIssue[] = []
  let missing = 0
  for (const { quote, text } of row.cells) {
    if (!currencyPattern.test(quote) || quote === base) {
      issues.push({ line, code: 'not-a-currency', found: cut(quote) })
    } else if (isWanted(quote)) {
      if (noRate.test(text)) missing += 1
      else {
        const rate = readCell(text, base, quote)
        if (rate === undefined) {
          const found = cut(`${quote} ${text}`)
          issues.push({ line, code: 'not-a-rate', found })
        } else rates.push(rateDoc(rate, date))
      }
    }
  }
  return { date, rates, missing, issues }
}

/** `2026-11-20`, or `20 November 2026` as in the bank's file of one day. */
export function readDate(text: string): string | undefined {
  const plain = text.trim()
  if (isLocalDate(plain)) return plain
  const [day = '', name = '', year = '', ...rest] = plain.split(/\s+/)
  const month = months.indexOf(name.toLowerCase()) + 1
  if (rest.length > 0 || month === 0 || !/^\d{1,2}$/.test(day)) return undefined
  const date = `${year}-${twoDigits(month)}-${twoDigits(Number(day))}`
  return isLocalDate(date) ? date : undefined
}

/** Empty, `N/A`, or a dash. */
const noRate = /^\s*(?:n\/a|-)?\s*$/i

const months = (
  'january february march april may june july august september october ' +
  'november december'
).split(' ')

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

function readCell(text: string, base: string, quote: string): Rate | undefined {
  const digits = /^\s*(\d{1,12})(?:\.(\d{1,12}))?\s*$/.exec(text)
  if (digits === null) return undefined
  const [, whole = '', fraction = ''] = digits
  return closestRate(base, quote, {
    over: BigInt(whole + fraction),
    under: 10n ** BigInt(fraction.length),
  })
}

function rateDoc({ base, quote, ratePpm }: Rate, date: string): DocOf<'rate'> {
  return {
    _id: derivedId('rate', base, quote, date),
    kind: 'rate',
    v: schemaVersion,
    base,
    quote,
    date,
    ratePpm,
    source: sourceOfFiles,
  }
}

function cut(text: string): string {
  return text.slice(0, 80)
}
