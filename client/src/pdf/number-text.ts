import { decimalText } from '@ourmoney/shared/money/decimal-text.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type { PdfColumn } from './content.ts'

/** How numbers and days are written in a report. */
export type NumberText = {
  readonly money: (minor: number, currency?: string) => string
  /** A few digits, for axes and labels. */
  readonly compact: (minor: number) => string
  /** `22 Nov` */
  readonly day: (date: string) => string
  readonly cell: (
    value: string | number | undefined,
    column: PdfColumn,
    currency: string,
  ) => string
}

/** For one locale; `currency` is that of the report. */
export function numberText(locale: string, currency: string): NumberText {
  const short = new Intl.NumberFormat(locale, {
    notation: 'compact',
    maximumSignificantDigits: 3,
  })
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const count = new Intl.NumberFormat(locale)
  const share = percent(locale, 'auto')
  const growth = percent(locale, 'exceptZero')
  const days = shortDays(locale)
  const dates = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  })
  const on = (date: string) => new Date(`${date}T00:00:00Z`)
  const known = new Map<string, string>()
  return {
    money: (minor, of = currency) => real(formatMoney(minor, of, locale)),
    compact: minor => {
      const amount = Number(decimalText(Math.round(minor), currency))
      const size = Math.abs(amount)
      return real((size >= 10 && size < 1_000 ? whole : short).format(amount))
    },
    day: date => {
      const text = known.get(date) ?? days.format(on(date))
      known.set(date, text)
      return text
    },
    cell: (value, column, of) => {
      const { kind, isBare: bare = false } = column
      if (value === undefined) return bare ? '–' : ''
      if (typeof value === 'string') {
        return kind === 'date' ? dates.format(on(value)) : value
      }
      if (kind === 'count') return count.format(value)
      if (kind === 'share') return real(share.format(value / 10_000))
      if (kind === 'growth') return real(growth.format(value / 10_000))
      if (bare && value === 0) return '–'
      const sign = kind === 'change' ? 'always' : 'auto'
      return real(formatMoney(value, of, locale, { bare, sign }))
    },
  }
}

/** `1 Jun`; where a short month beside a day is a number, both have two figures. */
function shortDays(locale: string): Intl.DateTimeFormat {
  const named = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
  return /\p{L}/u.test(named.format(0))
    ? named
    : new Intl.DateTimeFormat(locale, {
        day: '2-digit',
        month: '2-digit',
        timeZone: 'UTC',
      })
}

function percent(locale: string, signDisplay: 'auto' | 'exceptZero') {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay,
  })
}

/** With a minus as wide as the figures, and no sign that changes the direction. */
function real(text: string): string {
  return text.replace(/[\u200e\u200f\u061c]/g, '').replaceAll('-', '−')
}
