import { expect, test } from 'vitest'
import { later } from './later.tsx'

test('a part is loaded once, and one that could not be is tried again', async () => {
  let tries = 0
  const part = later(async () => {
    tries += 1
    if (tries === 1) throw new Error('no network')
    return { default: () => null }
  })
  await part.load()
  await part.load()
  await part.load()
  expect(tries).toBe(2)
})
