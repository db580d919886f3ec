import type { LocalDate } from '../calendar/local-date.ts'
import { dayNumber } from '../calendar/day-number.ts'
import { foldText } from '../transaction/filter.ts'
import type { TransactionType } from '../transaction/transaction.ts'

/** One transaction of the past, as far as habits go. */
export type PastUse = {
  readonly type: TransactionType
  readonly description: string
  readonly minor: number
  readonly currency: string
  readonly date: LocalDate
  readonly account?: string | undefined
  readonly toAccount?: string | undefined
  readonly category?: string | undefined
  /** Minute of the day that it was written down in, if that was on its day. */
  readonly minute?: number | undefined
}

export type Moment = {
  readonly date: LocalDate
  /** Minute of the day, 0 to 1439. */
  readonly minute: number
  /** Where money is about to be taken from. */
  readonly account?: string | undefined
}

/** What is usually written down at such a moment. */
export type Usual = Omit<PastUse, 'date' | 'minute'> & {
  readonly score: number
}

/** A habit has been there at least this often. */
const leastUses = 3
export const mostDaysBack = 120
/** Days after which a use counts half. */
const halfLife = 30
/** Minutes around the usual time in which a use counts most. */
const closeMinutes = 90
const leastScore = 0.6

/**
 * Habits that fit a moment, the best first: what was bought often and lately,
 * around this time of day, on this kind of day, from this account. Each use
 * counts less the older it is; the sum is the score. What was written down
 * today within the last hours is done with.
 */
export function usualAt(
  history: readonly PastUse[],
  moment: Moment,
  most: number,
): readonly Usual[] {
  const habits = new Map<string, PastUse[]>()
  for (const use of history) {
    const age = ageOf(use, moment)
    if (use.description.trim() === '' || age < 0 || age > mostDaysBack) continue
    const key = `${use.type} ${foldText(use.description.trim())}`
    const habit = habits.get(key)
    if (habit === undefined) habits.set(key, [use])
    else habit.push(use)
  }
  const found = [...habits.values()]
    .filter(uses => uses.length >= leastUses && !isDone(uses, moment))
    .map(uses => usualOf(uses, moment))
    .sort((a, b) => b.score - a.score || compare(a.description, b.description))
  // Far behind the best is another time of day.
  const least = Math.max(leastScore, (found[0]?.score ?? 0) / 3)
  return found.filter(({ score }) => score >= least).slice(0, most)
}

function usualOf(uses: readonly PastUse[], moment: Moment): Usual {
  const score = uses.reduce((sum, use) => sum + weightOf(use, moment), 0)
  const newest = uses.reduce((a, b) => (b.date > a.date ? b : a))
  const { type, description, currency, account, toAccount, category } = newest
  return {
    type,
    description,
    minor: usualMinor(uses, newest),
    currency,
    account,
    toAccount,
    category,
    score,
  }
}

/** The amount paid most often lately; of equals the newest. */
function usualMinor(uses: readonly PastUse[], newest: PastUse): number {
  const latest = uses
    .filter(({ currency }) => currency === newest.currency)
    .toSorted((a, b) => compare(b.date, a.date))
    .slice(0, 8)
  const counts = new Map<number, number>()
  for (const { minor } of latest) {
    counts.set(minor, (counts.get(minor) ?? 0) + 1)
  }
  const most = Math.max(...counts.values())
  return latest.find(({ minor }) => counts.get(minor) === most)?.minor ?? 0
}

function weightOf(use: PastUse, moment: Moment): number {
  const recency = 0.5 ** (ageOf(use, moment) / halfLife)
  return (
    recency *
    timeWeight(use.minute, moment.minute) *
    dayWeight(use.date, moment.date) *
    accountWeight(use.account, moment.account)
  )
}

/** 1 around the same time, falling to almost nothing six hours away; a third where nobody knows. */
function timeWeight(minute: number | undefined, now: number): number {
  if (minute === undefined) return 1 / 3
  const apart = Math.abs(minute - now)
  const away = Math.min(apart, 1_440 - apart)
  if (away <= closeMinutes) return 1
  return Math.max(0.02, 1 - (away - closeMinutes) / 270)
}

function dayWeight(date: LocalDate, today: LocalDate): number {
  if (weekdayOf(date) === weekdayOf(today)) return 1
  return isWeekend(date) === isWeekend(today) ? 0.7 : 0.35
}

function accountWeight(
  account: string | undefined,
  wanted: string | undefined,
): number {
  return wanted === undefined || account === wanted ? 1 : 0.5
}

/** Written down on this day in the last four hours. */
function isDone(uses: readonly PastUse[], moment: Moment): boolean {
  return uses.some(
    ({ date, minute }) =>
      date === moment.date &&
      (minute === undefined || Math.abs(moment.minute - minute) < 240),
  )
}

function ageOf({ date }: PastUse, moment: Moment): number {
  return dayNumber(moment.date) - dayNumber(date)
}

/** 0 is Thursday, as 1 January 1970 was. */
function weekdayOf(date: LocalDate): number {
  return ((dayNumber(date) % 7) + 7) % 7
}

function isWeekend(date: LocalDate): boolean {
  const weekday = weekdayOf(date)
  return weekday === 2 || weekday === 3
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
