import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { sessionReply } from '@ourmoney/shared/identity/api.ts'
import { aPassword } from '../test/an-app.ts'

const main = join(import.meta.dirname, 'main.ts')
const ledger = '01hqzz8x3p4n5m6k7j8h9g0f1e'

const started: ChildProcess[] = []
const directories: string[] = []

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  for (const directory of directories.splice(0)) {
    await rm(directory, { recursive: true, force: true })
  }
})

async function aDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'ourmoney-'))
  directories.push(directory)
  return directory
}

/** Starts the real thing, and waits until it greets or gives up. */
async function start(environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], PORT: '0', ...environment },
  })
  started.push(child)
  let output = ''
  const exit = once(child, 'exit').then(([code]) => Number(code))
  await new Promise<void>(resolve => {
    const read = (chunk: unknown) => {
      output += String(chunk)
      if (output.includes('OurMoney is at')) resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('exit', () => resolve())
  })
  return {
    child,
    exit,
    output: () => output,
    url: /is at (http\S+)/.exec(output)?.[1] ?? '',
    token: /\/set-up#(\S+)/.exec(output)?.[1],
  }
}

async function send(
  method: 'POST' | 'PUT',
  url: string,
  body: object,
  token = '',
) {
  const reply = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify(body),
  })
  expect(reply.status).toBe(200)
  return reply.json()
}

test('S6 SIGTERM ends 500 feeds, lets a request finish, and leaves a clean state', async () => {
  const directory = await aDirectory()
  const server = await start({ DATA_DIR: directory })
  const setUp = {
    token: server.token,
    name: 'Ann',
    password: aPassword,
    device: '',
  }
  const session = await send('POST', `${server.url}/api/v1/auth/set-up`, setUp)
  const { accessToken } = sessionReply.parse(session)
  const name = { name: 'Our house' }
  await send('PUT', `${server.url}/api/v1/ledgers/${ledger}`, name, accessToken)

  const feed = `${server.url}/sync/${ledger}/db/_changes?feed=longpoll&since=0&heartbeat=10000`
  const feeds = await Promise.all(
    Array.from({ length: 500 }, () =>
      fetch(feed, { headers: { authorization: `Bearer ${accessToken}` } }),
    ),
  )
  expect(new Set(feeds.map(each => each.status))).toEqual(new Set([200]))
  const ended = Promise.all(feeds.map(each => each.json()))

  const underWay = request(`${server.url}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', expect: '100-continue' },
  })
  const answered = once(underWay, 'response')
  const body = JSON.stringify({ name: 'Ann', password: aPassword, device: '' })
  underWay.write(body.slice(0, 10))
  await once(underWay, 'continue')

  const before = performance.now()
  server.child.kill('SIGTERM')
  for (const feed of await ended) expect(feed).toHaveProperty('last_seq')
  underWay.end(body.slice(10))
  const [{ statusCode }] = await answered
  expect(statusCode).toBe(200)
  expect(await server.exit).toBe(0)
  expect(performance.now() - before).toBeLessThan(10_000)

  const again = await start({ DATA_DIR: directory })
  expect(again.token).toBeUndefined()
  expect(again.output()).not.toMatch(/unclean|quarantine/i)
})

test('S4 a second server on one folder refuses, and the first goes on', async () => {
  const directory = await aDirectory()
  const first = await start({ DATA_DIR: directory })
  const second = await start({ DATA_DIR: directory })
  expect(await second.exit).toBe(1)
  expect(second.output()).toContain('cannot start')
  expect((await fetch(`${first.url}/health/ready`)).status).toBe(200)
})

test.each([
  ['A29', 'JWT_SECRET', 'secret'],
  ['A29', 'JWT_SECRET', 'changeme-changeme-changeme-changeme'],
  ['', 'PORT', 'http'],
  ['', 'TLS_CERT', '/no/such/file'],
])('%s does not start with %s=%s, and says why', async (_, name, value) => {
  const tls = name === 'TLS_CERT' ? { TLS_KEY: value } : {}
  const DATA_DIR = await aDirectory()
  const server = await start({ DATA_DIR, ...tls, [name]: value })
  expect(await server.exit).toBe(1)
  expect(server.output()).toContain(`OurMoney cannot start. ${name}: `)
  expect(server.output()).not.toMatch(/\n\s+at /)
})
