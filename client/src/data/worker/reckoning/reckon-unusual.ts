import type { LocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import type { Counting, Period } from '@ourmoney/shared/calendar/periods.ts'
import { findUnusual, type Spending } from '@ourmoney/shared/insight/unusual.ts'
import type { Anomaly } from '@ourmoney/shared/report/anomaly.ts'
import {
  findUnusualTotals,
  type UnusualTotal,
} from '@ourmoney/shared/report/unusual-totals.ts'

export type UnusualAsked = {
  /** Oldest first. */
  readonly spending: Spending
  /** By what stands at the top of the tree. */
  readonly branch: ArrayLike<number>
  readonly days: DateRange
  readonly period: Period
  readonly today: LocalDate
  readonly counting: Counting
}

export type UnusualReckoned = {
  /** By how far they are from the usual, the farthest first. */
  readonly expenses: readonly {
    /** In the columns. */
    readonly place: number
    readonly minor: number
    readonly usualMinor: number
    readonly score: number
    readonly beside: 'payee' | 'category'
    readonly isSeasonal: boolean
  }[]
  readonly categories: readonly UnusualTotal[]
  /** Without those that nobody was named for. */
  readonly payees: readonly UnusualTotal[]
}

export type ScoredAnomaly = Extract<Anomaly, { readonly outcome: 'scored' }>

/** What of some spending is unusual: single expenses, and what categories and payees came to. */
export function reckonUnusual(asked: UnusualAsked): UnusualReckoned {
  const { spending, branch, days, period, today, counting } = asked
  const { day, minor, payee } = spending
  const expenses = findUnusual(spending, days, {
    transaction: String,
    category: String,
  }).flatMap(({ told, evidence }) =>
    told.kind === 'unusual'
      ? [{ ...told, place: Number(evidence.transactions?.[0]) }]
      : [],
  )
  const totals = (key: ArrayLike<number>) =>
    findUnusualTotals({ day, minor, key }, period, today, counting)
  return {
    expenses: expenses.sort((a, b) => b.score - a.score || a.place - b.place),
    categories: totals(branch),
    payees: totals(payee).filter(({ key }) => key !== 0),
  }
}
