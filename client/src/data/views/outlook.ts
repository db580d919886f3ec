import type { LocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import type { Period } from '@ourmoney/shared/calendar/periods.ts'
import type { BalanceForecast } from '@ourmoney/shared/report/balance-forecast.ts'
import type { MissingRates } from '@ourmoney/shared/report/base-totals.ts'
import type { PeriodEnd } from '@ourmoney/shared/report/period-end.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'

/** What spending will come to by the end of a period, and balances ahead. The filter's own dates are left aside. */
export type OutlookQuery = {
  readonly view: 'outlook'
  readonly filter: TransactionFilter
  readonly period: Period
  readonly today: LocalDate
  /** 1 (Monday) to 7. */
  readonly weekStart: number
  /** Months ahead. */
  readonly months: number
}

export type OutlookAnswer = {
  readonly currency: string
  /** Those of the period that count. */
  readonly days: DateRange
  readonly today: LocalDate
  /** Of all spending, forecast by itself. */
  readonly whole: PeriodEnd
  /** By what stands at the top of the tree, each forecast by itself; without an id what has no category. */
  readonly branches: readonly {
    readonly id: string | undefined
    readonly end: PeriodEnd
  }[]
  readonly balance: {
    /** Of the accounts that the filter names, or of all. */
    readonly nowMinor: number
    readonly forecast: BalanceForecast
    /** On this day of the months before, the oldest first, and today. */
    readonly before: readonly {
      readonly date: LocalDate
      readonly minor: number
    }[]
    /** Accounts that are left out for want of a rate. */
    readonly missing: readonly string[]
    /** There is no account to tell of. */
    readonly isNone: boolean
  }
  /** What is left out of spending for want of a rate. */
  readonly missing: readonly MissingRates[]
}
