import { expect, test } from 'vitest'
import { spentByBranch } from './spent-by-branch.ts'

const categories = [
  { _id: 'cat_home' },
  { _id: 'cat_rent', parent: 'cat_home' },
  { _id: 'cat_food' },
].map(fields => ({
  kind: 'category' as const,
  v: 1,
  name: fields._id,
  type: 'expense' as const,
  ...fields,
}))

test('what was spent below a category counts for it, and no minor unit is lost', () => {
  expect(
    spentByBranch(
      [
        { category: 'cat_rent', expenseMinor: 840 },
        { category: 'cat_food', expenseMinor: 500 },
        { category: undefined, expenseMinor: 20 },
        { category: 'cat_home', expenseMinor: -40 },
      ],
      categories,
    ),
  ).toEqual([
    { category: 'cat_home', expenseMinor: 800 },
    { category: 'cat_food', expenseMinor: 500 },
    { category: undefined, expenseMinor: 20 },
  ])
})
