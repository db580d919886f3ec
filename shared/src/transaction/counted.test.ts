import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countedMinor, partsOf, type PartsFilter } from './counted.ts'

const dinner = {
  minor: 1000,
  category: undefined,
  member: 'mem_ann',
  splits: [
    { minor: 600, category: 'cat_food' },
    { minor: 300, category: 'cat_fun', member: 'mem_bob' },
    { minor: 100 },
  ],
}

test.each<[PartsFilter, number | undefined]>([
  [{}, 1000],
  [{ categories: [] }, 1000],
  [{ categories: ['cat_food'] }, 600],
  [{ categories: ['cat_food', 'cat_fun'] }, 900],
  [{ categories: ['none'] }, 100],
  [{ categories: ['cat_rent'] }, undefined],
  [{ members: ['mem_bob'] }, 300],
  [{ members: ['mem_ann'] }, 700],
  [{ categories: ['cat_food'], members: ['mem_bob'] }, undefined],
  [{ categories: ['cat_fun'], members: ['mem_bob'] }, 300],
])('of a split transaction %j counts %j', (filter, minor) => {
  expect(countedMinor(dinner, filter)).toBe(minor)
})

test('of one that is not split the whole counts, or nothing', () => {
  const coffee = { minor: -120, category: 'cat_food' }
  expect(countedMinor(coffee, { categories: ['cat_food'] })).toBe(-120)
  expect(countedMinor(coffee, { categories: ['none'] })).toBeUndefined()
  expect(countedMinor(coffee, { members: ['mem_ann'] })).toBeUndefined()
})

test('categories that leave none out count the whole once', () => {
  const category = fc.constantFrom('cat_a', 'cat_b', undefined)
  const part = fc.record({ minor: fc.integer(), category })
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), category, (splits, own) => {
      const minor = splits.reduce((sum, each) => sum + each.minor, 0)
      const row = { minor, category: own, splits }
      const sum = ['cat_a', 'cat_b', 'none'].reduce(
        (total, each) =>
          total + (countedMinor(row, { categories: [each] }) ?? 0),
        0,
      )
      expect(sum).toBe(minor)
      const all = partsOf(row).reduce((total, each) => total + each.minor, 0)
      expect(all).toBe(minor)
    }),
  )
})
