import { createElement } from 'react'
import { renderToReadableStream } from 'react-dom/server'
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

test('who shows a part that could not be loaded is told, after one try', async () => {
  let tries = 0
  const part = later(async () => {
    tries += 1
    throw new Error('no network')
  })
  const told: unknown[] = []
  await expect(
    renderToReadableStream(createElement(part), {
      onError: error => void told.push(error),
    }),
  ).rejects.toThrow('no network')
  expect(told).toEqual([new Error('no network')])
  expect(tries).toBe(1)
})
