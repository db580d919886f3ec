import { assert } from '../assert.ts'
import { dayNumber, fromDayNumber } from '../calendar/day-number.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { DateRange } from '../calendar/period.ts'
import type { Recurrence } from './recurrence.ts'

/** Of a rule that never falls on a day, such as the 31st every twelfth February, so many steps are looked at. */
const mostSteps = 20_000

/**
 * The days of a rule in a range, earliest first, both ends included. They are
 * counted from `start`, which is one of them only if the rule says so. A month
 * that lacks the day is passed over (RFC 5545): −1 is its last in every month.
 * A rule by month or week without days takes the day of its start; a yearly
 * one from 29 February falls in leap years only.
 * At most `most` days; 20,000 steps of the rule from its start on are looked at.
 */
export function occurrencesIn(
  recurrence: Recurrence,
  start: LocalDate,
  { from, to }: DateRange,
  most = 1_000,
): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (const day of daysOf(recurrence, start, dayNumber(to), from)) {
    const date = fromDayNumber(day)
    if (date < from) continue
    days.push(date)
    if (days.length === most) break
  }
  return days
}

/** The first day of a rule on or after `from`; `undefined` when it is over by then, or has none in 100 years. */
export function nextOccurrence(
  recurrence: Recurrence,
  start: LocalDate,
  from: LocalDate,
): LocalDate | undefined {
  const to = fromDayNumber(dayNumber(from < start ? start : from) + 36_525)
  return occurrencesIn(recurrence, start, { from, to }, 1)[0]
}

/** Day numbers, earliest first, until `last`; of what is counted all, else from about `from` on. */
function* daysOf(
  recurrence: Recurrence,
  start: LocalDate,
  last: number,
  from: LocalDate,
): Generator<number, void, undefined> {
  const first = dayNumber(start)
  const end =
    recurrence.until === undefined
      ? last
      : Math.min(last, dayNumber(recurrence.until))
  let left = recurrence.count ?? Infinity
  // Steps that are over by `from` count for nothing unless the days are counted.
  const begin =
    recurrence.count === undefined
      ? stepsBefore(recurrence, first, dayNumber(from))
      : 0
  for (let step = begin; step < begin + mostSteps; step++) {
    const days = daysOfStep(recurrence, first, step * recurrence.interval)
    if (days.begins > end) return
    for (const day of days.days) {
      if (day < first) continue
      if (day > end || left === 0) return
      left -= 1
      yield day
    }
  }
}

/** Fewest days that a step has, so that none that matters is left out. */
const daysPerStep = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 } as const

function stepsBefore(
  { frequency, interval }: Recurrence,
  first: number,
  from: number,
): number {
  const steps = (from - first) / (daysPerStep[frequency] * interval)
  return Math.max(0, Math.floor(steps) - 1)
}

type StepDays = {
  /** No day of this step or of a later one is before it. */
  readonly begins: number
  readonly days: readonly number[]
}

/** The days of the step that is so many days, weeks, months or years after the first. */
function daysOfStep(
  recurrence: Recurrence,
  first: number,
  after: number,
): StepDays {
  const { frequency, weekDays, weekStart } = recurrence
  switch (frequency) {
    case 'DAILY':
      return { begins: first + after, days: [first + after] }
    case 'WEEKLY': {
      const begins = first - sinceWeekStart(first, weekStart) + after * 7
      const places =
        weekDays.length === 0
          ? [sinceWeekStart(first, weekStart)]
          : weekDays.map(({ day }) => (day - weekStart + 7) % 7)
      return { begins, days: inOrder(places.map(place => begins + place)) }
    }
    case 'MONTHLY':
      return daysOfMonth(recurrence, first, after)
    case 'YEARLY': {
      const date = fromDayNumber(first)
      const year = Number(date.slice(0, 4)) + after
      const month = Number(date.slice(5, 7)) - 1
      const day = Number(date.slice(8))
      const begins = dayOf(year, month, 1)
      const isThere = day <= lengthOf(year, month)
      return { begins, days: isThere ? [begins + day - 1] : [] }
    }
  }
}

function daysOfMonth(
  { monthDays, weekDays, positions }: Recurrence,
  first: number,
  after: number,
): StepDays {
  const start = fromDayNumber(first)
  const count = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1
  const year = Math.floor((count + after) / 12)
  const month = (count + after) % 12
  const begins = dayOf(year, month, 1)
  const length = lengthOf(year, month)

  const byDay =
    monthDays.length === 0 && weekDays.length === 0
      ? [Number(start.slice(8))]
      : monthDays
  const wanted = new Set(
    byDay
      .map(day => (day > 0 ? day : length + 1 + day))
      .filter(day => day >= 1 && day <= length),
  )
  const named =
    weekDays.length === 0
      ? [...wanted]
      : weekDays
          .flatMap(day => daysNamed(day, begins, length))
          .filter(day => monthDays.length === 0 || wanted.has(day))
  const days = inOrder(named.map(day => begins + day - 1))
  if (positions.length === 0) return { begins, days }
  const picked = positions.flatMap(
    place => days[place > 0 ? place - 1 : days.length + place] ?? [],
  )
  return { begins, days: inOrder(picked) }
}

/** Days of a month, 1 to 31, that are the `nth` of their weekday, or any. */
function daysNamed(
  { day, nth }: { readonly day: number; readonly nth?: number | undefined },
  begins: number,
  length: number,
): readonly number[] {
  const firstOne = 1 + ((day - weekdayOf(begins) + 7) % 7)
  const all = [0, 1, 2, 3, 4]
    .map(week => firstOne + week * 7)
    .filter(each => each <= length)
  if (nth === undefined) return all
  const one = all[nth > 0 ? nth - 1 : all.length + nth]
  return one === undefined ? [] : [one]
}

function inOrder(days: readonly number[]): readonly number[] {
  return [...new Set(days)].sort((a, b) => a - b)
}

/** 1 (Monday) to 7; 1970-01-01, day 0, was a Thursday. */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

function sinceWeekStart(day: number, weekStart: number): number {
  return (weekdayOf(day) - weekStart + 7) % 7
}

function dayOf(year: number, month: number, day: number): number {
  assert(year < 100_000, `No such year: ${year}`)
  return Date.UTC(year, month, day) / 86_400_000
}

function lengthOf(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1)
}
