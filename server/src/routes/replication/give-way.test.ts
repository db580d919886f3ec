import { expect, test, vi } from 'vitest'
import { giveWay } from './give-way.ts'

test('B18 long work lets others have their turn every few milliseconds, short work goes on', async () => {
  let now = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now)
  try {
    let turns = 0
    const others = () => {
      turns += 1
      other = setImmediate(others)
    }
    let other = setImmediate(others)
    for (let part = 0; part < 100; part++) {
      now += 1
      await giveWay()
    }
    expect(turns).toBeGreaterThanOrEqual(19)
    expect(turns).toBeLessThanOrEqual(21)
    clearImmediate(other)
  } finally {
    clock.mockRestore()
  }
})

test('B18 much long work that comes at once has a few milliseconds between the turns of others too', async () => {
  let now = 1e9
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now)
  try {
    let longest = 0
    let before = now
    const others = () => {
      longest = Math.max(longest, now - before)
      before = now
      other = setImmediate(others)
    }
    let other = setImmediate(others)
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        for (let part = 0; part < 8; part++) {
          await giveWay()
          now += 1
        }
      }),
    )
    expect(longest).toBeLessThanOrEqual(6)
    clearImmediate(other)
  } finally {
    clock.mockRestore()
  }
})
