import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import type { MissingRates } from '@ourmoney/shared/report/base-totals.ts'
import type { SettleUp } from '@ourmoney/shared/report/settle-up.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { TransactionType } from '@ourmoney/shared/transaction/transaction.ts'
import type { TransactionRow } from './transactions.ts'

/** What sums are told apart by: of a split transaction each part by its own category and member. */
export type Grouping = 'category' | 'payee' | 'member' | 'account'

/**
 * Income and expenses of some spans of days, and of each group in them. The
 * filter's own dates are left aside.
 */
export type SumsQuery = {
  readonly view: 'sums'
  readonly filter: TransactionFilter
  /** In any order; days may be in several of them, or in none. */
  readonly spans: readonly DateRange[]
  readonly by?: Grouping | undefined
  /** Only amounts in that currency, as they are; else all in the ledger's. */
  readonly currency?: string | undefined
  /** So many groups at most, those that move the most money; the rest as one. */
  readonly most?: number | undefined
}

/** In columns: a number of a span stands where its group stands in `groups`. */
export type SumsAnswer = {
  readonly currency: string
  readonly groups: readonly SumGroup[]
  readonly spans: readonly SpanSums[]
}

/** With neither: what has no such thing. */
export type SumGroup = {
  /** Of a category, payee, member or account. */
  readonly id?: string | undefined
  /** Of transactions without a payee, which go by what they are called. */
  readonly description?: string | undefined
  /** How many groups it stands for, where it is the rest. */
  readonly rest?: number | undefined
}

export type SpanSums = DateRange & {
  readonly incomeMinor: number
  /** Refunds make it less. */
  readonly expenseMinor: number
  /** Transactions, transfers and those without a rate among them. */
  readonly count: number
  /** What the sums leave out for want of a rate. */
  readonly missing: readonly MissingRates[]
  readonly income: readonly number[]
  readonly expense: readonly number[]
  /** Transactions of a group that count. */
  readonly counts: readonly number[]
}

/** The transactions of a type that came to the most, the largest first. The filter's own dates are left aside. */
export type LargestQuery = {
  readonly view: 'largest'
  readonly filter: TransactionFilter
  readonly span: DateRange
  readonly type: Exclude<TransactionType, 'transfer'>
  readonly currency?: string | undefined
  readonly most: number
}

export type LargestAnswer = DateRange & {
  readonly currency: string
  readonly rows: readonly {
    readonly row: TransactionRow
    /** What of it the filter counts, in the answer's currency. */
    readonly minor: number
  }[]
  /** Of everything that the filter finds, not of these rows alone. */
  readonly totalMinor: number
  readonly count: number
  readonly missing: readonly MissingRates[]
}

/** Who paid for whom in some spans of days, and what makes it even. The filter's own dates are left aside. */
export type SettleUpQuery = {
  readonly view: 'settleUp'
  readonly filter: TransactionFilter
  readonly spans: readonly DateRange[]
  /** Only amounts in that currency, as they are; else all in the ledger's. */
  readonly currency?: string | undefined
}

export type SettleUpAnswer = {
  readonly currency: string
  readonly spans: readonly SpanSettleUp[]
}

export type SpanSettleUp = DateRange &
  SettleUp & {
    /** Expenses, those without a rate among them. */
    readonly count: number
    readonly missing: readonly MissingRates[]
  }

/** What was in each account at the end of some days. */
export type BalancesOverQuery = {
  readonly view: 'balancesOver'
  readonly dates: readonly string[]
  /** Of these only. */
  readonly accounts?: readonly string[] | undefined
}

export type BalancesOverAnswer = {
  /** The ledger's currency. */
  readonly base: string
  readonly dates: readonly string[]
  /** In the order of the ledger. */
  readonly accounts: readonly {
    readonly id: string
    /** In its own currency, day by day; `null` before it was opened. */
    readonly minor: readonly (number | null)[]
    /** In the ledger's; `null` where no rate of that day leads there. */
    readonly baseMinor: readonly (number | null)[]
  }[]
  /** Of all these accounts in the ledger's currency. */
  readonly totals: readonly number[]
  /** Accounts that some day's total leaves out for want of a rate. */
  readonly missing: readonly string[]
}
