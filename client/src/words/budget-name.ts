import type { TFunction } from 'i18next'
import { categoriesOf, type Budget } from '@ourmoney/shared/budget/budget.ts'
import type { LookupsAnswer } from '../data/views/names.ts'

/** What a budget is called: by its own name, else after its categories and whose it is. */
export function budgetName(
  budget: Budget,
  { categories, members }: Pick<LookupsAnswer, 'categories' | 'members'>,
  t: TFunction,
): string {
  const member = members.find(({ _id }) => _id === budget.member)?.name
  const name = budget.name || afterCategories(budget, categories, t)
  return member === undefined ? name : t('budgets.ofMember', { name, member })
}

function afterCategories(
  budget: Budget,
  categories: LookupsAnswer['categories'],
  t: TFunction,
): string {
  const [first, ...others] = categoriesOf(budget)
  if (first === undefined) return t('budgets.all')
  const name =
    categories.find(({ _id }) => _id === first)?.name ?? t('common.unknown')
  return others.length === 0
    ? name
    : t('budgets.group', { name, count: others.length })
}
