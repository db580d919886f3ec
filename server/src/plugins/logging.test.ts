import { expect, test } from 'vitest'
import { anApp, aPassword, refresh, signIn } from '../../test/an-app.ts'

test('S15 the log holds no secret, no body and no line that a caller wrote', async () => {
  const lines: string[] = []
  const { app } = await anApp({
    logLevel: 'trace',
    logTo: { write: line => void lines.push(line) },
  })
  const { accessToken, cookie } = await signIn(app)
  const next = await refresh(app, cookie)
  await refresh(app, cookie)
  const evil = 'x\n{"level":60,"msg":"forged"}\u001b[31m'
  await app.inject({
    method: 'PUT',
    url: `/api/v1/ledgers/01hqzz8x3p4n5m6k7j8h9g0f1e?token=in-the-query&x=${encodeURIComponent(evil)}`,
    headers: {
      authorization: `Bearer ${accessToken}`,
      'x-evil': 'header-value',
    },
    payload: { name: 'Holiday 1234.56', surplus: 987_654 },
  })
  await app.inject({
    method: 'POST',
    url: '/api/v1/auth/sign-in',
    payload: { name: evil, password: 'wrong password 42', device: evil },
  })
  await app.inject({ url: '/no/such/path/with-an-id' })

  const log = lines.join('')
  const secrets = [
    aPassword,
    'wrong password 42',
    accessToken,
    cookie.split('=')[1] ?? '',
    String(next.headers['set-cookie']).split(/[=;]/)[1] ?? '',
    'in-the-query',
    'header-value',
    'Holiday',
    '987654',
    'with-an-id',
    'forged',
    '\u001b',
  ]
  for (const secret of secrets) expect(log).not.toContain(secret)
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
  expect(log).toContain('"route":"/api/v1/ledgers/:ledger"')
})
