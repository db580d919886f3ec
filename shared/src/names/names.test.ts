import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDocOf, aTransactionDoc } from '../../testing/docs.ts'
import { prefixes, type Kind } from '../sync/prefixes.ts'
import { canMerge, mergedIds } from './merged.ts'
import { redirect, refersTo, type Merge } from './redirect.ts'

const merge: Merge = { of: 'category', from: 'cat_0000', into: 'cat_1111' }

test('parts and budgets refer to the other category once', () => {
  const split = { minor: 60, category: 'cat_0000' }
  const doc = aTransactionDoc({ splits: [split, { minor: 60 }] })
  expect(redirect(doc, merge, undefined)).toEqual({
    splits: [{ minor: 60, category: 'cat_1111' }, { minor: 60 }],
  })
  const budget = {
    ...aDocOf('budget'),
    categories: ['cat_1111', 'cat_0000', 'cat_2222'],
  }
  expect(redirect(budget, merge, undefined)).toEqual({
    categories: ['cat_1111', 'cat_2222'],
  })
})

test('an id is found in fields that this version does not know', () => {
  const doc = { ...aTransactionDoc(), later: { by: ['cat_0000', 'x'] } }
  expect(redirect(doc, merge, undefined)).toEqual({
    later: { by: ['cat_1111', 'x'] },
  })
})

test('children go below what their parent becomes, two levels at most', () => {
  const child = { ...aDocOf('category'), parent: 'cat_0000' }
  const into = (parent?: string) =>
    ({ ...aDocOf('category'), _id: 'cat_1111', parent }) as never
  expect(redirect(child, merge, into())).toEqual({ parent: 'cat_1111' })
  expect(redirect(child, merge, into('cat_2222'))).toEqual({
    parent: 'cat_2222',
  })
  expect(redirect(child, merge, into('cat_0000'))).toEqual({
    parent: 'cat_1111',
  })
  const target = { ...child, _id: 'cat_1111' }
  expect(redirect(target, merge, into('cat_0000'))).toEqual({
    parent: undefined,
  })
})

test('a tag is a word of tags, not of other texts', () => {
  const doc = aTransactionDoc({ tags: ['a', 'b'], description: 'a' })
  const tag: Merge = { of: 'tag', from: 'a', into: 'b' }
  expect(redirect(doc, tag, undefined)).toEqual({ tags: ['b'] })
  const rule = { ...aDocOf('rule'), set: { tags: ['a'], category: 'a' } }
  expect(redirect(rule, tag, undefined)).toEqual({
    set: { tags: ['b'], category: 'a' },
  })
})

test('after a redirection nothing of any kind refers to what was merged away', () => {
  const kind = fc.constantFrom(...(Object.keys(prefixes) as Kind[]))
  fc.assert(
    fc.property(kind, kind => {
      const doc = aDocOf(kind)
      const set = redirect(doc, merge, undefined)
      expect(set !== undefined).toBe(refersTo(doc, merge.from))
      expect(refersTo({ ...doc, ...set } as never, merge.from)).toBe(false)
    }),
  )
})

const anyDocs = fc
  .array(fc.option(fc.nat(7)), { minLength: 1, maxLength: 8 })
  .map(intos =>
    intos.map((into, at) => ({
      _id: `cat_000${at}`,
      mergedInto: into === null ? undefined : `cat_000${into}`,
    })),
  )

test('however devices merged, each id stands for one that stands, in any order of docs', () => {
  fc.assert(
    fc.property(anyDocs, docs => {
      const found = mergedIds(docs)
      const standing = new Set(found.values())
      for (const id of standing) expect(found.has(id)).toBe(false)
      expect(docs.some(doc => !found.has(doc._id))).toBe(true)
      const other = mergedIds(docs.toReversed())
      expect(Object.fromEntries(other)).toEqual(Object.fromEntries(found))
    }),
  )
})

test('what was merged into each other stands as one', () => {
  const docs = [
    { _id: 'cat_b', mergedInto: 'cat_a' },
    { _id: 'cat_a', mergedInto: 'cat_b' },
  ]
  expect([...mergedIds(docs)]).toEqual([['cat_b', 'cat_a']])
})

test('two merge that are alike', () => {
  const one = { ...aDocOf('category'), _id: 'cat_1' } as never
  const other = { ...aDocOf('category'), _id: 'cat_2', type: 'income' } as never
  expect(canMerge(one, one)).toBe(false)
  expect(canMerge(one, other)).toBe(false)
  expect(canMerge(one, { ...aDocOf('category'), _id: 'cat_3' } as never)).toBe(
    true,
  )
  expect(canMerge(one, aDocOf('payee') as never)).toBe(false)
})
