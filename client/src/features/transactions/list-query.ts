import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { TransactionOrder } from '@ourmoney/shared/transaction/order.ts'
import type { TransactionsQuery } from '../../data/views/transactions.ts'

/** Rows are asked for by so many. */
export const block = 50

export type ListOf = {
  readonly filter: TransactionFilter
  readonly order: TransactionOrder
  readonly account?: string | undefined
}

/** What the list asks: the rows in sight and some around them. */
export function listQuery(
  asked: ListOf & { readonly from: number },
): TransactionsQuery {
  const { filter, order, account, from } = asked
  const to = from + 4 * block
  return { view: 'transactions', filter, order, account, from, to }
}
