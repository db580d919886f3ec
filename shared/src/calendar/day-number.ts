import type { LocalDate } from './local-date.ts'

const millisecondsPerDay = 86_400_000

/** Days since 1970-01-01; for columns and arithmetic. */
export function dayNumber(date: LocalDate): number {
  const known = numbers.get(date)
  if (known !== undefined) return known
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8, 10))
  const number = Date.UTC(year, month - 1, day) / millisecondsPerDay
  // A ledger has a few thousand days, whatever a file makes up.
  if (numbers.size < 20_000) numbers.set(date, number)
  return number
}

const numbers = new Map<LocalDate, number>()

const dates = new Map<number, LocalDate>()

/** A ledger asks for the same few thousand days again and again. */
export function fromDayNumber(day: number): LocalDate {
  const known = dates.get(day)
  if (known !== undefined) return known
  const date = new Date(day * millisecondsPerDay).toISOString().slice(0, 10)
  dates.set(day, date)
  return date
}
