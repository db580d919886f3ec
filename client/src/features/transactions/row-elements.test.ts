import fc from 'fast-check'
import { expect, test } from 'vitest'
import { elementsFor } from './row-elements.ts'

const none: ReadonlyMap<number, number> = new Map()

test('a row keeps its element while it is in sight, one that comes takes that of one that went', () => {
  const first = elementsFor(none, { from: 0, to: 3 })
  expect([...first]).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
  ])
  expect([...elementsFor(first, { from: 1, to: 5 })]).toEqual([
    [1, 1],
    [2, 2],
    [3, 0],
    [4, 3],
  ])
})

test('an element that holds the focus is given to no other row', () => {
  const first = elementsFor(none, { from: 0, to: 2 })
  expect([...elementsFor(first, { from: 1, to: 3 }, 0)]).toEqual([
    [1, 1],
    [2, 2],
  ])
})

test('no two rows have one element, whatever is scrolled', () => {
  const range = fc
    .tuple(fc.nat(60), fc.nat(20))
    .map(([from, count]) => ({ from, to: from + count }))
  fc.assert(
    fc.property(fc.array(range), ranges => {
      let now = none
      for (const each of ranges) {
        const before = now
        now = elementsFor(before, each)
        expect(new Set(now.values()).size).toBe(each.to - each.from)
        for (const [row, element] of now) {
          expect(before.get(row) ?? element).toBe(element)
        }
      }
    }),
  )
})
