import { dayNumber, fromDayNumber } from '../calendar/day-number.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { DateRange } from '../calendar/period.ts'
import {
  periodOf,
  periodsIn,
  type Counting,
  type Period,
} from '../calendar/periods.ts'
import { categoryTree, type Category } from '../category/tree.ts'
import { derivedId } from '../sync/ids.ts'
import type { DocOf } from '../sync/kinds.ts'
import type { TransactionFilter } from '../transaction/filter.ts'

export type Budget = DocOf<'budget'>

type Scope = Pick<Budget, 'category' | 'categories' | 'member'>

/** The ids of categories that a budget names; none where it is for all spending. */
export function categoriesOf({
  category,
  categories = [],
}: Pick<Budget, 'category' | 'categories'>): readonly string[] {
  return category === undefined ? categories : [category, ...categories]
}

/** The transactions that a budget counts in a period: their total is what is spent of it. */
export function budgetFilter(
  budget: Scope,
  { from, to }: DateRange,
): TransactionFilter {
  return {
    types: ['expense'],
    categories: categoriesOf(budget),
    members: budget.member === undefined ? [] : [budget.member],
    from,
    to,
  }
}

/**
 * The ids of categories whose spending counts for a budget, what stands below
 * them with them; `undefined` where all spending does, uncategorised too.
 */
export function budgetCategories(
  scope: Scope,
  all: readonly Category[],
): ReadonlySet<string> | undefined {
  const named = categoriesOf(scope)
  if (named.length === 0) return undefined
  const ids = new Set(named)
  for (const { category, children } of categoryTree(all)) {
    if (!ids.has(category._id)) continue
    for (const { _id } of children) ids.add(_id)
  }
  return ids
}

/** A part of an expense: see `partsOf`. */
export type SpentPart = {
  readonly category?: string | undefined
  readonly member?: string | undefined
}

/** Whether a part of an expense counts for a budget: of its categories, and paid by its member where it is not shared. */
export function countsFor(
  { member }: Scope,
  categories: ReadonlySet<string> | undefined,
  part: SpentPart,
): boolean {
  return (
    (member === undefined || part.member === member) &&
    (categories === undefined || categories.has(part.category ?? ''))
  )
}

type Span = Pick<Budget, 'period' | 'from' | 'until'>

/** Whether a budget is in effect on some day of a period. */
export function isInEffect(
  { from, until }: Pick<Budget, 'from' | 'until'>,
  period: DateRange,
): boolean {
  return (
    (from === undefined || from <= period.to) &&
    (until === undefined || until >= period.from)
  )
}

/**
 * The whole periods of a budget up to the one that a day is in: from its first
 * day on, or from `otherwise` (the first record of the book) where it has none,
 * and not beyond its last. None before it begins.
 */
export function budgetPeriods(
  { period, from, until }: Span,
  otherwise: LocalDate,
  today: LocalDate,
  counting: Counting,
): readonly Period[] {
  const first = from ?? otherwise
  const last = until !== undefined && until < today ? until : today
  if (first > last) return []
  return periodsIn({ from: first, to: last }, period, counting)
}

/** A budget as it can be made again for a period, under an id that every device gives it: two that copy make one. */
export type CopiedBudget = Pick<
  Budget,
  | '_id'
  | 'name'
  | 'category'
  | 'categories'
  | 'member'
  | 'period'
  | 'minor'
  | 'currency'
  | 'rollover'
  | 'from'
  | 'until'
>

/**
 * Budgets of the period before that ended with it, made again for the period
 * that a day is in, from its first day to its last. What goes on by itself and
 * what is there already is not copied.
 */
export function copyBudgets(
  budgets: readonly Budget[],
  date: LocalDate,
  counting: Counting,
): readonly CopiedBudget[] {
  return budgets.flatMap(budget => {
    const { from, to } = periodOf(date, budget.period, counting)
    const lastDay = fromDayNumber(dayNumber(from) - 1)
    const before = periodOf(lastDay, budget.period, counting)
    const hadAny = isInEffect(budget, before)
    const goesOn = isInEffect(budget, { from, to })
    const isThere = budgets.some(
      other =>
        isInEffect(other, { from, to }) &&
        other.period === budget.period &&
        scopeText(other) === scopeText(budget),
    )
    if (!hadAny || goesOn || isThere) return []
    const { name, category, categories, member, period } = budget
    const { minor, currency, rollover } = budget
    const _id = derivedId('budget', 'copy', budget._id, from)
    const scope = { name, category, categories, member }
    return [
      { _id, ...scope, period, minor, currency, rollover, from, until: to },
    ]
  })
}

/**
 * Budgets that follow one another: for the same spending, by the same unit and
 * in the same currency, the earliest first. Those that were copied from period
 * to period are one.
 */
export function inSuccession(
  budgets: readonly Budget[],
): readonly (readonly Budget[])[] {
  const all = new Map<string, Budget[]>()
  for (const budget of budgets) {
    const key = `${budget.period} ${budget.currency} ${scopeText(budget)}`
    const same = all.get(key)
    if (same === undefined) all.set(key, [budget])
    else same.push(budget)
  }
  return [...all.values()].map(same =>
    same.toSorted(
      (a, b) =>
        (a.from ?? '').localeCompare(b.from ?? '') || (a._id < b._id ? -1 : 1),
    ),
  )
}

function scopeText({ category, categories = [], member }: Scope): string {
  const named = category === undefined ? categories : [category, ...categories]
  return [member ?? '', ...new Set(named.toSorted())].join(' ')
}
