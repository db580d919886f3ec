import { dayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import { newestFirst } from '@ourmoney/shared/transaction/order.ts'
import type {
  BalancesOverAnswer,
  BalancesOverQuery,
  LargestAnswer,
  LargestQuery,
  SettleUpAnswer,
  SettleUpQuery,
  SumsAnswer,
  SumsQuery,
} from '../../../views/reports.ts'
import type { Book } from '../book.ts'
import type { Finding, Found } from '../finding.ts'
import type { Lookups } from '../lookups.ts'
import { balancesOver } from './balances-over.ts'
import { largestAnswer } from './largest.ts'
import { settleUpAnswer } from './settle-up.ts'
import { movedColumns } from './moved-columns.ts'
import { sumsAnswer } from './span-sums.ts'
import { spendingOf, type Spending, type SpendingQuery } from './spending-of.ts'

type HeldQuery = {
  readonly accounts: readonly string[] | undefined
  readonly dates: readonly string[]
  /** The last day that counts. */
  readonly last: string
}

/** What the questions of a report are answered from, while a book stays as it is. */
export class Reports {
  readonly #book: Book
  readonly #finding: Finding
  readonly #lookups: () => Lookups

  constructor(book: Book, finding: Finding, lookups: () => Lookups) {
    this.#book = book
    this.#finding = finding
    this.#lookups = lookups
  }

  sums(query: SumsQuery): SumsAnswer {
    return sumsAnswer(this.#book, this.#found(query.filter), query)
  }

  largest(query: LargestQuery): LargestAnswer {
    return largestAnswer(this.#book, this.#found(query.filter), query)
  }

  settleUp(query: SettleUpQuery): SettleUpAnswer {
    return settleUpAnswer(this.#book, this.#found(query.filter), query)
  }

  balancesOver({ dates, accounts }: BalancesOverQuery): BalancesOverAnswer {
    const all = this.#lookups().accounts
    const wanted = this.#standing(accounts)
    const some =
      wanted === undefined ? all : all.filter(({ _id }) => wanted.has(_id))
    return balancesOver(this.#book, some, dates)
  }

  /** What was spent, row by row. */
  spending(query: SpendingQuery): Spending {
    return spendingOf(this.#book, this.#found(query.filter), query)
  }

  /** What moves in the accounts that are asked for, and what was in them on some days. */
  held({ accounts, dates, last }: HeldQuery) {
    const all = this.#lookups().accounts
    const wanted = this.#standing(accounts)
    const some =
      wanted === undefined ? all : all.filter(({ _id }) => wanted.has(_id))
    return {
      ...balancesOver(this.#book, some, dates),
      moved: movedColumns(this.#book, some, dayNumber(last)),
    }
  }

  /** Accounts that were merged away stand for what they became. */
  #standing(accounts: readonly string[] | undefined) {
    if (accounts === undefined || accounts.length === 0) return undefined
    const { merged } = this.#lookups()
    return new Set(accounts.map(id => merged[id] ?? id))
  }

  /** On whatever day: a report has spans of its own. */
  #found(filter: TransactionFilter): Found {
    const anyDay = {
      ...filter,
      period: undefined,
      from: undefined,
      to: undefined,
    }
    return this.#finding.find(anyDay, newestFirst)
  }
}
