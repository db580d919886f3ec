import { dayNumber } from '@ourmoney/shared/calendar/day-number.ts'

/** The day it is where this device is, `2026-11-22`. */
export function today(): string {
  const now = new Date()
  const month = String(now.getMonth() + 1).padStart(2, '0')
  const day = String(now.getDate()).padStart(2, '0')
  return `${now.getFullYear()}-${month}-${day}`
}

/** Minute of the day on this device's clock. */
export function nowMinute(): number {
  const now = new Date()
  return now.getHours() * 60 + now.getMinutes()
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Building one takes longer than a hundred uses. */
function formatterFor(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formatters.set(key, known)
  return known
}

function format(
  date: string,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): string {
  return formatterFor(locale, { ...options, timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )
}

export type DayWords = { readonly today: string; readonly yesterday: string }

/** `Today`, `Sun 22 Nov`; the year where it is another one. */
export function dayName(date: string, locale: string, words: DayWords): string {
  const now = today()
  if (date === now) return words.today
  if (dayNumber(date) === dayNumber(now) - 1) return words.yesterday
  return upperFirst(
    format(date, locale, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      ...(date.slice(0, 4) !== now.slice(0, 4) && { year: 'numeric' }),
    }),
    locale,
  )
}

/** `22 Nov`; the year where it is another one. */
export function shortDate(date: string, locale: string): string {
  return format(date, locale, {
    day: 'numeric',
    month: monthLength(locale),
    ...(date.slice(0, 4) !== today().slice(0, 4) && { year: 'numeric' }),
  })
}

export function longDate(date: string, locale: string): string {
  return format(date, locale, { dateStyle: 'long' })
}

/** `3 – 19 Nov 2026`: what both days have in common stands once. */
export function daysName(from: string, to: string, locale: string): string {
  const formatter = formatterFor(locale, {
    day: 'numeric',
    month: monthLength(locale),
    year: 'numeric',
    timeZone: 'UTC',
  })
  const [first, last] = [from, to].map(date => new Date(`${date}T00:00:00Z`))
  return formatter.formatRange(first ?? 0, last ?? 0)
}

/** `22 Nov`. */
export function dayAndMonth(date: string, locale: string): string {
  return format(date, locale, { day: 'numeric', month: monthLength(locale) })
}

/** Beside a day some languages write a short month as a number. */
function monthLength(locale: string): 'short' | 'long' {
  const options = { day: 'numeric', month: 'short' } as const
  return /\p{L}/u.test(format('2026-11-22', locale, options)) ? 'short' : 'long'
}

/** `November 2026`, or the year alone. */
export function periodName(period: string, locale: string): string {
  if (period.length === 4) return period
  return upperFirst(
    format(`${period}-01`, locale, { month: 'long', year: 'numeric' }),
    locale,
  )
}

/** The same within a sentence: `novembro de 2026`. */
export function monthAndYear(month: string, locale: string): string {
  return format(`${month}-01`, locale, { month: 'long', year: 'numeric' })
}

/** `Oct 2026`. */
export function shortMonthAndYear(month: string, locale: string): string {
  return format(`${month}-01`, locale, { month: 'short', year: 'numeric' })
}

function upperFirst(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}

export function monthName(
  month: string,
  locale: string,
  length: 'short' | 'narrow' | 'long' = 'short',
): string {
  return format(`${month}-01`, locale, { month: length })
}

/** A moment on this device's clock. */
export function momentName(instant: number, locale: string): string {
  return formatterFor(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(instant)
}

/** The time of day of a moment on this device's clock. */
export function timeName(instant: number, locale: string): string {
  return formatterFor(locale, { timeStyle: 'short' }).format(instant)
}

/** Of a day: `Sunday`, `Sun`, `S`. */
export function weekdayName(
  date: string,
  locale: string,
  length: 'long' | 'short' | 'narrow' = 'long',
): string {
  return format(date, locale, { weekday: length })
}

/** `Sunday 22 November 2026`. */
export function fullDate(date: string, locale: string): string {
  return upperFirst(format(date, locale, { dateStyle: 'full' }), locale)
}
