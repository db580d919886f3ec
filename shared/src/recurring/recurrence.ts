import { isLocalDate, type LocalDate } from '../calendar/local-date.ts'
import { failure, success, type Result } from '../result.ts'

export const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof frequencies)[number]

/** Monday first, as ISO 8601 counts: `weekdays[0]` is day 1. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** The days of a rule: the part of RFC 5545's RRULE that household payments need. */
export type Recurrence = {
  readonly frequency: Frequency
  /** Every so many days, weeks, months or years. */
  readonly interval: number
  /** Days of the month, 1 to 31, or from its end: −1 is the last. */
  readonly monthDays: readonly number[]
  /** Days of the week, 1 (Monday) to 7; `nth` of the month, or from its end. */
  readonly weekDays: readonly WeekDay[]
  /** Of the days that a month has by the above, the first (1), the last (−1) … */
  readonly positions: readonly number[]
  /** So many in all, from the start on. */
  readonly count?: number | undefined
  /** None after this day. */
  readonly until?: LocalDate | undefined
  /** The day that weeks begin with, which matters to every second one. */
  readonly weekStart: number
}

export type WeekDay = {
  readonly day: number
  readonly nth?: number | undefined
}

export type RecurrenceIssue = {
  readonly code:
    | 'no-frequency'
    /** A part of RRULE that is not read here, such as BYMONTH. */
    | 'unknown-part'
    | 'bad-value'
    | 'twice'
    /** BYDAY with a number where the rule is not by month, and the like. */
    | 'does-not-fit'
    /** COUNT and UNTIL together. */
    | 'two-ends'
  /** The part that it is about, `FREQ` for the whole. */
  readonly part: string
}

/** Longest step and count that make sense in a household, a thousand years of days aside. */
const mostInterval = 1_000
const mostCount = 10_000

/**
 * Reads FREQ, INTERVAL, BYMONTHDAY, BYDAY, BYSETPOS, COUNT, UNTIL and WKST of
 * an RRULE (RFC 5545, section 3.3.10), with or without `RRULE:` before it.
 * What it does not know it refuses: a rule read by half is another rule.
 */
export function readRecurrence(
  text: string,
): Result<Recurrence, RecurrenceIssue> {
  const parts = new Map<string, string>()
  for (const each of text.replace(/^RRULE:/i, '').split(';')) {
    const [name = '', value = '', ...more] = each.split('=')
    const part = name.trim().toUpperCase()
    if (!isPart(part)) return issue('unknown-part', part)
    if (parts.has(part)) return issue('twice', part)
    if (more.length > 0) return issue('bad-value', part)
    parts.set(part, value.trim().toUpperCase())
  }
  const frequency = frequencies.find(each => each === parts.get('FREQ'))
  if (frequency === undefined) return issue('no-frequency', 'FREQ')

  let bad: string | undefined
  const read = <Value>(
    part: string,
    reader: (value: string) => Value | undefined,
    otherwise: Value,
  ): Value => {
    const value = parts.get(part)
    if (value === undefined) return otherwise
    const meant = reader(value)
    if (meant === undefined) bad ??= part
    return meant ?? otherwise
  }
  const recurrence: Recurrence = {
    frequency,
    interval: read('INTERVAL', value => whole(value, 1, mostInterval), 1),
    monthDays: read('BYMONTHDAY', value => list(value, monthDay), []),
    weekDays: read('BYDAY', value => list(value, weekDay), []),
    positions: read('BYSETPOS', value => list(value, monthDay), []),
    weekStart: read('WKST', value => weekDay(value)?.day, 1),
    ...(parts.has('COUNT') && {
      count: read('COUNT', value => whole(value, 1, mostCount), 1),
    }),
    ...(parts.has('UNTIL') && { until: read('UNTIL', untilDay, '') }),
  }
  if (bad !== undefined) return issue('bad-value', bad)
  const misfit = misfitOf(recurrence)
  return misfit === undefined ? success(recurrence) : failure(misfit)
}

