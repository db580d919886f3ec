import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { problemReply } from '@ourmoney/shared/identity/api.ts'
import { anApp, aPassword, signIn, somePeople } from '../../test/an-app.ts'

const leaks =
  /node_modules|\/src\/|\.ts\b|\.js\b|at \w+ \(|Error:|stack|FST_|FAST_/

test('S16 whatever is asked, failures have one shape and tell no secrets', async () => {
  const { app } = await anApp()
  const { accessToken } = await signIn(app)
  const paths = [
    '/',
    '/api/v1/server',
    '/api/v1/ledgers',
    '/api/v1/ledgers/',
    '/api/v1/auth/sign-in',
    '/api/v1/auth/set-up',
    '/api/v1/auth/refresh',
    '/api/v1/auth/sign-out',
    '/api/v1/auth/sessions/',
    '/health/ready',
    '/sync/x/',
  ]
  const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD'] as const
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...methods),
      fc.constantFrom(...paths),
      fc.oneof(fc.constant(''), fc.webPath(), fc.string().map(encodeURI)),
      fc.oneof(fc.json(), fc.string()),
      fc.boolean(),
      async (method, path, rest, payload, isSignedIn) => {
        const reply = await app.inject({
          method,
          url: path + rest,
          headers: {
            'content-type': 'application/json',
            ...(isSignedIn && { authorization: `Bearer ${accessToken}` }),
          },
          ...(method !== 'GET' && method !== 'HEAD' && { payload }),
        })
        expect(reply.statusCode).not.toBe(500)
        if (reply.statusCode < 400 || method === 'HEAD') return
        expect(reply.headers['content-type']).toContain('problem+json')
        expect(problemReply.parse(reply.json()).status).toBe(reply.statusCode)
        expect(reply.body).not.toMatch(leaks)
      },
    ),
    { numRuns: 300 },
  )
})

test('S5 S8 S16 our own mistakes and a full disk are told to the log, not to the caller, and others are served', async () => {
  const lines: string[] = []
  const people = await somePeople({
    ledgerDatabases: {
      create: async () => {
        throw new Error('ENOSPC: /data/ledgers/secret-path')
      },
      remove: async () => {},
    },
  })
  const { app } = await anApp({
    people,
    logLevel: 'info',
    logTo: { write: line => void lines.push(line) },
  })
  const { accessToken } = await signIn(app)
  const reply = await app.inject({
    method: 'PUT',
    url: '/api/v1/ledgers/01hqzz8x3p4n5m6k7j8h9g0f1e',
    headers: { authorization: `Bearer ${accessToken}` },
    payload: { name: 'Our house' },
  })
  expect(reply.json()).toEqual({
    type: 'urn:ourmoney:problem:internal',
    title: 'The server failed',
    status: 500,
    code: 'internal',
  })
  expect(lines.join('')).toContain('ENOSPC')
  const next = await app.inject({ url: '/api/v1/server' })
  expect(next.statusCode).toBe(200)
})

test('a failed check names the fields and not what was in them', async () => {
  const { app } = await anApp()
  const reply = await app.inject({
    method: 'POST',
    url: '/api/v1/auth/sign-in',
    payload: { name: 7, password: aPassword, device: '', surplus: 'xyzzy' },
  })
  expect(reply.json()).toMatchObject({ status: 400, code: 'bad-request' })
  expect(reply.body).toContain('/name')
  expect(reply.body).not.toContain(aPassword)
})

test('the API is asked too often', async () => {
  const { app } = await anApp()
  const statuses = new Set<number>()
  for (let n = 0; n < 601; n += 1) {
    const reply = await app.inject({ url: '/api/v1/server' })
    statuses.add(reply.statusCode)
    if (reply.statusCode !== 429) continue
    expect(reply.json()).toMatchObject({ code: 'too-many-requests' })
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
  }
  expect([...statuses]).toEqual([200, 429])
})
