import { expect, test } from 'vitest'
import { aTransactionDoc } from '../../testing/docs.ts'
import { recategorise } from './recategorise.ts'

const split = aTransactionDoc({
  splits: [
    { minor: 20, category: 'cat_food', note: 'n' },
    { minor: 100, category: 'cat_home' },
  ],
})

test('a category is given to what is not split', () => {
  const doc = aTransactionDoc({ category: 'cat_food' })
  expect(recategorise(doc, 'cat_fun0', 'leave')).toEqual({
    category: 'cat_fun0',
  })
  expect(recategorise(doc, undefined, 'change')).toEqual({})
})

test('a split one stays, or all its parts get the category and keep the rest', () => {
  expect(recategorise(split, 'cat_fun0', 'leave')).toEqual({})
  expect(recategorise(split, 'cat_fun0', 'change')).toEqual({
    splits: [
      { minor: 20, category: 'cat_fun0', note: 'n' },
      { minor: 100, category: 'cat_fun0' },
    ],
  })
})

test('a transfer gets none', () => {
  expect(
    recategorise(aTransactionDoc({ type: 'transfer' }), 'cat_a', 'change'),
  ).toEqual({})
})
