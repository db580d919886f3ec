import type { TransactionOrder } from '@ourmoney/shared/transaction/order.ts'
import type { Mark } from '@ourmoney/shared/account/marks.ts'
import type {
  BaseTotals,
  MissingRates,
} from '@ourmoney/shared/report/base-totals.ts'
import type { RecordState } from '@ourmoney/shared/sync/record-state.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { TransactionType } from '@ourmoney/shared/transaction/transaction.ts'
import type { Totals } from './sums.ts'

export type TransactionRow = {
  readonly id: string
  readonly type: TransactionType
  readonly description: string
  readonly minor: number
  readonly currency: string
  readonly date: string
  readonly account?: string | undefined
  readonly toAccount?: string | undefined
  readonly category?: string | undefined
  readonly member?: string | undefined
  readonly payee?: string | undefined
  readonly tags: readonly string[]
  readonly hasNotes: boolean
  /** A photo or PDF. */
  readonly hasReceipt: boolean
  /** What a transfer brings in, in the currency of the account that it enters, where that is another. */
  readonly toMinor?: number | undefined
  /** Of a split one, in their order. */
  readonly parts: readonly {
    readonly category?: string | undefined
    readonly member?: string | undefined
    readonly minor: number
  }[]
  /** What the filter counts of it, where it names some of its parts only. */
  readonly countedMinor?: number | undefined
  /** A statement was reconciled with it: it changes only after a warning. */
  readonly isLocked: boolean
  /** Where the query names an account. */
  readonly side?: AccountSide | undefined
  /** In the ledger's currency, where the amount is in another and a rate was kept. */
  readonly baseMinor?: number | undefined
  /** Sums in the ledger's currency leave it out. */
  readonly lacksRate: boolean
  /** `undefined` in a ledger that was never connected. */
  readonly sync?: RecordState | undefined
}

/** A transaction as its account sees it, in the account's currency. */
export type AccountSide = {
  readonly currency: string
  /** More than 0 came in; `undefined` where no rate leads to that currency. */
  readonly minor: number | undefined
  /** What is in the account after it, and after all that is older. */
  readonly balanceMinor: number
  readonly mark: Mark
}

/** One day of the list: where its rows start and how many there are. */
export type DaySpan = {
  /** Days since 1970-01-01: a list has thousands, of which few are shown. */
  readonly day: number
  readonly start: number
  readonly count: number
  /** In the ledger's base currency, as the day's rows that were found say. */
  readonly incomeMinor: number
  readonly expenseMinor: number
  /** Of its rows what these sums leave out; absent when they are whole. */
  readonly missing?: readonly MissingRates[] | undefined
}

export type TransactionsQuery = {
  readonly view: 'transactions'
  readonly filter: TransactionFilter
  readonly order: TransactionOrder
  /** Whose side of them the rows show, with a running balance. */
  readonly account?: string | undefined
  /** As the book stood at the end of that day. */
  readonly asOf?: string | undefined
  /** The window of rows: `[from, to)`. */
  readonly from: number
  readonly to: number
}

export type TransactionsAnswer = {
  /** Grows with every change of the ledger. */
  readonly version: number
  readonly count: number
  readonly from: number
  readonly rows: readonly TransactionRow[]
  readonly totals: Totals
  /** All of it in the ledger's currency. */
  readonly base: BaseTotals
  /** Only in the order by date. */
  readonly days: readonly DaySpan[]
}

/** Pairs of transactions that look like one transfer, newest first. */
export type PairsQuery = {
  readonly view: 'pairs'
  /** The one that this transaction is in. */
  readonly of?: string | undefined
  readonly most: number
}

export type PairsAnswer = {
  readonly count: number
  readonly pairs: readonly {
    readonly out: TransactionRow
    readonly into: TransactionRow
  }[]
}
