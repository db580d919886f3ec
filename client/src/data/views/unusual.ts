import type { LocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import type { Period } from '@ourmoney/shared/calendar/periods.ts'
import type { MissingRates } from '@ourmoney/shared/report/base-totals.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { SumGroup } from './reports.ts'
import type { TransactionRow } from './transactions.ts'

/** What of the spending of a period is unusual beside earlier ones. The filter's own dates are left aside. */
export type UnusualQuery = {
  readonly view: 'unusual'
  readonly filter: TransactionFilter
  readonly period: Period
  /** Those of the period that count. */
  readonly days: DateRange
  readonly today: LocalDate
  /** 1 (Monday) to 7. */
  readonly weekStart: number
  readonly currency?: string | undefined
}

export type UnusualAnswer = DateRange & {
  readonly currency: string
  /** Expenses that were looked at. */
  readonly count: number
  /** The farthest from the usual first. */
  readonly expenses: readonly UnusualExpense[]
  readonly categories: readonly UnusualSum[]
  readonly payees: readonly UnusualSum[]
  readonly missing: readonly MissingRates[]
}

type Score = {
  readonly minor: number
  readonly usualMinor: number
  /** Deviations from the usual; beyond ±3.5 it is unusual. */
  readonly score: number
  /** Beside the same time of earlier years. */
  readonly isSeasonal: boolean
}

/** One that is far more than others of its payee or category; of what is split a part. */
export type UnusualExpense = Score & {
  readonly row: TransactionRow
  /** Of the part. */
  readonly category: string | undefined
  readonly beside: 'payee' | 'category'
}

/** What a category or payee came to in the period, far from what it came to before. */
export type UnusualSum = Score & {
  readonly group: SumGroup
  /** Between these it would not be unusual. */
  readonly lowMinor: number
  readonly highMinor: number
}