/** The rule as `readRecurrence` reads it, each part once and in one order. */
export function recurrenceText(recurrence: Recurrence): string {
  const { frequency, interval, monthDays, weekDays, positions } = recurrence
  const { count, until, weekStart } = recurrence
  const days = weekDays.map(({ day, nth }) => `${nth ?? ''}${nameOf(day)}`)
  return [
    `FREQ=${frequency}`,
    ...(interval === 1 ? [] : [`INTERVAL=${interval}`]),
    ...(monthDays.length === 0 ? [] : [`BYMONTHDAY=${monthDays.join(',')}`]),
    ...(days.length === 0 ? [] : [`BYDAY=${days.join(',')}`]),
    ...(positions.length === 0 ? [] : [`BYSETPOS=${positions.join(',')}`]),
    ...(count === undefined ? [] : [`COUNT=${count}`]),
    ...(until === undefined ? [] : [`UNTIL=${until.replaceAll('-', '')}`]),
    ...(weekStart === 1 ? [] : [`WKST=${nameOf(weekStart)}`]),
  ].join(';')
}

function misfitOf(recurrence: Recurrence): RecurrenceIssue | undefined {
  const { frequency, monthDays, weekDays, positions } = recurrence
  const byMonth = frequency === 'MONTHLY'
  if (monthDays.length > 0 && !byMonth) {
    return { code: 'does-not-fit', part: 'BYMONTHDAY' }
  }
  const isNumbered = weekDays.some(({ nth }) => nth !== undefined)
  if (
    weekDays.length > 0 &&
    !byMonth &&
    (frequency !== 'WEEKLY' || isNumbered)
  ) {
    return { code: 'does-not-fit', part: 'BYDAY' }
  }
  const hasSet = monthDays.length + weekDays.length > 0
  if (positions.length > 0 && (!byMonth || !hasSet)) {
    return { code: 'does-not-fit', part: 'BYSETPOS' }
  }
  if (recurrence.count !== undefined && recurrence.until !== undefined) {
    return { code: 'two-ends', part: 'COUNT' }
  }
  return undefined
}

const partNames = [
  'FREQ',
  'INTERVAL',
  'BYMONTHDAY',
  'BYDAY',
  'BYSETPOS',
  'COUNT',
  'UNTIL',
  'WKST',
]

function isPart(part: string): boolean {
  return partNames.includes(part)
}

function nameOf(day: number): string {
  return weekdays[day - 1] ?? ''
}

function whole(value: string, least: number, most: number): number | undefined {
  const number = Number(value)
  const isFit = /^\d{1,6}$/.test(value) && number >= least && number <= most
  return isFit ? number : undefined
}

function list<Value>(
  value: string,
  reader: (each: string) => Value | undefined,
): readonly Value[] | undefined {
  const read = value.split(',').map(each => reader(each.trim()))
  const known = read.filter(each => each !== undefined)
  return known.length === read.length && read.length <= 31 ? known : undefined
}

function monthDay(value: string): number | undefined {
  const [, sign, digits = ''] = /^([+-]?)(\d{1,2})$/.exec(value) ?? []
  const day = whole(digits, 1, 31)
  return day === undefined || sign !== '-' ? day : -day
}

function weekDay(value: string): WeekDay | undefined {
  const [, number = '', name] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(value) ?? []
  const day = weekdays.findIndex(each => each === name) + 1
  if (day === 0) return undefined
  if (number === '') return { day }
  const nth = monthDay(number)
  return nth === undefined || Math.abs(nth) > 5 ? undefined : { day, nth }
}

/** A day, or an instant of which only the day counts: dates here have no zone. */
function untilDay(value: string): LocalDate | undefined {
  const [, year, month, day] =
    /^(\d{4})(\d{2})(\d{2})(T\d{6}Z?)?$/.exec(value) ?? []
  const date = `${year}-${month}-${day}`
  return isLocalDate(date) ? date : undefined
}

function issue(
  code: RecurrenceIssue['code'],
  part: string,
): Result<never, RecurrenceIssue> {
  return failure({ code, part })
}
