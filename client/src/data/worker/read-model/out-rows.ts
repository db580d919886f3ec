import { fromDayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import {
  transactionTypes,
  type TransactionType,
} from '@ourmoney/shared/transaction/transaction.ts'
import type { Book } from './book.ts'
import type { NamedParts } from './named-parts.ts'

/** A transaction, or one part of a split one, with names in place of ids. */
export type OutRow = {
  readonly id: string
  /** Which part it is, counted from 0; absent for a whole. */
  readonly part?: number | undefined
  readonly date: string
  readonly type: TransactionType
  readonly description: string
  /** As its account sees it: less than 0 went out. */
  readonly minor: number
  readonly currency: string
  readonly account: string
  readonly accountId?: string | undefined
  /** Of a transfer: where it arrives, and what does. */
  readonly arrival?:
    | {
        readonly account: string
        readonly accountId?: string | undefined
        readonly minor: number
        readonly currency: string
      }
    | undefined
  /** `Home:Rent` is Rent below Home. */
  readonly category: string
  readonly payee: string
  readonly member: string
  readonly tags: readonly string[]
}

/**
 * Rows of these places. Of a split transaction each part is one, those that a
 * filter does not name left out, so that rows sum to what totals say.
 */
export function outRows(
  book: Book,
  places: readonly number[],
  named: NamedParts | undefined,
): readonly OutRow[] {
  const { columns } = book
  const names = namesOf(book)
  const nameOf = (reference: number | undefined) =>
    names.get(columns.idOf(reference) ?? '')?.name ?? ''
  return places.flatMap((at): OutRow | OutRow[] => {
    const type = transactionTypes[columns.type[at] ?? 0] ?? 'expense'
    const sign = type === 'income' ? 1 : -1
    const currency = columns.currencies.textOf(columns.currency[at] ?? 0)
    const minor = columns.minor[at] ?? 0
    const target = names.get(columns.idOf(columns.toAccount[at]) ?? '')
    const row: OutRow = {
      id: columns.ids[at] ?? '',
      date: fromDayNumber(columns.day[at] ?? 0),
      type,
      description: columns.descriptions.textOf(columns.description[at] ?? 0),
      minor: withSign(minor, sign),
      currency,
      account: nameOf(columns.account[at]),
      accountId: columns.idOf(columns.account[at]),
      ...(type === 'transfer' && {
        arrival: {
          account: target?.name ?? '',
          accountId: columns.idOf(columns.toAccount[at]),
          minor: columns.arrives.get(at) ?? minor,
          currency:
            (columns.arrives.has(at) ? target?.currency : currency) ?? currency,
        },
      }),
      category: nameOf(columns.category[at]),
      payee: nameOf(columns.payee[at]),
      member: nameOf(columns.member[at]),
      tags: columns.tags.get(at) ?? [],
    }
    const parts = columns.parts.of(at)
    if (parts.length === 0 || type === 'transfer') return row
    const first = columns.parts.start[at] ?? 0
    return parts.flatMap((part, index) =>
      named?.namesPart(first + index, at) === false
        ? []
        : {
            ...row,
            part: index,
            minor: withSign(part.minor, sign),
            category: nameOf(part.category),
            member: nameOf(part.member) || row.member,
          },
    )
  })
}

/** Never -0, which would be written as such. */
function withSign(minor: number, sign: number): number {
  return minor === 0 ? 0 : minor * sign
}

type Name = { readonly name: string; readonly currency?: string | undefined }

function namesOf(book: Book): ReadonlyMap<string, Name> {
  const categories = new Map(
    book.docs('category').map(doc => [doc._id, doc] as const),
  )
  const names = new Map<string, Name>()
  for (const doc of book.docs('account')) names.set(doc._id, doc)
  for (const doc of [...book.docs('payee'), ...book.docs('member')]) {
    names.set(doc._id, { name: doc.name })
  }
  const merged = book.mergedIds()
  for (const [id, { name, parent = '' }] of categories) {
    const above = categories.get(merged.get(parent) ?? parent)?.name
    names.set(id, { name: above === undefined ? name : `${above}:${name}` })
  }
  return names
}
