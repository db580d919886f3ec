import {
  addDays,
  calendarDate,
  isLocalDate,
  type LocalDate,
} from '../calendar/local-date.ts'

/*
 * One rule for days that are named in part: the latest one that is not after
 * today. What was spent is written down afterwards, so `dia 5` on the 3rd is
 * last month's, and `monday` on a Monday is today. Only a year, `tomorrow`,
 * `next` and the like lead into the future.
 */

/** `undefined` when no month has such a day. */
export function latestDayOfMonth(
  day: number,
  today: LocalDate,
): LocalDate | undefined {
  const month = calendarDate(today).set({ day: 1 })
  for (let back = 0; back < 12; back++) {
    const date = dateOf(month.subtract({ months: back }), day)
    if (date !== undefined && date <= today) return date
  }
  return undefined
}

export function latestMonthDay(
  month: number,
  day: number,
  today: LocalDate,
): LocalDate | undefined {
  const year = Number(today.slice(0, 4))
  // As far back as a 29 February may be.
  for (let back = 0; back <= 8; back++) {
    const date = exactDate(year - back, month, day)
    if (date !== undefined && date <= today) return date
  }
  return undefined
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayNear(
  weekday: number,
  today: LocalDate,
  which: 'latest' | 'last' | 'next',
): LocalDate {
  const now = weekdayOf(today)
  const back = (now - weekday + 7) % 7
  if (which === 'next') return addDays(today, 7 - back)
  return addDays(today, which === 'last' && back === 0 ? -7 : -back)
}

export function exactDate(
  year: number,
  month: number,
  day: number,
): LocalDate | undefined {
  const text = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-')
  return isLocalDate(text) ? text : undefined
}

export function shiftDate(
  today: LocalDate,
  unit: 'day' | 'week' | 'month',
  by: number,
): LocalDate {
  if (unit === 'month') {
    return calendarDate(today).add({ months: by }).toString()
  }
  return addDays(today, unit === 'week' ? by * 7 : by)
}

/** `26` is 2026. */
export function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

function weekdayOf(date: LocalDate): number {
  const { year, month, day } = calendarDate(date)
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7
}

function dateOf(
  { year, month }: { readonly year: number; readonly month: number },
  day: number,
): LocalDate | undefined {
  return exactDate(year, month, day)
}
