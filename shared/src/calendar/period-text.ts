import { assertNever } from '../assert.ts'
import { failure, success, type Result } from '../result.ts'
import { isLocalDate, type LocalDate } from './local-date.ts'
import { isPeriod, monthOf, periodRange } from './period.ts'
import {
  customPeriod,
  daysIn,
  lastDays,
  lastMonths,
  periodOf,
  type Counting,
  type Period,
} from './periods.ts'

/**
 * A period as it stands in an address: `2026`, `2026-Q4`, `2026-11`,
 * `week-2026-11-23` (the week of that day), `2026-11-22`,
 * `2026-11-03..2026-11-19`, `last-30-days`, `last-6-months`. What rolls has
 * no date in it where it ends `today`: its link means the days before it is
 * opened. Ended earlier, it becomes a range of dates.
 */
export function periodText(
  period: Period,
  today: LocalDate,
  { firstDay }: Counting,
): string {
  const { unit, from, to } = period
  const month = () => monthOf(from, firstDay)
  switch (unit) {
    case 'day':
      return from
    case 'week':
      return `week-${from}`
    case 'month':
      return month()
    case 'quarter':
      return `${month().slice(0, 4)}-Q${Math.ceil(Number(month().slice(5)) / 3)}`
    case 'year':
      return month().slice(0, 4)
    case 'custom':
      return `${from}..${to}`
    case 'rolling-days':
      return to === today ? `last-${daysIn(period)}-days` : `${from}..${to}`
    case 'rolling-months':
      return to === today ? `last-${period.months}-months` : `${from}..${to}`
    default:
      return assertNever(unit)
  }
}

/** What `periodText` wrote; fails for anything else, for no such day, and for one that ends before it begins. */
export function readPeriod(
  text: string,
  today: LocalDate,
  counting: Counting,
): Result<Period, 'not-a-period'> {
  const period = periodMeant(text, today, counting)
  return period === undefined ? failure('not-a-period') : success(period)
}

/** Longest that rolls: a hundred years. */
const mostRolling = { days: 36_525, months: 1_200 } as const

function periodMeant(
  text: string,
  today: LocalDate,
  counting: Counting,
): Period | undefined {
  if (isPeriod(text)) {
    const unit = text.length === 4 ? 'year' : 'month'
    const { from } = periodRange(text, counting.firstDay)
    return periodOf(from, unit, counting)
  }
  if (isLocalDate(text)) return periodOf(text, 'day', counting)
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text)
  if (quarter) {
    const [, year = '', number = ''] = quarter
    const month = String(Number(number) * 3).padStart(2, '0')
    const { from } = periodRange(`${year}-${month}`, counting.firstDay)
    return periodOf(from, 'quarter', counting)
  }
  const [, week = ''] = /^week-(.{10})$/.exec(text) ?? []
  if (isLocalDate(week)) return periodOf(week, 'week', counting)
  const [, from = '', to = ''] = /^(.{10})\.\.(.{10})$/.exec(text) ?? []
  if (isLocalDate(from) && isLocalDate(to) && from <= to) {
    return customPeriod({ from, to })
  }
  const [, digits = '', unit = ''] =
    /^last-([1-9]\d{0,4})-(days|months)$/.exec(text) ?? []
  const count = Number(digits)
  if (unit === 'days' && count <= mostRolling.days) {
    return lastDays(today, count)
  }
  if (unit === 'months' && count <= mostRolling.months) {
    return lastMonths(today, count)
  }
  return undefined
}
