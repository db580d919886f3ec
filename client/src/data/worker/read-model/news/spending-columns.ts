import { categoryTree } from '@ourmoney/shared/category/tree.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import type { SumGroup } from '../../../views/reports.ts'
import type { Book } from '../book.ts'
import type { NamedParts } from '../named-parts.ts'
import { Counted } from '../reports/counted.ts'
import { Groups } from '../reports/groups.ts'

const expense = transactionTypes.indexOf('expense')

/** Expenses in one currency, oldest first; of what is split each part by itself. */
export type SpendingColumns = {
  /** Where each is in the book. */
  readonly at: readonly number[]
  readonly day: readonly number[]
  readonly minor: readonly number[]
  /** Numbers of categories and payees; 0 for none. */
  readonly category: readonly number[]
  readonly payee: readonly number[]
  /** The id of a category by its number, `none` for none. */
  readonly categoryOf: (key: number) => string
  readonly payeeOf: (key: number) => SumGroup
}

type Which = {
  /** Newest first, as the book has them. */
  readonly places: Int32Array
  readonly named?: NamedParts | undefined
  readonly currency?: string | undefined
}

/**
 * What was spent, by category and payee: without a payee by what it is called,
 * where it is called anything. A part has no payee, for the payee was paid the
 * whole.
 */
export function spendingColumns(
  book: Book,
  { places, named, currency }: Which,
): SpendingColumns {
  const { columns } = book
  const counted = new Counted(columns, named, currency)
  const payees = new Groups(book, 'payee')
  const at: number[] = []
  const day: number[] = []
  const minor: number[] = []
  const category: number[] = []
  const payee: number[] = []
  const add = (place: number, amount: number, of: number, paid: number) => {
    at.push(place)
    day.push(columns.day[place] ?? 0)
    minor.push(amount)
    category.push(columns.standing(of))
    payee.push(paid)
  }
  for (let index = places.length - 1; index >= 0; index--) {
    const place = places[index] ?? 0
    if (columns.type[place] !== expense) continue
    if (!counted.isMeant(place) || counted.isLacking(place)) continue
    const parts = counted.partsOf(place)
    if (parts.length === 0) {
      const group = payees.ofRow(place)
      const isKnown = payees.all[group]?.description !== ''
      add(
        place,
        counted.minorOf(place),
        columns.category[place] ?? 0,
        isKnown ? group + 1 : 0,
      )
    }
    for (const part of parts) {
      add(place, part.minor, columns.parts.category[part.at] ?? 0, 0)
    }
  }
  const categoryOf = (key: number) => columns.idOf(key) ?? 'none'
  const payeeOf = (key: number) => payees.all[key - 1] ?? {}
  return { at, day, minor, category, payee, categoryOf, payeeOf }
}

/** The number of the category at the top that each stands below, or is; what is no more there stands for itself. */
export function branchesOf(book: Book): (category: number) => number {
  const { references } = book.columns
  const tops = new Map(
    categoryTree(book.docs('category')).flatMap(({ category, children }) =>
      children.map(({ _id }) => [
        references.numberOf(_id),
        references.numberOf(category._id),
      ]),
    ),
  )
  return category => tops.get(category) ?? category
}
