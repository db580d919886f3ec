import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { TransactionRow } from '../../data/views/transactions.ts'
import type { Ticked } from './selection.ts'

/** Where a list stands: among all transactions, in an account, or beside a statement of it. */
export type ListPlace = {
  /** Only this account's, as it sees them. */
  readonly account?: string | undefined
  /** The day of a statement: what it may have on it is ticked off. */
  readonly statementDate?: string | undefined
}

/** Of a statement what is not reconciled yet and may be on it. */
export function filterAt(
  { account, statementDate }: ListPlace,
  filter: TransactionFilter,
): TransactionFilter {
  if (account === undefined) return filter
  const own = { ...filter, accounts: [account] }
  if (statementDate === undefined) return own
  return { ...own, marks: ['open', 'ticked'], to: statementDate }
}

/** Rows that stand on the statement, as ticked ones. */
export function foundOn(rows: readonly TransactionRow[]): Ticked {
  const ids = rows
    .filter(({ side }) => side?.mark === 'ticked')
    .map(({ id }) => id)
  return { all: false, ids: new Set(ids) }
}
