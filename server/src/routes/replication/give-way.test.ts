import { expect, test, vi } from 'vitest'
import { createGivingWay } from './give-way.ts'

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
    const giveWay = createGivingWay()
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
