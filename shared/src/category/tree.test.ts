import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDoc } from '../sync/edit.ts'
import {
  canStand,
  categoryTree,
  inTreeOrder,
  moveCategory,
  type Category,
} from './tree.ts'

const stamp = { at: 1, by: undefined, device: undefined }

function aCategory(_id: string, fields: Partial<Category> = {}): Category {
  return createDoc(
    'category',
    _id,
    { name: _id, type: 'expense', ...fields },
    stamp,
  )
}

const ids = ['cat_aaaa', 'cat_bbbb', 'cat_cccc', 'cat_dddd', 'cat_eeee']
const anyCategories = fc
  .array(
    fc.record({
      parent: fc.option(fc.constantFrom(...ids, 'cat_gone'), {
        nil: undefined,
      }),
      order: fc.option(fc.nat(4), { nil: undefined }),
      type: fc.constantFrom('expense' as const, 'income' as const),
    }),
    { minLength: 1, maxLength: ids.length },
  )
  .map(all =>
    all.map(({ parent, order, type }, at) =>
      aCategory(ids[at] ?? '', {
        type,
        ...(parent !== undefined && { parent }),
        ...(order !== undefined && { order }),
      }),
    ),
  )

/** As people leave them: every parent stands at the top. */
const wellPlaced = anyCategories.map(categories =>
  categoryTree(categories).flatMap(({ category, children }) => [
    aCategory(category._id, { ...category, parent: undefined }),
    ...children,
  ]),
)

test('whatever devices made apart, each category stands once, two levels deep at most', () => {
  fc.assert(
    fc.property(anyCategories, categories => {
      const found = inTreeOrder(categories).map(each => each._id)
      expect(found.toSorted(compare)).toEqual(
        categories.map(each => each._id).toSorted(compare),
      )
      for (const { category, children } of categoryTree(categories)) {
        expect(children.every(each => each.type === category.type)).toBe(true)
      }
    }),
  )
})

test('a category that was moved stands where it was put', () => {
  const spot = fc.record({
    id: fc.constantFrom(...ids),
    parent: fc.option(fc.constantFrom(...ids), { nil: undefined }),
    before: fc.option(fc.constantFrom(...ids), { nil: undefined }),
  })
  fc.assert(
    fc.property(wellPlaced, spot, (categories, { id, parent, before }) => {
      const sets = moveCategory(categories, id, { parent, before })
      if (!categories.some(each => each._id === id)) return
      expect(sets.size > 0).toBe(canStand(categories, id, parent))
      if (sets.size === 0) return
      const after = categories.map(each => {
        const { parent: above, ...rest } = { ...each, ...sets.get(each._id) }
        return {
          ...rest,
          ...(above !== undefined && { parent: above }),
        } as Category
      })
      const tree = categoryTree(after)
      const above = tree.find(({ children }) =>
        children.some(each => each._id === id),
      )
      expect(above?.category._id).toBe(parent)
      const row = (above?.children ?? tree.map(each => each.category)).filter(
        each => each.type === after.find(({ _id }) => _id === id)?.type,
      )
      const next = row[row.findIndex(each => each._id === id) + 1]
      const isThere = before !== id && row.some(each => each._id === before)
      expect(next?._id).toBe(isThere ? before : undefined)
    }),
  )
})

test('nothing stands below itself, below a second level or below the other type', () => {
  const all = [
    aCategory('cat_aaaa'),
    aCategory('cat_bbbb', { parent: 'cat_aaaa' }),
    aCategory('cat_cccc'),
    aCategory('cat_dddd', { type: 'income' }),
  ]
  expect(canStand(all, 'cat_cccc', 'cat_aaaa')).toBe(true)
  expect(canStand(all, 'cat_cccc', 'cat_cccc')).toBe(false)
  expect(canStand(all, 'cat_cccc', 'cat_bbbb')).toBe(false)
  expect(canStand(all, 'cat_aaaa', 'cat_cccc')).toBe(false)
  expect(canStand(all, 'cat_cccc', 'cat_dddd')).toBe(false)
})

function compare(a: string, b: string): number {
  return a < b ? -1 : 1
}
