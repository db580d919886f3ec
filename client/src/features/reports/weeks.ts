import { addDays } from '@ourmoney/shared/calendar/local-date.ts'
import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import {
  periodsIn,
  type Counting,
  type Period,
} from '@ourmoney/shared/calendar/periods.ts'

/** Months that are laid beside each other at most. */
const mostMonths = 6

export const weekNumbers = [0, 1, 2, 3, 4] as const
export type WeekNumber = (typeof weekNumbers)[number]

/** A week of a month: its 1st to 7th day, 8th to 14th …, and the last few. */
export type MonthWeek = {
  readonly month: Period
  readonly week: WeekNumber
  readonly days: DateRange
}

/** The weeks of the last months that these days touch. The same week of each month can be laid beside the other. */
export function monthWeeks(
  days: DateRange,
  counting: Counting,
): readonly MonthWeek[] {
  const months = periodsIn(days, 'month', counting).slice(-mostMonths)
  return months.flatMap(month =>
    weekNumbers.flatMap((week): readonly MonthWeek[] => {
      const from = addDays(month.from, week * 7)
      const end = addDays(from, 6)
      const to = week === 4 || end > month.to ? month.to : end
      return from > month.to ? [] : [{ month, week, days: { from, to } }]
    }),
  )
}

/**
 * Weeks of the month in which something was spent in every one of several
 * months; nothing of a single month recurs.
 */
export function recurringWeeks(
  weeks: readonly MonthWeek[],
  minors: readonly number[],
): ReadonlySet<WeekNumber> {
  const months = new Set(weeks.map(({ month }) => month.from)).size
  const counts = new Map<WeekNumber, number>()
  weeks.forEach(({ week }, at) => {
    if ((minors[at] ?? 0) > 0) counts.set(week, (counts.get(week) ?? 0) + 1)
  })
  return new Set(
    [...counts]
      .filter(([, count]) => months > 1 && count === months)
      .map(([week]) => week),
  )
}
