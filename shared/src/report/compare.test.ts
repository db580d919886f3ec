import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  changeOf,
  meanMinor,
  roundMinor,
  savedShare,
  shareOf,
} from './compare.ts'

test('more and less than before, and of nothing no share', () => {
  expect(changeOf(12_500, 10_000)).toEqual({
    minor: 12_500,
    beforeMinor: 10_000,
    changeMinor: 2_500,
    changeBasisPoints: 2_500,
  })
  expect(changeOf(0, 8_000).changeBasisPoints).toBe(-10_000)
  expect(changeOf(500, 0).changeBasisPoints).toBeUndefined()
  expect(changeOf(500, -100).changeBasisPoints).toBeUndefined()
  // A third: 33.33 %.
  expect(shareOf(1, 3)).toBe(3_333)
  expect(shareOf(-1, 3)).toBe(-3_333)
})

test('what is saved of the income', () => {
  expect(savedShare(200_000, 150_000)).toBe(2_500)
  expect(savedShare(200_000, 250_000)).toBe(-2_500)
  expect(savedShare(0, 250_000)).toBeUndefined()
})

test('halves go away from zero', () => {
  expect(meanMinor([1, 2])).toBe(2)
  expect(meanMinor([-1, -2])).toBe(-2)
  expect(meanMinor([])).toBe(0)
  fc.assert(
    fc.property(fc.integer({ min: -1_000, max: 1_000 }), quarters => {
      expect(roundMinor(-quarters / 4)).toBe(-roundMinor(quarters / 4) + 0)
    }),
  )
})
