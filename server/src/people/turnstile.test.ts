import { expect, test } from 'vitest'
import { createTurnstile } from './turnstile.ts'

test('lets few in at once, the rest in turn, and refuses beyond the queue', async () => {
  const pass = createTurnstile(2, 3)
  const order: number[] = []
  let running = 0
  const visits = Array.from({ length: 7 }, (_, n) =>
    pass(async () => {
      running += 1
      expect(running).toBeLessThanOrEqual(2)
      order.push(n)
      await new Promise(resolve => setImmediate(resolve))
      running -= 1
      return n
    }),
  )
  const results = await Promise.allSettled(visits)
  expect(results.map(result => result.status)).toEqual([
    ...Array<string>(5).fill('fulfilled'),
    ...Array<string>(2).fill('rejected'),
  ])
  expect(order).toEqual([0, 1, 2, 3, 4])
})

test('who fails leaves the place to the next', async () => {
  const pass = createTurnstile(1, 1)
  const failing = pass(async () => {
    throw new Error('no')
  })
  const next = pass(async () => 'yes')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('yes')
  expect(await pass(async () => 'again')).toBe('again')
})
