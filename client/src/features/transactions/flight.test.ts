import { expect, test } from 'vitest'
import { isFlying, withStep, type Flight } from './flight.ts'

const height = 800
const atRest: Flight = { top: 0, time: 0, steps: 0 }

/** Steps of so many pixels, one every so many milliseconds. */
function flightOf(steps: number, pixels: number, every = 16): Flight {
  let flight = atRest
  for (let n = 1; n <= steps; n++) {
    flight = withStep(flight, { top: n * pixels, time: n * every }, height)
  }
  return flight
}

test.each([
  ['a list that is dragged', 3, 480, 16, true],
  ['one that is dragged up', 3, -480, 16, true],
  ['a jump', 1, 5_000, 16, false],
  ['two jumps', 2, 5_000, 16, false],
  ['a turn of the wheel', 10, 120, 16, false],
  ['pages, one after another', 10, 760, 100, false],
])('%s', (_, steps, pixels, every, expected) => {
  expect(isFlying(flightOf(steps, pixels, every))).toBe(expected)
})

test('a list that has slowed down does not fly any more', () => {
  const fast = flightOf(10, 800)
  expect(isFlying(fast)).toBe(true)
  const slower = withStep(fast, { top: 8_100, time: 176 }, height)
  expect(isFlying(slower)).toBe(false)
})
