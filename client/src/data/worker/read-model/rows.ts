import { fromDayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import type { TransactionRow } from '../../views/transactions.ts'
import type { AccountRows } from './account-answers.ts'
import type { Book } from './book.ts'
import { hasNotes, isLockedIn, isLockedOut, lacksRate } from './columns.ts'
import { stateOf } from './match-rows.ts'
import type { NamedParts } from './named-parts.ts'

/** A transaction as the list shows it; with what a filter names of it, and as an account sees it. */
export function rowAt(
  { columns, small, sync }: Book,
  at: number,
  named?: NamedParts,
  seenFrom?: AccountRows,
): TransactionRow {
  const side = seenFrom?.sideAt(at)
  const flags = columns.flags[at] ?? 0
  const isLacking = (flags & lacksRate) !== 0
  const currency = columns.currencies.textOf(columns.currency[at] ?? 0)
  return {
    id: columns.ids[at] ?? '',
    type: transactionTypes[columns.type[at] ?? 0] ?? 'expense',
    description: columns.descriptions.textOf(columns.description[at] ?? 0),
    minor: columns.minor[at] ?? 0,
    currency,
    date: fromDayNumber(columns.day[at] ?? 0),
    account: columns.idOf(columns.account[at]),
    toAccount: columns.idOf(columns.toAccount[at]),
    category: columns.idOf(columns.category[at]),
    member: columns.idOf(columns.member[at]),
    payee: columns.idOf(columns.payee[at]),
    tags: columns.tags.get(at) ?? [],
    hasNotes: (flags & hasNotes) !== 0,
    hasReceipt: small.withReceipt().has(columns.ids[at] ?? ''),
    parts: columns.parts.of(at).map(({ category, member, minor }) => ({
      category: columns.idOf(category),
      member: columns.idOf(member),
      minor,
    })),
    ...(columns.arrives.has(at) && { toMinor: columns.arrives.get(at) }),
    ...(named?.isLess(at) === true && { countedMinor: named.minorOf(at) }),
    isLocked: ((columns.marks[at] ?? 0) & (isLockedOut | isLockedIn)) !== 0,
    ...(side !== undefined && { side }),
    ...(columns.rates.has(at) &&
      currency !== columns.base &&
      !isLacking && { baseMinor: columns.baseMinor[at] ?? 0 }),
    lacksRate: isLacking,
    sync: stateOf(flags, sync.isConnected),
  }
}
