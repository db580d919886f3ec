import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { along, axisFor } from './axis.ts'

test.each([
  [
    [0, 95],
    [0, 25, 50, 75, 100],
  ],
  [
    [120_000, 80_000],
    [0, 50_000, 100_000, 150_000],
  ],
  [
    [-30, 100],
    [-50, 0, 50, 100],
  ],
  [
    [-8, -2],
    [-8, -6, -4, -2, 0],
  ],
  [[0, 0], [0]],
  [[], [0]],
])('%j has the ticks %j', (values, ticks) => {
  expect(axisFor(values).ticks).toEqual(ticks)
})

test('all values and nothing are on it, with few ticks', () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeInteger()), values => {
      const axis = axisFor(values)
      for (const each of [0, ...values]) {
        expect(along(axis, each)).toBeGreaterThanOrEqual(0)
        expect(along(axis, each)).toBeLessThanOrEqual(1)
      }
      expect(axis.ticks.length).toBeLessThanOrEqual(7)
      expect(new Set(axis.ticks).size).toBe(axis.ticks.length)
    }),
  )
})
