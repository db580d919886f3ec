import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  expectedMinorOf,
  partsOfPurchase,
  purchaseId,
  type ShoppingItem,
} from './purchase.ts'
import { readShoppingLine } from './read-line.ts'

const context = { currency: 'EUR', locale: 'pt' }

test.each([
  ['milk', { name: 'milk' }],
  [
    '  2 kg  tomates 3,50 ',
    { name: 'tomates', quantity: '2 kg', expectedMinor: 350 },
  ],
  ['3 lemons', { name: 'lemons', quantity: '3' }],
  ['1,5l leite', { name: 'leite', quantity: '1,5l' }],
  ['milk x3', { name: 'milk', quantity: '3' }],
  ['eggs 12x 2.40', { name: 'eggs', quantity: '12', expectedMinor: 240 }],
  ['Seven Up 7', { name: 'Seven Up 7' }],
  ['bread €2', { name: 'bread', expectedMinor: 200 }],
  ['cheese 4€', { name: 'cheese', expectedMinor: 400 }],
  [
    '2 garrafas vinho tinto 9,98',
    { name: 'vinho tinto', quantity: '2 garrafas', expectedMinor: 998 },
  ],
  ['7', { name: '7' }],
])('%j is read as %j', (line, read) => {
  expect(readShoppingLine(line, context)).toEqual(read)
})

test('an empty line is nothing, and no line is lost or slow', () => {
  expect(readShoppingLine('   ', context)).toBeUndefined()
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), line => {
      const read = readShoppingLine(line, context)
      expect(read === undefined).toBe(line.trim() === '')
      expect(read?.name ?? 'x').not.toBe('')
    }),
  )
})

const anItem = (fields: Partial<ShoppingItem>): ShoppingItem => ({
  _id: 'shop_0001',
  kind: 'shoppingItem',
  v: 1,
  name: 'Milk',
  ...fields,
})

test('a basket is paid for by category, by what things were expected to cost', () => {
  const basket = [
    anItem({ category: 'cat_food', expectedMinor: 300 }),
    anItem({ category: 'cat_home', expectedMinor: 100 }),
    anItem({ category: 'cat_food', expectedMinor: 200 }),
  ]
  expect(expectedMinorOf(basket)).toBe(600)
  expect(partsOfPurchase(basket, 1201)).toEqual([
    { category: 'cat_food', minor: 1001 },
    { category: 'cat_home', minor: 200 },
  ])
})

test('the parts of a purchase sum to what was paid', () => {
  const items = fc.array(
    fc.record(
      {
        category: fc.constantFrom('cat_aaaa', 'cat_bbbb', 'cat_cccc'),
        expectedMinor: fc.integer({ min: 0, max: 1_000_000 }),
      },
      { requiredKeys: [] },
    ),
    { minLength: 1, maxLength: 30 },
  )
  fc.assert(
    fc.property(
      items,
      fc.integer({ min: 1, max: 10_000_000 }),
      (basket, paid) => {
        const parts = partsOfPurchase(basket.map(anItem), paid)
        expect(parts.reduce((sum, part) => sum + part.minor, 0)).toBe(paid)
        expect(parts.every(part => part.minor !== 0)).toBe(true)
        const categories = parts.map(part => part.category)
        expect(new Set(categories).size).toBe(parts.length)
      },
    ),
  )
})

test('one basket is one purchase, whoever says that it is done', () => {
  const a = anItem({ _id: 'shop_aaaa' })
  const b = anItem({ _id: 'shop_bbbb' })
  expect(purchaseId([a, b])).toBe(purchaseId([b, a]))
  expect(purchaseId([a])).not.toBe(purchaseId([b]))
})
