import type { TransactionDoc } from '../sync/kinds.ts'
import type { Account } from './account.ts'

/** What a statement says was in an account at the end of a day, and what the ledger has by then of what is ticked. */
type Compared = {
  readonly date: string
  readonly minor: number
  readonly clearedMinor: number
}

type Correction = Pick<
  TransactionDoc,
  'type' | 'minor' | 'currency' | 'date' | 'account' | 'ticked'
>

/**
 * The transaction that makes up for what nobody can explain: on the day of the
 * statement, and ticked, so that both agree. Nothing where they do.
 */
export function correctionOf(
  { _id, currency }: Pick<Account, '_id' | 'currency'>,
  { date, minor, clearedMinor }: Compared,
): Correction | undefined {
  const difference = minor - clearedMinor
  if (difference === 0) return undefined
  return {
    type: difference > 0 ? 'income' : 'expense',
    minor: Math.abs(difference),
    currency,
    date,
    account: _id,
    ticked: [_id],
  }
}
