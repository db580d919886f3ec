import type { LocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import type { MissingRates } from '@ourmoney/shared/report/base-totals.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import type { TransactionRow } from '../../../views/transactions.ts'
import type { Book } from '../book.ts'
import type { Found } from '../finding.ts'
import {
  branchesOf,
  spendingColumns,
  type SpendingColumns,
} from '../news/spending-columns.ts'
import { rowAt } from '../rows.ts'
import { Counted, LeftOut } from './counted.ts'
import { inSpan } from './in-span.ts'

const expense = transactionTypes.indexOf('expense')

export type SpendingQuery = {
  readonly filter: TransactionFilter
  /** Those that it is about. */
  readonly days: DateRange
  /** The last day that counts; all before it do. */
  readonly last: LocalDate
  readonly currency?: string | undefined
}

/** Expenses that a filter has found, oldest first, with what their numbers stand for. */
export type Spending = SpendingColumns & {
  readonly currency: string
  /** Numbers of what stands at the top of the tree. */
  readonly branch: readonly number[]
  readonly branchOf: (category: string | undefined) => number
  /** Nothing where there is no category. */
  readonly idOf: (category: number) => string | undefined
  readonly rowAt: (place: number) => TransactionRow
  /** Of the days that it is about: expenses, and what is left out for want of a rate. */
  readonly count: number
  readonly missing: readonly MissingRates[]
}

export function spendingOf(
  book: Book,
  { places, named }: Pick<Found, 'places' | 'named'>,
  { days, last, currency }: SpendingQuery,
): Spending {
  const { columns } = book
  const until = inSpan(columns, places, { from: '0001-01-01', to: last })
  const spending = spendingColumns(book, { places: until, named, currency })
  const top = branchesOf(book)
  const counted = new Counted(columns, named, currency)
  const leftOut = new LeftOut(columns)
  let count = 0
  for (const at of inSpan(columns, places, days)) {
    if (columns.type[at] !== expense || !counted.isMeant(at)) continue
    if (counted.isLacking(at)) leftOut.add(at)
    else count += 1
  }
  return {
    ...spending,
    currency: counted.currency,
    branch: spending.category.map(top),
    branchOf: id => top(id === undefined ? 0 : columns.references.numberOf(id)),
    idOf: number => columns.idOf(number),
    rowAt: place => rowAt(book, spending.at[place] ?? 0, named),
    count,
    missing: leftOut.missing(),
  }
}
