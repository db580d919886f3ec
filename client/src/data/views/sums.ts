import type { BaseTotals } from '@ourmoney/shared/report/base-totals.ts'

/** Sums per currency over everything that the filter matches, transfers left out; refunds reduce `expense`. */
export type Totals = readonly {
  readonly currency: string
  readonly incomeMinor: number
  readonly expenseMinor: number
  readonly count: number
}[]

/** Income and expenses by month, the last `count` months up to and with `until`. */
export type MonthsQuery = {
  readonly view: 'months'
  readonly until: string
  readonly count: number
}

export type MonthsAnswer = {
  readonly months: readonly {
    readonly month: string
    readonly totals: Totals
    /** All of it in the ledger's currency. */
    readonly base: BaseTotals
    readonly byCategory: readonly {
      readonly category: string | undefined
      readonly currency: string
      readonly expenseMinor: number
    }[]
    /** The same in the ledger's currency, without what lacks a rate. */
    readonly baseByCategory: readonly {
      readonly category: string | undefined
      readonly expenseMinor: number
    }[]
  }[]
}
