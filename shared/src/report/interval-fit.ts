import { fromDayNumber } from '../calendar/day-number.ts'

/** How often something comes, and on which day. */
export type Rhythm =
  | {
      readonly unit: 'week'
      readonly every: number
      /** 1 (Monday) to 7. */
      readonly weekday: number
    }
  | {
      readonly unit: 'month'
      readonly every: number
      /** 1 to 31; in shorter months their last day. */
      readonly monthDay: number
    }

export type Fit = {
  readonly rhythm: Rhythm
  /** Places in `days` that stand on the rhythm, one for each time. */
  readonly on: readonly number[]
  /** For each of those, which week or month it is for. */
  readonly times: readonly number[]
  /** Days off, of each of those; positive for late. */
  readonly off: readonly number[]
  /** Of the steps from one to the next, how many are exactly one interval, and how many a few. */
  readonly regular: number
  readonly fitting: number
}

/** A due day moves over a weekend and the holidays around it. */
export const daysOff = { week: 1, month: 5 } as const

const leastDaysApart = 5
const everyMonths = [1, 2, 3, 4, 6, 12]
const everyWeeks = [1, 2, 3, 4]
/** So many may be missed in a row; more is an end and a new beginning. */
export const mostMissed = 2

/** The better of the two ways to see days, weeks or months; `undefined` for fewer than two days, and for more than every fifth. `days` never fall. */
export function fitInterval(days: readonly number[]): Fit | undefined {
  const span = (days.at(-1) ?? 0) - (days[0] ?? 0)
  // Not worth a look: what comes more often than that does not come every week.
  if (span < (days.length - 1) * leastDaysApart) return undefined
  const fits = [fitMonths(days), fitWeeks(days)].filter(
    fit => fit !== undefined,
  )
  return fits.sort((a, b) => scoreOf(b, days) - scoreOf(a, days))[0]
}

/** The day on which a rhythm is due in its week or month of that number. */
export function dueDay(rhythm: Rhythm, time: number): number {
  if (rhythm.unit === 'week') return time * 7 + rhythm.weekday - 4
  const begins = monthBegins(time)
  const length = monthBegins(time + 1) - begins
  return begins + Math.min(rhythm.monthDay, length) - 1
}

/** How often a rhythm comes in a Gregorian year of 365.2425 days. */
export function timesAYear({ unit, every }: Rhythm): number {
  return (unit === 'month' ? 12 : 365.2425 / 7) / every
}

/** The share of what is regular, less what does not belong and how far days are off. */
function scoreOf(fit: Fit, days: readonly number[]): number {
  const steps = Math.max(1, fit.on.length - 1)
  const strange = 1 - fit.on.length / days.length
  const off = meanSize(fit.off) / (fit.rhythm.unit === 'week' ? 7 : 30)
  return (fit.regular + fit.fitting) / (2 * steps) - strange - off
}

export function meanSize(numbers: readonly number[]): number {
  const sum = numbers.reduce((all, each) => all + Math.abs(each), 0)
  return sum / Math.max(1, numbers.length)
}

type OnDay = { readonly month: number; readonly off: number }

function fitMonths(days: readonly number[]): Fit | undefined {
  const dates = days.map(datePlace)
  // The day of the month that most are closest to; the 31st is the last of each.
  const candidates = new Set([31, ...dates.map(({ monthDay }) => monthDay)])
  let best: readonly OnDay[] = []
  let monthDay = 1
  let least = Infinity
  for (const candidate of [...candidates].sort((a, b) => a - b)) {
    const placed = dates.map(date => closestMonth(date, candidate))
    const cost = placed.reduce(
      // On the day itself counts most, and far off no more than off.
      (sum, { off }) =>
        sum + Math.min(Math.abs(off) + 1, 7) * (off === 0 ? 0 : 1),
      0,
    )
    if (cost < least) {
      least = cost
      best = placed
      monthDay = candidate
    }
  }
  return fitTimes(
    best.map(({ month, off }) => ({ time: month, off })),
    daysOff.month,
    everyMonths,
    every => ({ unit: 'month', every, monthDay }),
  )
}

function fitWeeks(days: readonly number[]): Fit | undefined {
  const counts = new Int32Array(8)
  for (const day of days) {
    const weekday = weekdayOf(day)
    counts[weekday] = (counts[weekday] ?? 0) + 1
  }
  const weekday = counts.indexOf(Math.max(...counts))
  const placed = days.map(day => {
    const time = Math.round((day + 4 - weekday) / 7)
    return { time, off: day - (time * 7 + weekday - 4) }
  })
  return fitTimes(placed, daysOff.week, everyWeeks, every => ({
    unit: 'week',
    every,
    weekday,
  }))
}

function fitTimes(
  placed: readonly { readonly time: number; readonly off: number }[],
  mostOff: number,
  intervals: readonly number[],
  rhythmOf: (every: number) => Rhythm,
): Fit | undefined {
  const byTime = new Map<number, { at: number; off: number }>()
  placed.forEach(({ time, off }, at) => {
    const known = byTime.get(time)
    const isCloser = known === undefined || Math.abs(off) < Math.abs(known.off)
    if (Math.abs(off) <= mostOff && isCloser) byTime.set(time, { at, off })
  })
  const times = [...byTime.keys()].sort((a, b) => a - b)
  if (times.length < 2) return undefined
  const steps = times.slice(1).map((time, at) => time - (times[at] ?? 0))
  const every = commonest(steps, intervals)
  if (every === undefined) return undefined
  const fitting = steps.filter(
    step => step % every === 0 && step <= every * (mostMissed + 1),
  )
  return {
    rhythm: rhythmOf(every),
    times,
    on: times.map(time => byTime.get(time)?.at ?? 0),
    off: times.map(time => byTime.get(time)?.off ?? 0),
    regular: steps.filter(step => step === every).length,
    fitting: fitting.length,
  }
}

/** The shorter of two that are as common. */
function commonest(
  steps: readonly number[],
  intervals: readonly number[],
): number | undefined {
  let best: number | undefined
  let most = 0
  for (const interval of intervals) {
    const count = steps.filter(step => step === interval).length
    if (count > most) {
      most = count
      best = interval
    }
  }
  return best
}

type DatePlace = {
  readonly month: number
  readonly monthDay: number
  readonly length: number
  readonly lengthBefore: number
  readonly lengthAfter: number
}

function datePlace(day: number): DatePlace {
  const date = fromDayNumber(day)
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
  return {
    month,
    monthDay: Number(date.slice(8)),
    length: monthLength(month),
    lengthBefore: monthLength(month - 1),
    lengthAfter: monthLength(month + 1),
  }
}

/** The month whose due day is closest to a date. */
function closestMonth(date: DatePlace, due: number): OnDay {
  const { month, monthDay, length, lengthBefore, lengthAfter } = date
  const here = monthDay - Math.min(due, length)
  const before = monthDay + lengthBefore - Math.min(due, lengthBefore)
  const after = monthDay - length - Math.min(due, lengthAfter)
  if (Math.abs(before) < Math.abs(here))
    return { month: month - 1, off: before }
  if (Math.abs(after) < Math.abs(here)) return { month: month + 1, off: after }
  return { month, off: here }
}

const lengths = new Map<number, number>()

function monthLength(month: number): number {
  const known = lengths.get(month)
  if (known !== undefined) return known
  const length = monthBegins(month + 1) - monthBegins(month)
  lengths.set(month, length)
  return length
}

function monthBegins(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000
}

/** 1 (Monday) to 7; 1970-01-01, day 0, was a Thursday. */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}
