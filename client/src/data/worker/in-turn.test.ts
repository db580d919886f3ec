import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inTurn } from './in-turn.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const minute = 60_000

function aTurn(isTime = () => true) {
  const worked: string[] = []
  let atOnce = 0
  const turn = inTurn({
    now: Date.now,
    isTime: async () => isTime(),
    all: async () => ['Home', 'Shop', 'Club'],
    work: async each => {
      atOnce += 1
      expect(atOnce).toBe(1)
      await new Promise(resolve => setTimeout(resolve, 1_000))
      atOnce -= 1
      worked.push(each)
      if (each === 'Shop') throw new Error('broken')
    },
  })
  return { turn, worked }
}

test('each has its turn, one at a time, and one that fails stops no other', async () => {
  const { turn, worked } = aTurn()
  turn.look()
  turn.look()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(worked).toEqual(['Home', 'Shop', 'Club'])
  turn.stop()
})

test('a round is not more often than every quarter of an hour, and then by itself', async () => {
  const { turn, worked } = aTurn()
  turn.look()
  await vi.advanceTimersByTimeAsync(14 * minute)
  turn.look()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(worked).toHaveLength(3)
  await vi.advanceTimersByTimeAsync(2 * minute)
  expect(worked).toHaveLength(6)
  turn.stop()
})

test('what could not begin is tried again soon, and a round that is cut short goes on where it stopped', async () => {
  let isTime = false
  const { turn, worked } = aTurn(() => isTime)
  turn.look()
  await vi.advanceTimersByTimeAsync(2 * minute)
  expect(worked).toEqual([])
  isTime = true
  await vi.advanceTimersByTimeAsync(minute + 500)
  isTime = false
  await vi.advanceTimersByTimeAsync(5_000)
  expect(worked).toEqual(['Home'])
  // Whoever comes last in the round must not always be the one left out.
  isTime = true
  await vi.advanceTimersByTimeAsync(minute + 5_000)
  expect(worked).toEqual(['Home', 'Shop', 'Club'])
  turn.stop()
})
