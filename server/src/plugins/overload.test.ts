import { expect, test } from 'vitest'
import { anApp } from '../../test/an-app.ts'

test('S9 while everything waits too long more is refused, but whether it lives is answered', async () => {
  // Anything waits longer than this, so the first measurement is too long.
  const { app } = await anApp({ mostDelay: 1e-9 })
  await app.ready()
  await expect
    .poll(async () => (await app.inject('/api/v1/server')).statusCode, {
      timeout: 10_000,
      interval: 100,
    })
    .toBe(503)
  const reply = await app.inject('/api/v1/server')
  expect(reply.json()).toMatchObject({ code: 'overloaded' })
  expect(reply.headers['retry-after']).toBe('5')
  expect((await app.inject('/health/live')).statusCode).toBe(200)
  await app.close()
})

test('an answer carries the id that its line in the log has', async () => {
  const lines: string[] = []
  const { app } = await anApp({
    logLevel: 'info',
    logTo: { write: line => void lines.push(line) },
  })
  const reply = await app.inject({
    url: '/health/live',
    headers: { 'request-id': 'x\nforged' },
  })
  const id = reply.headers['request-id']
  expect(id).toMatch(/^[0-9a-f-]{36}$/)
  expect(lines.some(line => line.includes(`"reqId":"${String(id)}"`))).toBe(
    true,
  )
})
