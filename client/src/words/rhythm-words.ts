import type { TFunction } from 'i18next'
import {
  readRecurrence,
  type Recurrence,
} from '@ourmoney/shared/recurring/recurrence.ts'

/** A rule in words: `Every month on the 14th`. One that has none stands as it is written. */
export function rhythmWords(
  rrule: string,
  start: string | undefined,
  t: TFunction,
  locale: string,
): string {
  const read = readRecurrence(rrule)
  return (read.ok ? wordsOf(read.value, start, t, locale) : undefined) ?? rrule
}

function wordsOf(
  recurrence: Recurrence,
  start: string | undefined,
  t: TFunction,
  locale: string,
): string | undefined {
  const { frequency, interval, monthDays, weekDays, positions } = recurrence
  const every = everyWords(recurrence, t)
  const isEnding =
    recurrence.count !== undefined || recurrence.until !== undefined
  if (isEnding) return undefined
  const nth = (day: number) => nthWords(day, t, locale)
  switch (frequency) {
    case 'DAILY':
      return every
    case 'WEEKLY': {
      const days = weekDays.map(({ day }) => weekdayName(day, locale))
      if (days.length === 0) return every
      const day = new Intl.ListFormat(locale).format(days)
      return t('recurring.everyOn', { every, day })
    }
    case 'YEARLY':
      return onDayOfYear(every, start, t, locale)
    case 'MONTHLY': {
      if (weekDays.length > 0) return undefined
      const isYearly = interval === 12
      const [day = Number(start?.slice(8) ?? 1), ...others] = monthDays
      if (positions.length === 0 && others.length === 0) {
        if (day === -1) return t('recurring.everyLast', { every })
        if (day < 0) return undefined
        return isYearly
          ? onDayOfYear(every, start, t, locale)
          : t('recurring.everyOnThe', { every, day: nth(day) })
      }
      // The 30th, or in February its last day.
      const last = Math.max(...monthDays)
      const isOrLast =
        positions.join() === '-1' && monthDays[0] === 28 && last > 28
      return isOrLast
        ? t('recurring.everyOrLast', { every, day: nth(last) })
        : undefined
    }
  }
}

function everyWords({ frequency, interval }: Recurrence, t: TFunction): string {
  return frequency === 'MONTHLY' && interval % 12 === 0
    ? t('recurring.every_YEARLY', { count: interval / 12 })
    : t(`recurring.every_${frequency}`, { count: interval })
}

function nthWords(n: number, t: TFunction, locale: string): string {
  const rule = new Intl.PluralRules(locale, { type: 'ordinal' }).select(n)
  const known = rule === 'one' || rule === 'two' || rule === 'few'
  return t(`recurring.nth_${known ? rule : 'other'}`, { n })
}

/** Of 1 (Monday) to 7. */
function weekdayName(day: number, locale: string): string {
  // 1 January 2024 was a Monday.
  return dayIn(`2024-01-${String(day).padStart(2, '0')}`, locale, {
    weekday: 'long',
  })
}

function onDayOfYear(
  every: string,
  start: string | undefined,
  t: TFunction,
  locale: string,
): string {
  if (start === undefined) return every
  const day = dayIn(start, locale, { day: 'numeric', month: 'long' })
  return t('recurring.everyOn', { every, day })
}

function dayIn(
  date: string,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): string {
  return new Intl.DateTimeFormat(locale, {
    ...options,
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`))
}
