import type { TFunction } from 'i18next'
import { monthOf } from '@ourmoney/shared/calendar/period.ts'
import {
  daysIn,
  type Counting,
  type Period,
} from '@ourmoney/shared/calendar/periods.ts'
import {
  dayAndMonth,
  daysName,
  longDate,
  monthAndYear,
  monthName,
  periodName,
} from '../ui/dates.ts'

export type PeriodWords = {
  readonly t: TFunction
  readonly locale: string
  readonly today: string
  readonly counting: Counting
}

/** As a heading has it: `November 2026`, `Q4 2026`, `Last 12 months`, `3 – 19 Nov 2026`. */
export function periodWords(period: Period, words: PeriodWords): string {
  const { t, locale } = words
  const month = monthIn(period, words)
  switch (period.unit) {
    case 'month':
      return periodName(month, locale)
    case 'quarter':
      return t('periods.quarter', quarterOf(month))
    case 'year':
      return month.slice(0, 4)
    case 'day':
      return longDate(period.from, locale)
    default: {
      const rolling = rollingTo(period, words.today)
      if (rolling === undefined) {
        return daysName(period.from, period.to, locale)
      }
      return rolling.of === 'days'
        ? t('periods.lastDays', { count: rolling.count })
        : t('periods.lastMonths', { count: rolling.count })
    }
  }
}

/** As it ends a sentence: `in November 2026`, `in the last 12 months`, `on 22 November 2026`. */
export function periodPhrase(period: Period, words: PeriodWords): string {
  const { t, locale } = words
  const month = monthIn(period, words)
  switch (period.unit) {
    case 'month':
      return t('periods.in', { name: monthAndYear(month, locale) })
    case 'quarter':
      return t('periods.inQuarter', quarterOf(month))
    case 'year':
      return t('periods.in', { name: month.slice(0, 4) })
    case 'day':
      return t('periods.on', { day: longDate(period.from, locale) })
    default: {
      const rolling = rollingTo(period, words.today)
      if (rolling === undefined) {
        return t('periods.inDays', {
          days: daysName(period.from, period.to, locale),
        })
      }
      return rolling.of === 'days'
        ? t('periods.inLastDays', { count: rolling.count })
        : t('periods.inLastMonths', { count: rolling.count })
    }
  }
}

/** As it stands below a column: `Nov`, `Q4`, `2026`, `23 Nov`; below it the year that it begins. */
export function shortPeriodWords(period: Period, words: PeriodWords): string {
  const { t, locale } = words
  const month = monthIn(period, words)
  const year = month.slice(0, 4)
  if (period.unit === 'year') return year
  if (period.unit === 'month') {
    const name = monthName(month, locale)
    return month.endsWith('-01') ? `${name}\n${year}` : name
  }
  if (period.unit === 'quarter') {
    const { quarter } = quarterOf(month)
    const name = t('periods.shortQuarter', { quarter })
    return quarter === 1 ? `${name}\n${year}` : name
  }
  return dayAndMonth(period.from, locale)
}

function monthIn({ from }: Period, { counting }: PeriodWords): string {
  return monthOf(from, counting.firstDay)
}

function quarterOf(month: string) {
  const quarter = Math.ceil(Number(month.slice(5)) / 3)
  return { quarter, year: month.slice(0, 4) }
}

/** Of what rolls to this day, how much; it has moved on where it ended earlier. */
function rollingTo(period: Period, today: string) {
  if (period.to !== today) return undefined
  if (period.unit === 'rolling-days') {
    return { of: 'days', count: daysIn(period) } as const
  }
  return period.unit === 'rolling-months'
    ? ({ of: 'months', count: period.months } as const)
    : undefined
}
