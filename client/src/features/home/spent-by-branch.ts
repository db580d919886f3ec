import { categoryTree, type Category } from '@ourmoney/shared/category/tree.ts'

type Spent = {
  readonly category: string | undefined
  readonly expenseMinor: number
}

/** Spending by category, each with what is below it; the most first. */
export function spentByBranch(
  spent: readonly Spent[],
  categories: readonly Category[],
): readonly Spent[] {
  const above = new Map(
    categoryTree(categories).flatMap(({ category, children }) =>
      children.map(child => [child._id, category._id]),
    ),
  )
  const sums = new Map<string | undefined, number>()
  for (const { category, expenseMinor } of spent) {
    const top = above.get(category ?? '') ?? category
    sums.set(top, (sums.get(top) ?? 0) + expenseMinor)
  }
  return [...sums]
    .map(([category, expenseMinor]) => ({ category, expenseMinor }))
    .sort((a, b) => b.expenseMinor - a.expenseMinor)
}
