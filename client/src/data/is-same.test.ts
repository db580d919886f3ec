import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSame } from './is-same.ts'

test('what was copied is the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(isSame(value, structuredClone(value))).toBe(true)
    }),
  )
})

test('what is the same equals', () => {
  const few = fc.jsonValue({ maxDepth: 2 })
  fc.assert(
    fc.property(few, few, (a, b) => {
      if (isSame(a, b)) expect(b).toEqual(a)
    }),
  )
})

test('a list that is longer, another field and another type differ', () => {
  expect(isSame([1], [1, 2])).toBe(false)
  expect(isSame({ a: 1 }, { a: 1, b: 2 })).toBe(false)
  expect(isSame({ a: [{ b: 1 }] }, { a: [{ b: 2 }] })).toBe(false)
  expect(isSame([], {})).toBe(false)
  expect(isSame(null, {})).toBe(false)
})

test('a field without a value is as good as none', () => {
  expect(isSame({ a: 1, b: undefined }, { a: 1 })).toBe(true)
  expect(isSame({ a: 1 }, { a: 1, b: undefined })).toBe(true)
})
