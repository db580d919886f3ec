import {
  dayNumber,
  fromDayNumber,
} from '@ourmoney/shared/calendar/day-number.ts'
import { inTreeOrder } from '@ourmoney/shared/category/tree.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import type { LookupsAnswer } from '../../views/names.ts'
import type { Book } from './book.ts'

export type Lookups = Omit<LookupsAnswer, 'me' | 'device'>

/** Everything but transactions, in the order that it is shown in. */
export function makeLookups(book: Book): Lookups {
  const merged = book.mergedIds()
  const isStanding = ({ _id }: Doc) => !merged.has(_id)
  return {
    ledger: book.docs('ledger')[0],
    members: byName(book.docs('member')),
    accounts: byOrder(book.docs('account').filter(isStanding)),
    categories: inTreeOrder(book.docs('category').filter(isStanding)),
    payees: byName(book.docs('payee').filter(isStanding)),
    merged: Object.fromEntries(merged),
    savedFilters: byName(book.docs('savedFilter')),
    templates: byName(book.docs('template')),
    tags: [...new Set([...book.columns.tags.values()].flat())].sort(),
    currencies: currenciesOf(book),
    years: yearsOf(book),
    recurring: book
      .docs('recurring')
      .filter(({ declined, stopped }) => !declined && stopped === undefined)
      .length,
    isEmpty: book.all().length === 0,
  }
}

function yearsOf(book: Book): readonly string[] {
  const { day } = book.columns
  const all = book.all()
  const years: string[] = []
  for (let at = 0; at < all.length;) {
    const year = fromDayNumber(day[all[at] ?? 0] ?? 0).slice(0, 4)
    years.push(year)
    at = book.firstBefore(dayNumber(`${year}-01-01`))
  }
  return years
}

function currenciesOf(book: Book): readonly string[] {
  const { currencies, base } = book.columns
  const codes = new Set(book.docs('account').map(each => each.currency))
  for (const code of currencies.used()) codes.add(code)
  if (base !== '') codes.add(base)
  return [...codes].sort()
}

function byName<Named extends { readonly name: string }>(
  docs: readonly Named[],
): readonly Named[] {
  return docs.toSorted((a, b) => a.name.localeCompare(b.name))
}

function byOrder<
  Ordered extends {
    readonly name: string
    readonly order?: number | undefined
  },
>(docs: readonly Ordered[]): readonly Ordered[] {
  return docs.toSorted(
    (a, b) =>
      (a.order ?? 1e9) - (b.order ?? 1e9) || a.name.localeCompare(b.name),
  )
}
