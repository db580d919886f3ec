import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { anApp, refresh } from '../../test/an-app.ts'

async function aBuild(files: Readonly<Record<string, string>> = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'web-app-'))
  await mkdir(join(directory, 'assets'))
  const all = {
    'index.html': '<!doctype html><title>OurMoney</title>',
    'sw.js': 'self',
    'manifest.webmanifest': '{}',
    'assets/app-B7x.js': 'app',
    '.hidden': 'hidden',
    ...files,
  }
  for (const [name, text] of Object.entries(all)) {
    await writeFile(join(directory, name), text)
  }
  return directory
}

const webDir = await aBuild()
const { app } = await anApp({ webDirs: [webDir] })
const etag = (await app.inject({ url: '/' })).headers.etag ?? ''

test.each([
  ['/', 'no-cache'],
  ['/index.html', 'no-cache'],
  ['/sw.js', 'no-cache'],
  ['/manifest.webmanifest', 'no-cache'],
  ['/transactions', 'no-cache'],
  ['/assets/app-B7x.js', 'public, max-age=31536000, immutable'],
  ['/api/v1/server', 'no-store'],
  ['/nothing.js', 'no-store'],
])('%s may be kept: %s', async (url, kept) => {
  const reply = await app.inject({ url })
  expect(reply.headers['cache-control']).toBe(kept)
})

test.each(['/', '/transactions', '/set-up', '/sign-in?next=%2F', '/a/b/c'])(
  'C19 the screen %s gets the app',
  async url => {
    const reply = await app.inject({ url })
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-type']).toContain('text/html')
  },
)

test.each([
  '/x.js',
  '/assets/x',
  '/assets/x.js',
  '/settings/x.css',
  '/api/v1/ledgers/account.js',
  '/api',
  '/api/x',
  '/API/x',
  '/sync/x',
  '/sync',
  '/health/x',
  '/.hidden',
  '/..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/package.json',
  '/%00',
  '/%zz',
])('C19 %s gets no page', async url => {
  const reply = await app.inject({ url })
  expect(reply.statusCode).toBeGreaterThanOrEqual(400)
  expect(reply.headers['content-type']).toContain('application/problem+json')
})

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const)(
  '%s never gets the app',
  async method => {
    expect(
      (await app.inject({ method, url: '/transactions' })).statusCode,
    ).toBe(404)
  },
)

test('assets of earlier builds are still served', async () => {
  const kept = await aBuild({ 'assets/old-A1.js': 'old' })
  const server = await anApp({ webDirs: [await aBuild(), kept] })
  const reply = await server.app.inject({ url: '/assets/old-A1.js' })
  expect(reply.body).toBe('old')
})

test('without a build the API is there and everything else is not', async () => {
  const server = await anApp({ webDirs: ['/nowhere'] })
  expect((await server.app.inject({ url: '/' })).statusCode).toBe(404)
  expect((await server.app.inject({ url: '/api/v1/server' })).statusCode).toBe(
    200,
  )
})

describe('C13', () => {
  const always = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'permissions-policy': expect.stringMatching(
      /camera=\(\).*geolocation=\(\).*microphone=\(self\)$/,
    ),
    'content-security-policy': expect.stringMatching(
      /^default-src 'none'; script-src 'self'; style-src 'self';.* object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types ourmoney$/,
    ),
  }

  test.each([
    ['200 page', 200, { url: '/' }],
    ['200 script', 200, { url: '/assets/app-B7x.js' }],
    ['200 worker', 200, { url: '/sw.js' }],
    ['200 HEAD', 200, { method: 'HEAD', url: '/' }],
    ['200 API', 200, { url: '/api/v1/server' }],
    ['200 health', 200, { url: '/health/live' }],
    ['304', 304, { url: '/', headers: { 'if-none-match': etag } }],
    ['400', 400, { method: 'POST', url: '/api/v1/auth/sign-in', payload: {} }],
    ['401', 401, { url: '/api/v1/ledgers' }],
    ['404 API', 404, { url: '/api/x' }],
    ['404 unroutable', 404, { url: '/%zz' }],
    [
      '413',
      413,
      {
        method: 'POST',
        url: '/api/v1/auth/sign-in',
        payload: { name: 'x'.repeat(20_000) },
      },
    ],
    [
      '415',
      415,
      {
        method: 'POST',
        url: '/api/v1/auth/refresh',
        headers: { 'content-encoding': 'gzip' },
        payload: 'x',
      },
    ],
  ] as const)('%s carries every header', async (_, status, options) => {
    const reply = await app.inject(options)
    expect(reply.statusCode).toBe(status)
    expect(reply.headers).toMatchObject(always)
    expect(reply.headers['strict-transport-security']).toBeUndefined()
  })

  test('what is no HTTP gets them too', async () => {
    const server = await anApp()
    const listening = { port: 0, host: '127.0.0.1' }
    const { port } = new URL(await server.app.listen(listening))
    const answer = await new Promise<string>(resolve => {
      const socket = connect(Number(port), listening.host)
      let text = ''
      socket.on('data', chunk => (text += String(chunk)))
      socket.on('close', () => resolve(text))
      socket.write('GET / HTTP/1.1\r\nHost: x\r\nBad\u0001Header\r\n\r\n')
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(answer).toContain("content-security-policy: default-src 'none'")
    expect(answer).toContain('"code":"bad-request"')
    await server.app.close()
  })

  test('with https come a year of it', async () => {
    const server = await anApp({ publicUrl: 'https://money.example' })
    const headersAt = async (host: string) => {
      const options = { url: '/nothing.js', headers: { host } }
      const { headers } = await server.app.inject(options)
      return headers['strict-transport-security']
    }
    expect(await headersAt('money.example')).toBe(
      'max-age=31536000; includeSubDomains',
    )
    expect(await headersAt('localhost:8080')).toBeUndefined()
  })

  test('the build adds hashes of styles and names of policies', async () => {
    const csp = { styleHashes: ['sha256-abc='], trustedTypes: ['app', 'sw'] }
    const build = await aBuild({ 'csp.json': JSON.stringify(csp) })
    const server = await anApp({ webDirs: [build] })
    const policy = (await server.app.inject({ url: '/' })).headers[
      'content-security-policy'
    ]
    expect(policy).toContain("style-src 'self' 'sha256-abc=';")
    expect(policy).toContain('trusted-types app sw')
    expect(policy).not.toContain('unsafe-')
  })

  test('a build cannot smuggle anything else into the policy', async () => {
    const csp = JSON.stringify({ styleHashes: ["'unsafe-inline'"] })
    const build = await aBuild({ 'csp.json': csp })
    await expect(anApp({ webDirs: [build] })).rejects.toThrow()
  })
})

test.each([
  'https://evil.example',
  'null',
  'http://localhost.evil.example',
  'http://evil-localhost',
])('C11 the origin %s is allowed nothing', async origin => {
  for (const method of ['GET', 'OPTIONS'] as const) {
    const reply = await app.inject({
      method,
      url: '/api/v1/server',
      headers: { origin, 'access-control-request-method': 'GET' },
    })
    const allowed = Object.keys(reply.headers).filter(name =>
      name.startsWith('access-control'),
    )
    expect(allowed).toEqual([])
  }
  expect((await refresh(app, '', { origin })).statusCode).toBe(403)
})
