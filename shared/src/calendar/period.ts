import { assert } from '../assert.ts'
import { dayNumber, fromDayNumber } from './day-number.ts'
import type { LocalDate } from './local-date.ts'

export type DateRange = { readonly from: LocalDate; readonly to: LocalDate }

/** A year `2026` or a month `2026-11`. */
export function isPeriod(text: string): boolean {
  return /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text)
}

/**
 * First and last day of a year or month. With a first day of 25, November is
 * 25 November to 24 December; where a month is too short, its last day begins
 * the next one. A year is its twelve months.
 */
export function periodRange(period: string, firstDay: number): DateRange {
  assert(isPeriod(period), `Neither year nor month: ${period}`)
  const first = period.length === 4 ? `${period}-01` : period
  const next =
    period.length === 4 ? shiftMonth(first, 12) : shiftMonth(first, 1)
  return {
    from: startOf(first, firstDay),
    to: fromDayNumber(dayNumber(startOf(next, firstDay)) - 1),
  }
}

/** The month `2026-11` that a date belongs to. */
export function monthOf(date: LocalDate, firstDay: number): string {
  const month = date.slice(0, 7)
  // Most days, and all where a month begins with its first: asked for thousands at once.
  if (Number(date.slice(8)) >= firstDay) return month
  return date < startOf(month, firstDay) ? shiftMonth(month, -1) : month
}

export function shiftMonth(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  const year = String(Math.floor(count / 12)).padStart(4, '0')
  return `${year}-${String((count % 12) + 1).padStart(2, '0')}`
}

function startOf(month: string, firstDay: number): LocalDate {
  const day = Math.min(firstDay, daysIn(month))
  return `${month}-${String(day).padStart(2, '0')}`
}

function daysIn(month: string): number {
  const year = Number(month.slice(0, 4))
  return new Date(Date.UTC(year, Number(month.slice(5)), 0)).getUTCDate()
}
