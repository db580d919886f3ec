import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matrix } from './access-matrix.ts'
import { aLedger, aServer, type AServer } from './a-server.ts'

let server: AServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(async () => server.dispose())

/** What comes back for these very bytes, until the server closes or falls silent. */
async function send(...lines: readonly string[]): Promise<string> {
  const { port } = new URL(server.origin)
  const socket = connect(Number(port), '127.0.0.1')
  let heard = ''
  socket.on('data', data => {
    heard += String(data)
  })
  socket.end(lines.join('\r\n'), 'latin1')
  await once(socket, 'close')
  return heard
}

const host = 'Host: localhost'
const json = 'Content-Type: application/json'
const path = '/api/v1/auth/sign-in'

test.each([
  [
    'a length and chunks at once',
    [
      `POST ${path} HTTP/1.1`,
      host,
      json,
      'Content-Length: 4',
      'Transfer-Encoding: chunked',
      '',
      '0',
      '',
      'GET /health/live HTTP/1.1',
      host,
      '',
      '',
    ],
  ],
  [
    'two lengths',
    [
      `POST ${path} HTTP/1.1`,
      host,
      json,
      'Content-Length: 2',
      'Content-Length: 40',
      '',
      '{}',
    ],
  ],
  [
    'an encoding that is no chunks',
    [
      `POST ${path} HTTP/1.1`,
      host,
      json,
      'Transfer-Encoding: chunked, identity',
      '',
      '0',
      '',
      '',
    ],
  ],
  [
    'a space before the colon',
    [`GET /health/live HTTP/1.1`, 'Host : localhost', '', ''],
  ],
  [
    'a control byte in a header',
    [`GET /health/live HTTP/1.1`, host, 'X-Note: a\u0001b', '', ''],
  ],
  ['two hosts', [`GET /health/live HTTP/1.1`, host, 'Host: evil', '', '']],
  ['no host', [`GET /health/live HTTP/1.1`, '', '']],
] as const)('B30 %s is 400, and nothing after it is read', async (_, lines) => {
  const heard = await send(...lines)
  expect(heard).toMatch(/^HTTP\/1\.1 400 /)
  expect(heard.match(/HTTP\/1\.1 /g)).toHaveLength(1)
})

test('B30 an address with a host of its own, or a spoofed host, leads nowhere else', async () => {
  const ledger = `/sync/${aLedger}/db`
  for (const lines of [
    [`GET http://evil.example${ledger} HTTP/1.1`, host],
    [`GET ${ledger} HTTP/1.1`, 'Host: evil.example'],
  ]) {
    const heard = await send(...lines, 'Connection: close', '', '')
    expect(heard).toMatch(/^HTTP\/1\.1 40[014] /)
    expect(heard).not.toContain('evil')
  }
})

test('B31 no header makes one method of another', async () => {
  for (const name of [
    'x-http-method-override',
    'x-http-method',
    'x-method-override',
  ]) {
    const reply = await server.app.inject({
      method: 'GET',
      url: `/api/v1/ledgers/${aLedger}`,
      headers: { authorization: `Bearer ${server.token}`, [name]: 'DELETE' },
    })
    expect(reply.statusCode).toBe(404)
  }
  expect(server.people.ledgers.exists(aLedger)).toBe(true)
})

test('B31 HEAD says no more than GET, OPTIONS and TRACE are not there', async () => {
  for (const route of Object.keys(matrix)) {
    const url = (route.split(' ')[1] ?? '').replace(':ledger', aLedger)
    const [head, get, options] = [
      await server.app.inject({ method: 'HEAD', url }),
      await server.app.inject({ method: 'GET', url }),
      await server.app.inject({ method: 'OPTIONS', url }),
    ]
    expect([route, head.statusCode]).toEqual([route, get.statusCode])
    expect(head.body).toBe('')
    expect([404, 405]).toContain(options.statusCode)
    expect(options.headers).not.toHaveProperty('access-control-allow-origin')
  }
  const traced = await send(
    'TRACE /health/live HTTP/1.1',
    host,
    'X-Secret: mine',
    'Connection: close',
    '',
    '',
  )
  expect(traced).toMatch(/^HTTP\/1\.1 40[045] /)
  expect(traced).not.toContain('mine')
})

test('S10 two hundred connections that never finish their request keep nobody waiting, and end', async () => {
  const { port } = new URL(server.origin)
  const slow = Array.from({ length: 200 }, () =>
    connect(Number(port), '127.0.0.1'),
  )
  await Promise.all(slow.map(socket => once(socket, 'connect')))
  for (const socket of slow) socket.write(`POST ${path} HTTP/1.1\r\n${host}`)
  const reply = await fetch(`${server.origin}/health/live`)
  expect(reply.status).toBe(200)
  // Node ends them after that; nobody waits for it here.
  const { headersTimeout, requestTimeout } = server.app.server
  expect(headersTimeout).toBeGreaterThan(0)
  expect(headersTimeout).toBeLessThanOrEqual(60_000)
  expect(requestTimeout).toBe(120_000)
  for (const socket of slow) socket.destroy()
})
