import { assert } from '../assert.ts'
import { dayNumber, fromDayNumber } from './day-number.ts'
import { addDays, calendarDate, type LocalDate } from './local-date.ts'
import { monthOf, periodRange, shiftMonth, type DateRange } from './period.ts'

export const calendarUnits = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
] as const
export type CalendarUnit = (typeof calendarUnits)[number]

/** How a household counts its time. */
export type Counting = {
  /** The day that its months, quarters and years begin with, 1 to 31; the last one where a month is too short. */
  readonly firstDay: number
  /** The day that its weeks begin with, 1 (Monday) to 7 (Sunday). */
  readonly weekStart: number
}

/** Days from `from` to `to`, both included, and what they are, so that it can be told which come before. */
export type Period = DateRange &
  (
    | { readonly unit: CalendarUnit | 'custom' | 'rolling-days' }
    | {
        readonly unit: 'rolling-months'
        readonly months: number
        /** The day that all of them are counted back from. */
        readonly until: LocalDate
        /** Months from there to the end of this one; 0 or fewer. */
        readonly offset: number
      }
  )

/**
 * The week, month, quarter or year that a date is in. A quarter is three
 * months and a year twelve, from the month called January on, so that with a
 * first day of 25 the year 2026 is 25 January 2026 to 24 January 2027.
 * Throws where `counting` is out of its bounds.
 */
export function periodOf(
  date: LocalDate,
  unit: CalendarUnit,
  counting: Counting,
): Period {
  const { firstDay } = checked(counting)
  if (unit === 'day') return { unit, from: date, to: date }
  if (unit === 'week') {
    const day = dayNumber(date)
    const first = day - daysIntoWeek(day, counting.weekStart)
    return range(unit, first, first + 6)
  }
  const month = monthOf(date, firstDay)
  return monthsFrom(firstMonth(month, unit), unit, firstDay)
}

/** Any days; throws if they end before they begin. */
export function customPeriod({ from, to }: DateRange): Period {
  assert(from <= to, `Ends before it begins: ${from} to ${to}`)
  return { unit: 'custom', from, to }
}

/** So many days to the day `until`, it included; throws if fewer than one. */
export function lastDays(until: LocalDate, days: number): Period {
  assert(Number.isSafeInteger(days) && days > 0, `Not days: ${days}`)
  return { unit: 'rolling-days', from: addDays(until, 1 - days), to: until }
}

/**
 * So many months to the day `until`, it included: one month to 15 March is 16
 * February to 15 March, one to 31 March is 1 to 31 March, as there is no 31
 * February. Throws if fewer than one.
 */
export function lastMonths(until: LocalDate, months: number): Period {
  assert(Number.isSafeInteger(months) && months > 0, `Not months: ${months}`)
  return rolling(until, months, 0)
}

/**
 * The period `by` places later, or earlier where it is negative; neighbours
 * meet without a gap. What is no unit of the calendar moves by its own length.
 */
export function shiftPeriod(
  period: Period,
  by: number,
  counting: Counting,
): Period {
  const { unit, from } = period
  const { firstDay } = checked(counting)
  if (unit === 'rolling-months') {
    return rolling(
      period.until,
      period.months,
      period.offset + by * period.months,
    )
  }
  if (unit === 'month' || unit === 'quarter' || unit === 'year') {
    const month = shiftMonth(monthOf(from, firstDay), by * monthsIn[unit])
    return monthsFrom(month, unit, firstDay)
  }
  const days = daysIn(period)
  const first = dayNumber(from) + by * days
  return range(unit, first, first + days - 1)
}

/**
 * The same period a year before: of a month, quarter or year the one of that
 * name; of a week and a day the one 52 weeks before, on the same weekdays; of
 * rolling days as many to the day a year before; else both ends a year before
 * (29 February becomes the 28th).
 */
export function aYearBefore(period: Period, counting: Counting): Period {
  const { unit, from, to } = period
  if (unit === 'rolling-months') {
    return rolling(period.until, period.months, period.offset - 12)
  }
  if (unit === 'custom') {
    return customPeriod({ from: yearsLater(from, -1), to: yearsLater(to, -1) })
  }
  if (unit === 'rolling-days') {
    return lastDays(yearsLater(to, -1), daysIn(period))
  }
  const first = dayNumber(from) - 364
  if (unit === 'day') return range(unit, first, first)
  if (unit === 'week') return range(unit, first, first + 6)
  return shiftPeriod(period, -12 / monthsIn[unit], counting)
}

/** Days of a period, both ends included. */
export function daysIn({ from, to }: DateRange): number {
  return dayNumber(to) - dayNumber(from) + 1
}

/** Days of a period from `today` on, today among them: all of one that is to come, none of one that is over. */
export function daysLeft(period: DateRange, today: LocalDate): number {
  if (today > period.to) return 0
  return daysIn({
    from: today < period.from ? period.from : today,
    to: period.to,
  })
}

/** The whole days, weeks, months, quarters or years that a range touches, in their order; throws if it ends before it begins. */
export function periodsIn(
  { from, to }: DateRange,
  unit: CalendarUnit,
  counting: Counting,
): readonly Period[] {
  assert(from <= to, `Ends before it begins: ${from} to ${to}`)
  const periods: Period[] = []
  for (
    let period = periodOf(from, unit, counting);
    period.from <= to;
    period = shiftPeriod(period, 1, counting)
  ) {
    periods.push(period)
  }
  return periods
}

const monthsIn = { month: 1, quarter: 3, year: 12 } as const

function firstMonth(month: string, unit: keyof typeof monthsIn): string {
  const place = Number(month.slice(5)) - 1
  return shiftMonth(month, -(place % monthsIn[unit]))
}

function monthsFrom(
  month: string,
  unit: keyof typeof monthsIn,
  firstDay: number,
): Period {
  const last = shiftMonth(month, monthsIn[unit] - 1)
  const { from } = periodRange(month, firstDay)
  return { unit, from, to: periodRange(last, firstDay).to }
}

function rolling(until: LocalDate, months: number, offset: number): Period {
  const end = calendarDate(until)
  return {
    unit: 'rolling-months',
    from: addDays(end.add({ months: offset - months }).toString(), 1),
    to: end.add({ months: offset }).toString(),
    months,
    until,
    offset,
  }
}

function range(
  unit: CalendarUnit | 'custom' | 'rolling-days',
  first: number,
  last: number,
): Period {
  return { unit, from: fromDayNumber(first), to: fromDayNumber(last) }
}

/** Days since the week of a day number began, 0 to 6; 1970-01-01 was a Thursday. */
export function daysIntoWeek(day: number, weekStart: number): number {
  return (((day + 4 - weekStart) % 7) + 7) % 7
}

function yearsLater(date: LocalDate, years: number): LocalDate {
  return calendarDate(date).add({ years }).toString()
}

function checked(counting: Counting): Counting {
  const { firstDay, weekStart } = counting
  assert(isBetween(firstDay, 1, 31), `No first day of a month: ${firstDay}`)
  assert(isBetween(weekStart, 1, 7), `No first day of a week: ${weekStart}`)
  return counting
}

function isBetween(whole: number, least: number, most: number): boolean {
  return Number.isInteger(whole) && whole >= least && whole <= most
}
