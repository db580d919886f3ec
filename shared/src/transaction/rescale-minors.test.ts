import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { rescaleMinors } from './rescale-minors.ts'

test('exact amounts keep their proportions in another whole', () => {
  expect(rescaleMinors([700, 300], 1_000)).toEqual([700, 300])
  expect(rescaleMinors([700, 300], 918)).toEqual([643, 275])
  expect(rescaleMinors([-700, -300], -10)).toEqual([-7, -3])
  // They add up: whatever their signs, nothing is to be done.
  expect(rescaleMinors([700, -300], 400)).toEqual([700, -300])
  expect(rescaleMinors([700, -300], 200)).toBeUndefined()
  expect(rescaleMinors([0, 0], 5)).toBeUndefined()
})

test('together they are the whole, to the unit', () => {
  const minors = fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 1 })
  fc.assert(
    fc.property(
      minors,
      fc.integer({ min: -99_999, max: 99_999 }),
      (all, whole) => {
        const found = rescaleMinors(all, whole)
        fc.pre(found !== undefined)
        expect(found.reduce((sum, minor) => sum + minor, 0)).toBe(whole)
      },
    ),
  )
})
