import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Category } from '@ourmoney/shared/category/tree.ts'
import { branchesOf, type Branch } from './branches.ts'
import { sumsBy } from './some-sums.ts'

const categories = [
  ['cat_food', undefined],
  ['cat_bread', 'cat_food'],
  ['cat_fish', 'cat_food'],
  ['cat_home', undefined],
].map(([_id, parent]) => ({
  _id,
  parent,
  kind: 'category',
  v: 1,
  name: _id,
  type: 'expense',
})) as unknown as readonly Category[]

const told = ({ category, minors, counts, chosen, parts }: Branch): unknown => [
  category?._id,
  minors,
  counts,
  chosen,
  parts.map(told),
]

test('a branch is itself and what is below it, the most of the first span first', () => {
  const sums = sumsBy({
    cat_bread: [100, 40],
    cat_home: [900, 0],
    cat_food: [30, 0],
    cat_fish: [0, 0],
    none: [7, 1],
  })
  expect(branchesOf(sums, 'expense', categories, false).map(told)).toEqual([
    ['cat_home', [900, 0], [1, 0], ['cat_home'], []],
    [
      'cat_food',
      [130, 40],
      [2, 1],
      ['cat_food'],
      [
        ['cat_bread', [100, 40], [1, 1], ['cat_bread'], []],
        ['cat_food', [30, 0], [1, 0], ['cat_food.alone'], []],
      ],
    ],
    [undefined, [7, 1], [1, 1], ['none'], []],
  ])
})

test('of a filter that names categories a branch chooses what was found of it, and what is gone stands with what has none', () => {
  const sums = sumsBy({ cat_bread: [100], cat_gone: [5], none: [-8] })
  const all = branchesOf(sums, 'expense', categories, true)
  expect(all.map(({ chosen, minors }) => [chosen, minors])).toEqual([
    [['cat_bread'], [100]],
    [['cat_gone', 'none'], [-3]],
  ])
  // Nothing of it is income.
  expect(branchesOf(sums, 'income', categories, true)).toEqual([])
})

test('branches sum to the whole, and parts to their branch', () => {
  const minors = fc.array(fc.integer({ min: -900, max: 900 }), {
    minLength: 2,
    maxLength: 2,
  })
  const id = fc.constantFrom(
    'cat_food',
    'cat_bread',
    'cat_fish',
    'gone',
    'none',
  )
  const sum = (all: readonly Branch[], span: number) =>
    all.reduce((rest, each) => rest + (each.minors[span] ?? 0), 0)
  fc.assert(
    fc.property(fc.dictionary(id, minors), given => {
      const answer = sumsBy(given)
      const all = branchesOf(answer, 'expense', categories, false)
      for (const span of [0, 1]) {
        expect(sum(all, span)).toBe(answer.spans[span]?.expenseMinor ?? 0)
        for (const branch of all) {
          if (branch.parts.length === 0) continue
          expect(sum(branch.parts, span)).toBe(branch.minors[span])
        }
      }
    }),
  )
})
