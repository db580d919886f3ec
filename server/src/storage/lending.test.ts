import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLending } from './lending.ts'
import type { Database } from './pouch.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Notes what is opened and closed. */
function aLending(limit = 10, closing?: Promise<void>) {
  const told: string[] = []
  const lending = createLending(limit)
  const open = async (name: string) => {
    told.push(`open ${name}`)
    const close = async () => {
      told.push(`close ${name}`)
      await closing
    }
    return { close } as unknown as Database
  }
  const lend = (name: string, work: () => Promise<void> = async () => {}) =>
    lending.lend(name, () => open(name), work)
  return { told, lending, lend }
}

test('what nobody used for a while is closed, and opened again for who asks', async () => {
  const { told, lending, lend } = aLending()
  await lend('a')
  const inUse = Promise.withResolvers<void>()
  const using = lend('b', () => inUse.promise)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(lending.count()).toBe(2)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toEqual(['open a', 'open b', 'close a'])
  inUse.resolve()
  await using
  await lend('a')
  expect(told.at(-1)).toBe('open a')
  await lending.closeAll()
  expect(lending.count()).toBe(0)
})

test('one that is being closed is waited for, and closed once', async () => {
  const closing = Promise.withResolvers<void>()
  const { told, lending, lend } = aLending(1, closing.promise)
  await lend('a')
  await vi.advanceTimersByTimeAsync(60_000)
  const others = [lend('b'), lend('a'), lending.close('a')]
  await vi.advanceTimersByTimeAsync(1_000)
  expect(told).toEqual(['open a', 'close a'])
  closing.resolve()
  await Promise.all(others)
  expect(told).toEqual(['open a', 'close a', 'open b', 'close b', 'open a'])
  await lending.closeAll()
})

test('one that does not close keeps nobody waiting', async () => {
  const closing = Promise.withResolvers<void>()
  const { told, lending, lend } = aLending(1, closing.promise)
  await lend('a')
  await vi.advanceTimersByTimeAsync(60_000)
  closing.reject(new Error('disk'))
  await vi.advanceTimersByTimeAsync(60_000)
  await lend('a')
  expect(told).toEqual(['open a', 'close a', 'open a'])
  await expect(lending.closeAll()).rejects.toThrow('disk')
})
