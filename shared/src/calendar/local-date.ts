import { parseDate, toZoned, type CalendarDate } from '@internationalized/date'

/** A day without a time or a zone, `2026-11-22`. */
export type LocalDate = string

export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return parseDate(text).toString() === text
  } catch {
    // The library's only way to say that there is no such day.
    return false
  }
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return calendarDate(date).add({ days }).toString()
}

export function calendarDate(date: LocalDate): CalendarDate {
  return parseDate(date)
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** The day that an instant (milliseconds since 1970) falls on in an IANA time zone. */
export function dateInZone(instant: number, timeZone: string): LocalDate {
  let formatter = formatters.get(timeZone)
  if (formatter === undefined) {
    // Sweden writes dates as ISO 8601 does.
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone })
    formatters.set(timeZone, formatter)
  }
  return formatter.format(instant)
}

/** The last millisecond of a day in an IANA time zone. */
export function endOfDay(date: LocalDate, timeZone: string): number {
  const next = toZoned(parseDate(date).add({ days: 1 }), timeZone)
  return next.toDate().getTime() - 1
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Minutes since midnight, 0 to 1439, that an instant is there in an IANA time zone. */
export function minuteInZone(instant: number, timeZone: string): number {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  clocks.set(timeZone, clock)
  const [hour = 0, minute = 0] = clock.format(instant).split(':').map(Number)
  return hour * 60 + minute
}
