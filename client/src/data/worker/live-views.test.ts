import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createViews } from './live-views.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('while much changes names are counted now and then, and once more at its end', async () => {
  let changes = 0
  const asked: number[] = []
  const views = createViews(async () => {
    asked.push(changes)
    return { changes }
  })
  const view = views.open({ view: 'names' })
  // Three in a row are no long work.
  for (changes = 1; changes <= 3; changes++) views.schedule('all')
  await vi.advanceTimersByTimeAsync(500)
  expect(view.latest()).toEqual({ changes: 4 })
  for (; changes <= 200; changes++) {
    views.schedule('all')
    await vi.advanceTimersByTimeAsync(50)
  }
  await vi.advanceTimersByTimeAsync(2_000)
  expect(asked.length).toBeGreaterThan(5)
  expect(asked.length).toBeLessThan(11)
  expect(view.latest()).toEqual({ changes: 201 })
  // What changes after a rest is told at once.
  changes = 99
  await vi.advanceTimersByTimeAsync(2_000)
  views.schedule('all')
  await vi.advanceTimersByTimeAsync(10)
  expect(view.latest()).toEqual({ changes: 99 })
  views.close()
})

test('what cannot be answered is told, and the answer before it stays until the next', async () => {
  let isBroken = true
  const views = createViews(async () => {
    if (isBroken) throw new Error('disk')
    return { count: 1 }
  })
  const view = views.open({ view: 'names' })
  let told = 0
  view.subscribe(() => (told += 1))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(view.failure()).toEqual(new Error('disk'))
  expect(view.latest()).toBeUndefined()
  isBroken = false
  views.schedule('all')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(view.failure()).toBeUndefined()
  isBroken = true
  views.schedule('all')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(view.failure()).toEqual(new Error('disk'))
  expect(view.latest()).toEqual({ count: 1 })
  isBroken = false
  views.schedule('all')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(view.failure()).toBeUndefined()
  expect(told).toBe(4)
  views.close()
})

test('what takes long is told to stop when its view asks again or is closed', async () => {
  const signals: AbortSignal[] = []
  const views = createViews(async (_query, signal) => {
    signals.push(signal)
    return new Promise(() => {})
  })
  const view = views.open({ view: 'names' })
  views.schedule('names')
  views.schedule('all')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(signals.length).toBeGreaterThan(1)
  expect(signals.slice(0, -1).every(({ aborted }) => aborted)).toBe(true)
  expect(signals.at(-1)?.aborted).toBe(false)
  view.close()
  expect(signals.at(-1)?.aborted).toBe(true)
  views.close()
})
