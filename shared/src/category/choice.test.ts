import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  aloneId,
  chosenOf,
  gatherChoice,
  spreadChoice,
  toggleChoice,
} from './choice.ts'
import type { Category } from './tree.ts'

function aCategory(id: string, parent?: string): Category {
  return { _id: id, kind: 'category', v: 1, name: id, type: 'expense', parent }
}

const categories = [
  aCategory('cat_home'),
  aCategory('cat_rent', 'cat_home'),
  aCategory('cat_repairs', 'cat_home'),
  aCategory('cat_food'),
]
const ids = categories.map(({ _id }) => _id)

function howMuch(chosen: readonly string[], id: string) {
  const spread = new Set(spreadChoice(chosen, categories))
  return chosenOf(spread, spreadChoice([id], categories))
}

test('a category stands for itself and for what is below it', () => {
  expect(spreadChoice(['cat_home'], categories)).toEqual([
    'cat_home',
    'cat_rent',
    'cat_repairs',
  ])
  expect(spreadChoice(['cat_rent', 'none'], categories)).toEqual([
    'cat_rent',
    'none',
  ])
})

test('alone it stands for itself', () => {
  expect(spreadChoice([aloneId('cat_home')], categories)).toEqual(['cat_home'])
})

test('what was merged away stands for what it became, with all below that', () => {
  const merged = { cat_house: 'cat_home' }
  expect(spreadChoice(['cat_house'], categories, merged)).toContain('cat_rent')
  expect(spreadChoice([aloneId('cat_house')], categories, merged)).toEqual([
    'cat_home',
  ])
})

test('without one below it the others are named, and the category alone', () => {
  expect(toggleChoice(['cat_home'], 'cat_rent', categories)).toEqual([
    aloneId('cat_home'),
    'cat_repairs',
  ])
  expect(howMuch([aloneId('cat_home')], 'cat_home')).toBe('some')
})

test('all below it with itself are the category again', () => {
  expect(
    toggleChoice([aloneId('cat_home'), 'cat_repairs'], 'cat_rent', categories),
  ).toEqual(['cat_home'])
})

test('a gathered choice stands for the same as what it was gathered from', () => {
  fc.assert(
    fc.property(fc.subarray([...ids, 'none', 'cat_gone']), wanted => {
      const gathered = gatherChoice(wanted, categories)
      expect(new Set(spreadChoice(gathered, categories))).toEqual(
        new Set(wanted),
      )
    }),
  )
})

test('toggling twice changes nothing that it did not have to', () => {
  fc.assert(
    fc.property(fc.subarray(ids), fc.constantFrom(...ids), (wanted, id) => {
      const chosen = gatherChoice(wanted, categories)
      const once = toggleChoice(chosen, id, categories)
      const twice = toggleChoice(once, id, categories)
      if (howMuch(chosen, id) === 'some') expect(howMuch(once, id)).toBe('all')
      else expect(twice).toEqual(chosen)
    }),
  )
})
