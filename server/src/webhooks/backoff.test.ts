import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { delayAfter, mostPatience } from './backoff.ts'

const hour = 60 * 60 * 1000
const random = fc.double({ min: 0, max: 1, noNaN: true })

test('the first attempts follow each other in seconds, the last ones in hours', () => {
  const delays = Array.from({ length: 9 }, (_, n) => delayAfter(n + 1, 0.5))
  expect(delays.map(each => each / 1000)).toEqual([
    5, 20, 80, 320, 1_280, 5_120, 20_480, 21_600, 21_600,
  ])
})

test('whatever chance says, about a dozen attempts fill the day and none waits for more than it', () => {
  fc.assert(
    fc.property(fc.infiniteStream(random), chances => {
      let at = 0
      let attempts = 1
      while (at < mostPatience) {
        const [chance = 0] = chances.take(1)
        const delay = delayAfter(attempts, chance)
        expect(delay).toBeGreaterThanOrEqual(4_000)
        expect(delay).toBeLessThanOrEqual(7.2 * hour)
        at += delay
        attempts += 1
      }
      expect(attempts).toBeGreaterThanOrEqual(9)
      expect(attempts).toBeLessThanOrEqual(13)
    }),
  )
})

test('who asks for more time has it, up to six hours', () => {
  expect(delayAfter(1, 0.5, 60)).toBe(60_000)
  expect(delayAfter(4, 0.5, 60)).toBe(320_000)
  expect(delayAfter(1, 0.5, 999_999_999)).toBe(6 * hour)
})
