import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import {
  calendarUnits,
  daysIn,
  periodsIn,
  type CalendarUnit,
  type Counting,
  type Period,
} from '@ourmoney/shared/calendar/periods.ts'

/** More columns than that nobody tells apart. */
const mostSteps = 62
const typicalDays = { day: 1, week: 7, month: 30, quarter: 91, year: 365 }

/** The units that may divide these days, and the one that usually does. */
export function stepsFor(days: DateRange): {
  readonly usual: CalendarUnit
  readonly all: readonly CalendarUnit[]
} {
  const length = daysIn(days)
  const all = calendarUnits.filter(
    unit =>
      length / typicalDays[unit] <= mostSteps &&
      (unit === 'day' || length >= 2 * typicalDays[unit]),
  )
  const usual =
    length <= 14
      ? 'day'
      : length <= 62
        ? 'week'
        : length <= 3 * 366
          ? 'month'
          : length <= 12 * 366
            ? 'quarter'
            : 'year'
  return { usual, all: all.includes(usual) ? all : [...all, usual] }
}

/** One column of what is told over time: a whole period, and the days of it that are asked for. */
export type Step = { readonly period: Period; readonly days: DateRange }

export function stepsIn(
  days: DateRange,
  unit: CalendarUnit,
  counting: Counting,
): readonly Step[] {
  return periodsIn(days, unit, counting).map(period => ({
    period,
    days: {
      from: period.from < days.from ? days.from : period.from,
      to: period.to > days.to ? days.to : period.to,
    },
  }))
}
