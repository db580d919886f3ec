import { dayNumber } from '../calendar/day-number.ts'
import { calendarDate, type LocalDate } from '../calendar/local-date.ts'
import { ruleOf } from '../report/rhythm-rule.ts'
import { readRecurrence, recurrenceText } from './recurrence.ts'

/** How often payments come, as a form offers it. */
export const usualRhythms = [
  'week-1',
  'week-2',
  'week-4',
  'month-1',
  'month-2',
  'month-3',
  'month-4',
  'month-6',
  'month-12',
] as const

export type UsualRhythm = (typeof usualRhythms)[number]

/** The RRULE of a rhythm that has its first day on a date; on the last day of each month where `isLast`. */
export function rhythmRule(
  rhythm: UsualRhythm,
  first: LocalDate,
  isLast: boolean,
): string {
  const [unit, number] = rhythm.split('-')
  const every = Number(number)
  if (unit === 'week') {
    return recurrenceText(ruleOf({ unit, every, weekday: weekdayOf(first) }))
  }
  const monthDay = isLast ? 31 : Number(first.slice(8))
  return recurrenceText(ruleOf({ unit: 'month', every, monthDay }))
}

/** The rhythm that a rule has; `undefined` for one that a form does not offer. */
export function rhythmOf(
  rrule: string,
  start: LocalDate,
): { readonly rhythm: UsualRhythm; readonly isLast: boolean } | undefined {
  const read = readRecurrence(rrule)
  if (!read.ok) return undefined
  const text = recurrenceText(read.value)
  for (const isLast of [false, true]) {
    const rhythm = usualRhythms.find(
      each => rhythmRule(each, start, isLast) === text,
    )
    if (rhythm !== undefined) return { rhythm, isLast }
  }
  return undefined
}

/** Whether a month ends with that day. */
export function isLastOfMonth(date: LocalDate): boolean {
  const day = calendarDate(date)
  return day.add({ days: 1 }).month !== day.month
}

/** 1 (Monday) to 7; 1970-01-01, day 0, was a Thursday. */
function weekdayOf(date: LocalDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}
