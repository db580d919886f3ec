import { median } from 'simple-statistics'
import { assert } from '../assert.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { daysIn, daysLeft, type Period } from '../calendar/periods.ts'
import { roundMinor, shareOf } from '../report/compare.ts'
import type { Budget } from './budget.ts'

/** A budget in one period; whole minor units. */
export type KeptPeriod = {
  readonly period: Period
  /** What the budget gives for it. */
  readonly givenMinor: number
  /** What was left of the period before, negative where that was over; 0 without rollover. */
  readonly carriedMinor: number
  /** Both together. */
  readonly availableMinor: number
  readonly spentMinor: number
  /** Negative where more was spent. */
  readonly leftMinor: number
  /** 0 where it was kept. */
  readonly overMinor: number
  /** Spent of what was available in parts of ten thousand, rounded half away from zero; `undefined` where nothing was available. */
  readonly usedBasisPoints: number | undefined
}

/**
 * How a budget was kept in periods that follow one another, with what was
 * spent in each. With rollover what is left of one goes into the next, and so
 * does what is lacking. Throws unless there is one sum for each period.
 */
export function keepBudget(
  { minor, rollover = false }: Pick<Budget, 'minor' | 'rollover'>,
  periods: readonly Period[],
  spentMinors: ArrayLike<number>,
): readonly KeptPeriod[] {
  assert(periods.length === spentMinors.length, 'One sum for each period')
  let carriedMinor = 0
  return periods.map((period, at) => {
    const spentMinor = spentMinors[at] ?? 0
    const availableMinor = minor + carriedMinor
    const leftMinor = availableMinor - spentMinor
    assert(Number.isSafeInteger(leftMinor), `Not whole: ${leftMinor}`)
    const kept: KeptPeriod = {
      period,
      givenMinor: minor,
      carriedMinor,
      availableMinor,
      spentMinor,
      leftMinor,
      overMinor: Math.max(0, -leftMinor),
      usedBasisPoints: shareOf(spentMinor, availableMinor),
    }
    carriedMinor = rollover ? leftMinor : 0
    return kept
  })
}

/** How far a period is, and how far its budget. */
export type Pace = {
  readonly daysLeft: number
  /** What would be spent by now if it went evenly, rounded half away from zero. */
  readonly evenMinor: number
  /** Spent above that; negative for below. */
  readonly aheadMinor: number
  /** What it comes to by the end if it goes on as it did so far, rounded half away from zero. */
  readonly projectedMinor: number
  /** What may be spent on each day that is left, today among them, rounded down; 0 where nothing is left. */
  readonly perDayMinor: number
  /** `over`: more than available is spent. `fast`: more would be by the end, by over a tenth. `even`: within a tenth of it. */
  readonly state: 'over' | 'fast' | 'even' | 'slow'
}

/** Days so few say nothing about the rest. */
const leastDays = 3
const closeTo = 0.1

/** The pace of a period that a day is in, that day over. Throws for a day outside. */
export function paceOf(
  { period, availableMinor, spentMinor, leftMinor }: KeptPeriod,
  today: LocalDate,
): Pace {
  assert(
    period.from <= today && today <= period.to,
    `${today} is not from ${period.from} to ${period.to}`,
  )
  const days = daysIn(period)
  const left = daysLeft(period, today)
  const past = days - left + 1
  const evenMinor = roundMinor((availableMinor * past) / days)
  const projectedMinor = roundMinor((spentMinor * days) / past)
  return {
    daysLeft: left,
    evenMinor,
    aheadMinor: spentMinor - evenMinor,
    projectedMinor,
    perDayMinor: Math.max(0, Math.floor(leftMinor / left)),
    state: stateOf(leftMinor, projectedMinor, availableMinor, past),
  }
}

function stateOf(
  leftMinor: number,
  projectedMinor: number,
  availableMinor: number,
  past: number,
): Pace['state'] {
  if (leftMinor < 0) return 'over'
  if (past < leastDays) return 'even'
  const off = projectedMinor - availableMinor
  if (Math.abs(off) <= availableMinor * closeTo) return 'even'
  return off > 0 ? 'fast' : 'slow'
}

/** How periods that are over were kept. */
export type Keeping = {
  readonly periods: number
  readonly kept: number
  readonly over: number
  /** Kept in parts of ten thousand, rounded half up; `undefined` of none. */
  readonly keptBasisPoints: number | undefined
  /** Of those that were over, by how much on average (rounded half up) and at most. */
  readonly meanOverMinor: number
  readonly mostOverMinor: number
  /** Kept in a row up to the last one. */
  readonly streak: number
}

/** How often a budget was kept and by how much it was over, in the periods that ended before `today`. */
export function keepingOf(
  periods: readonly KeptPeriod[],
  today: LocalDate,
): Keeping {
  const past = periods.filter(({ period }) => period.to < today)
  const overs = past
    .map(({ overMinor }) => overMinor)
    .filter(overMinor => overMinor > 0)
  const lastOver = past.findLastIndex(({ overMinor }) => overMinor > 0)
  const sum = overs.reduce((all, minor) => all + minor, 0)
  return {
    periods: past.length,
    kept: past.length - overs.length,
    over: overs.length,
    keptBasisPoints: shareOf(past.length - overs.length, past.length),
    meanOverMinor: overs.length === 0 ? 0 : roundMinor(sum / overs.length),
    mostOverMinor: Math.max(0, ...overs),
    streak: past.length - 1 - lastOver,
  }
}

export type Suggestion =
  | {
      readonly outcome: 'too-little-data'
      readonly has: number
      readonly needs: number
    }
  | {
      readonly outcome: 'suggested'
      /** The median, rounded half away from zero. */
      readonly minor: number
      /** Of so many periods. */
      readonly of: number
    }

/** Of two periods neither is usual. */
const leastSuggesting = 3
const mostSuggesting = 6

/** A budget from what was spent in periods that are over, oldest first: the median of the last six, for a month with a repair in it is not the rule. */
export function suggestBudget(spentMinors: readonly number[]): Suggestion {
  const last = spentMinors.slice(-mostSuggesting)
  if (last.length < leastSuggesting) {
    return {
      outcome: 'too-little-data',
      has: last.length,
      needs: leastSuggesting,
    }
  }
  return {
    outcome: 'suggested',
    minor: Math.max(0, roundMinor(median(last))),
    of: last.length,
  }
}
