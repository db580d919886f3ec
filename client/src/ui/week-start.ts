import { startOfWeek } from '@internationalized/date'
import { calendarDate } from '@ourmoney/shared/calendar/local-date.ts'

/** The day that weeks begin with where people speak so, 1 (Monday) to 7 (Sunday). */
export function weekStartIn(locale: string): number {
  const { year, month, day } = startOfWeek(calendarDate('2026-11-25'), locale)
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7
}
