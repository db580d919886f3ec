import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import { signIn } from './an-app.ts'
import { signals } from '../src/signals.ts'
import { aDevice, aServer, remoteOf, type AServer } from './a-server.ts'

let server: AServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(async () => server.dispose())

function feed(token: string, since = 0) {
  return fetch(
    `${server.url}/_changes?feed=longpoll&heartbeat=1000&since=${since}`,
    { headers: { authorization: `Bearer ${token}` } },
  )
}

test('a long poll answers when something is written', async () => {
  const waiting = feed(server.token).then(async reply => reply.json())
  const device = aDevice()
  await device.put(aTransactionDoc())
  await device.replicate.to(remoteOf(server.url, server.token))
  expect(await waiting).toMatchObject({ results: [{ seq: 1 }], last_seq: 1 })
})

test('A23 B26 a revoked session ends its open feed within a second, other feeds stay', async () => {
  const other = await signIn(server.app)
  const { last_seq } = await server.databases
    .withLedger('0'.repeat(25) + '1', db => db.info())
    .then(info => ({ last_seq: Number(info.update_seq) }))
  const ended = await feed(other.accessToken, last_seq)
  const staying = await feed(server.token, last_seq)
  const started = performance.now()
  await server.people.sessions.end(other.session)
  expect(await ended.json()).toMatchObject({ results: [] })
  expect(performance.now() - started).toBeLessThan(1000)
  expect((await feed(other.accessToken)).status).toBe(401)
  await staying.body?.cancel()
})

test('a feed whose device went away is open no longer, long before its next beat', async () => {
  const counts: number[] = []
  const stopHearing = signals.feeds.hear(count => counts.push(count))
  const leaving = new AbortController()
  const url = `${server.url}/_changes?feed=longpoll&heartbeat=60000&since=999`
  const headers = { authorization: `Bearer ${server.token}` }
  await fetch(url, { headers, signal: leaving.signal })
  expect(counts.at(-1)).toBeGreaterThan(0)
  leaving.abort()
  await expect.poll(() => counts.at(-1)).toBe(0)
  stopHearing()
})

test('B31 who asks for the head of a feed does not wait for anything', async () => {
  const url = '/_changes?feed=longpoll&since=999'
  const headers = { authorization: `Bearer ${server.token}` }
  const reply = await fetch(`${server.url}${url}`, { method: 'HEAD', headers })
  expect(reply.status).toBe(200)
  expect(reply.headers.get('content-security-policy')).toContain("'none'")
})

test('S6 closing the server ends its feeds in order', async () => {
  const own = await aServer()
  const waiting = fetch(`${own.url}/_changes?feed=longpoll&since=0`, {
    headers: { authorization: `Bearer ${own.token}` },
  })
  const reply = await waiting
  await own.dispose()
  expect(await reply.json()).toMatchObject({ results: [] })
})
