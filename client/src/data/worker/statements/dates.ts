import {
  isLocalDate,
  type LocalDate,
} from '@ourmoney/shared/calendar/local-date.ts'

/** The day at the start of `20260105120000[-5:EST]`, `2026-01-05T…` or the like, as it is written there. */
export function dayAtStart(text: string): LocalDate | undefined {
  const found = /^\s*(\d{4})-?(\d{2})-?(\d{2})/.exec(text)
  if (found === null) return undefined
  const [, year, month, day] = found
  const date = `${year}-${month}-${day}`
  return isLocalDate(date) ? date : undefined
}
