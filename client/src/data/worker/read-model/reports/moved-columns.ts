import type { Account } from '@ourmoney/shared/account/account.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import { placesByReference } from '../account-answers.ts'
import type { Book } from '../book.ts'
import { lacksRate } from '../columns.ts'
import { Groups } from './groups.ts'

const income = transactionTypes.indexOf('income')
const transfer = transactionTypes.indexOf('transfer')

/** What came in and went out of accounts. */
export type MovedColumns = {
  readonly day: readonly number[]
  /** With its sign, in the ledger's currency. */
  readonly minor: readonly number[]
  /** From whom or for what; 0 for what is only moved. */
  readonly key: readonly number[]
}

/** Up to a day; what stays among these accounts moves nothing, and what has no rate is left out. */
export function movedColumns(
  book: Book,
  accounts: readonly Account[],
  last: number,
): MovedColumns {
  const { columns } = book
  const placeOf = placesByReference(columns, accounts)
  const payees = new Groups(book, 'payee')
  const day: number[] = []
  const minor: number[] = []
  const key: number[] = []
  for (const at of book.all()) {
    const on = columns.day[at] ?? 0
    if (on > last || ((columns.flags[at] ?? 0) & lacksRate) !== 0) continue
    const isLeft = (placeOf[columns.account[at] ?? 0] ?? -1) >= 0
    const isEntered = (placeOf[columns.toAccount[at] ?? 0] ?? -1) >= 0
    const type = columns.type[at]
    const amount = columns.baseMinor[at] ?? 0
    if (type === transfer) {
      if (isLeft === isEntered) continue
      day.push(on)
      minor.push(isEntered ? amount : -amount)
      key.push(0)
    } else if (isLeft) {
      day.push(on)
      minor.push(type === income ? amount : -amount)
      key.push(payees.ofRow(at) + 1)
    }
  }
  return { day, minor, key }
}
