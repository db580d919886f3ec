import { median } from 'simple-statistics'
import { assert } from '../assert.ts'
import { calendarDate, type LocalDate } from '../calendar/local-date.ts'
import { roundMinor, shareOf } from '../report/compare.ts'
import type { DocOf } from '../sync/kinds.ts'

export type Goal = DocOf<'goal'>

/** How far a goal is; whole minor units. */
export type GoalProgress = {
  readonly savedMinor: number
  /** 0 once it is reached. */
  readonly leftMinor: number
  /** In parts of ten thousand, rounded half away from zero; `undefined` of a target of nothing. */
  readonly reachedBasisPoints: number | undefined
  /** What a usual month puts by: the median of the last six, rounded half away from zero; `undefined` with fewer than three. */
  readonly usualMinor: number | undefined
  /** What each month has to put by from now to the date, rounded up; `undefined` without a date, and when it is over. */
  readonly neededMinor: number | undefined
  /** Payments up to the date, one a month, the next one now; `undefined` without a date. */
  readonly monthsLeft: number | undefined
  /** When it is reached if months go on as usual: after so many, and on that day; `undefined` where they put by nothing, or it takes more than a hundred years. */
  readonly projected:
    { readonly months: number; readonly date: LocalDate } | undefined
  readonly state: 'reached' | 'on-course' | 'behind' | 'missed' | 'unknown'
}

const mostMonths = 1_200
const leastMonths = 3

/**
 * How far a goal is on a day. `savedMinor` is what there is of it, `months`
 * what each month that is over put by, oldest first, negative where more was
 * taken out.
 */
export function goalProgress(
  { targetMinor, date }: Pick<Goal, 'targetMinor' | 'date'>,
  savedMinor: number,
  months: readonly number[],
  today: LocalDate,
): GoalProgress {
  assert(Number.isSafeInteger(savedMinor), `Not whole: ${savedMinor}`)
  const leftMinor = Math.max(0, targetMinor - savedMinor)
  const last = months.slice(-6)
  const usualMinor =
    last.length < leastMonths ? undefined : roundMinor(median(last))
  const monthsLeft = date === undefined ? undefined : monthsUntil(today, date)
  const neededMinor =
    monthsLeft === undefined || monthsLeft === 0
      ? undefined
      : Math.ceil(leftMinor / monthsLeft)
  const projected = projectedFrom(leftMinor, usualMinor, today)
  return {
    savedMinor,
    leftMinor,
    reachedBasisPoints: shareOf(savedMinor, targetMinor),
    usualMinor,
    neededMinor,
    monthsLeft,
    projected,
    state: stateOf(leftMinor, date, projected?.date, today, usualMinor),
  }
}

function projectedFrom(
  leftMinor: number,
  usualMinor: number | undefined,
  today: LocalDate,
): GoalProgress['projected'] {
  if (leftMinor === 0) return { months: 0, date: today }
  if (usualMinor === undefined || usualMinor <= 0) return undefined
  const months = Math.ceil(leftMinor / usualMinor)
  if (months > mostMonths) return undefined
  return { months, date: calendarDate(today).add({ months }).toString() }
}

/** So many times a month can still put something by: one for each month begun. */
function monthsUntil(today: LocalDate, date: LocalDate): number {
  if (date < today) return 0
  const from = calendarDate(today)
  const to = calendarDate(date)
  const months = (to.year - from.year) * 12 + to.month - from.month
  return from.add({ months }).compare(to) < 0 ? months + 1 : Math.max(1, months)
}

function stateOf(
  leftMinor: number,
  date: LocalDate | undefined,
  projected: LocalDate | undefined,
  today: LocalDate,
  usualMinor: number | undefined,
): GoalProgress['state'] {
  if (leftMinor === 0) return 'reached'
  if (date !== undefined && date < today) return 'missed'
  if (date === undefined || usualMinor === undefined) return 'unknown'
  return projected !== undefined && projected <= date ? 'on-course' : 'behind'
}
