import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTokenBucket } from './token-bucket.ts'

const options = { burst: 3, refill: 10_000 }

test('gives a burst, then one every so often, and says when', () => {
  const bucket = createTokenBucket(options)
  const takes = [0, 0, 0, 0, 4_000, 10_000, 10_000]
  expect(takes.map(now => bucket.take('a', now))).toEqual([
    0, 0, 0, 10, 6, 0, 10,
  ])
  expect(bucket.take('b', 10_000)).toBe(0)
})

test('what is given back can be taken again, and no more than the burst', () => {
  const bucket = createTokenBucket(options)
  bucket.take('a', 0)
  for (let time = 0; time < 9; time += 1) bucket.giveBack('a')
  expect([0, 0, 0, 0].map(now => bucket.take('a', now))).toEqual([0, 0, 0, 10])
})

test('S19 a clock that is set back locks nobody out for longer', () => {
  const bucket = createTokenBucket(options)
  for (let time = 0; time < 3; time += 1) bucket.take('a', 7_200_000)
  const wait = bucket.take('a', 3_600_000)
  expect(wait).toBe(10)
  expect(bucket.take('a', 3_600_000 + wait * 1000)).toBe(0)
})

test('A10 waiting as long as told always suffices', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40_000), { maxLength: 60 }), pauses => {
      const bucket = createTokenBucket(options)
      let now = 0
      for (const pause of pauses) {
        now += pause
        const wait = bucket.take('a', now)
        if (wait === 0) continue
        now += wait * 1000
        expect(bucket.take('a', now)).toBe(0)
      }
    }),
  )
})
