import { createHmac, randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anApp, aSecret, getLedgers, signIn } from '../../test/an-app.ts'

const encode = (value: unknown) =>
  Buffer.from(
    typeof value === 'string' ? value : JSON.stringify(value),
  ).toString('base64url')

/** A token made by hand: whatever header, claims and key. */
function forge(
  header: unknown,
  claims: unknown,
  key = aSecret,
  hash = 'sha256',
) {
  const input = `${encode(header)}.${encode(claims)}`
  return `${input}.${createHmac(hash, key).update(input).digest('base64url')}`
}

const usual = { alg: 'HS256', typ: 'JWT' }
const { app } = await anApp()
const { session, user, accessToken } = await signIn(app)
const seconds = () => Math.floor(Date.now() / 1000)
const rightClaims = () => ({
  iss: 'ourmoney',
  aud: 'ourmoney-api',
  sub: user.id,
  sid: session,
  typ: 'access',
  iat: seconds(),
  exp: seconds() + 600,
  jti: randomUUID(),
})

async function expectRefused(token: string) {
  const reply = await getLedgers(app, token)
  expect(reply.statusCode).toBe(401)
  expect(reply.json()).toMatchObject({ code: 'not-signed-in', status: 401 })
  expect(reply.headers['content-type']).toContain('application/problem+json')
}

test('a token made by hand with the right key and claims is a token', async () => {
  const reply = await getLedgers(app, forge(usual, rightClaims()))
  expect(reply.statusCode).toBe(200)
})

test.each(['none', 'None', 'nOnE', 'NONE'])(
  'A1 alg %s is refused, signed or not',
  async alg => {
    const token = forge({ alg, typ: 'JWT' }, rightClaims())
    await expectRefused(token)
    await expectRefused(token.replace(/[^.]*$/, ''))
  },
)

test.each([
  ['another secret', usual, 'another secret of at least 32 characters'],
  ['an empty key', usual, ''],
  ['kid', { ...usual, kid: '../../dev/null' }, ''],
  ['jku', { ...usual, jku: 'https://evil.example/keys' }, 'evil'],
  ['x5u', { ...usual, x5u: 'https://evil.example/keys' }, 'evil'],
  ['jwk', { ...usual, jwk: { kty: 'oct', k: encode('evil') } }, 'evil'],
])(
  'A2 a token signed with the help of %s is refused',
  async (_, header, key) => {
    await expectRefused(forge(header, rightClaims(), key))
  },
)

test.each(['HS384', 'HS512', 'RS256', 'ES256', 'PS256', 'EdDSA'])(
  'A3 alg %s is refused, even with the right key',
  async alg => {
    await expectRefused(forge({ ...usual, alg }, rightClaims()))
    const hash = alg === 'HS512' ? 'sha512' : 'sha384'
    await expectRefused(forge({ ...usual, alg }, rightClaims(), aSecret, hash))
  },
)

test.each([
  ['expired', () => ({ exp: seconds() - 1 })],
  ['not yet valid', () => ({ nbf: seconds() + 60 })],
  ['nbf is text', () => ({ nbf: 'soon' })],
  ['exp is text', () => ({ exp: String(seconds() + 60) })],
  ['exp has a fraction', () => ({ exp: seconds() + 60.5 })],
  ['exp is negative', () => ({ exp: -1 })],
  ['exp is huge', () => ({ exp: 1e20 })],
  ['exp is too far', () => ({ exp: seconds() + 86_400 })],
  ['exp is null', () => ({ exp: null })],
  ['exp is missing', () => ({ exp: undefined })],
  ['iat is missing', () => ({ iat: undefined })],
  ['iat is in the future', () => ({ iat: seconds() + 300 })],
  ['iat is text', () => ({ iat: 'now' })],
])('A4 %s', async (_, wrong) => {
  await expectRefused(forge(usual, { ...rightClaims(), ...wrong() }))
})

test.each([
  ['aud', 'another'],
  ['aud', undefined],
  ['aud', 7],
  ['iss', 'another'],
  ['iss', undefined],
  ['typ', 'refresh'],
  ['typ', 'invite'],
  ['typ', undefined],
  ['sub', undefined],
  ['sub', ''],
  ['sid', undefined],
  ['sid', 17],
  ['jti', undefined],
])('A5 %s is %s', async (claim, value) => {
  await expectRefused(forge(usual, { ...rightClaims(), [claim]: value }))
})

describe('A6', () => {
  test.each([
    [
      'an unknown critical header',
      () => forge({ ...usual, crit: ['x'] }, rightClaims()),
    ],
    [
      'crit that is no list',
      () => forge({ ...usual, crit: 'x' }, rightClaims()),
    ],
    ['claims that are no object', () => forge(usual, '"text"')],
    ['claims that are null', () => forge(usual, 'null')],
    ['claims that are no JSON', () => forge(usual, '{')],
    ['a header that is no JSON', () => forge('{', rightClaims())],
    ['four parts', () => `${accessToken}.x`],
    ['two parts', () => accessToken.split('.').slice(1).join('.')],
    ['dots', () => '...'],
    ['nothing', () => ''],
    ['bytes that are no UTF-8', () => `${accessToken}\u00ff\u00fe`],
    ['another alphabet', () => accessToken.replace('.', '+/')],
    ['a space', () => accessToken.replace('.', ' .')],
  ])('%s', async (_, token) => {
    await expectRefused(token())
  })

  test('of claims given twice the last one counts', async () => {
    const text = JSON.stringify(rightClaims())
    const twice = (last: string) =>
      forge(usual, text.replace(/}$/, `,${last}}`))
    await expectRefused(twice('"exp":1'))
    await expectRefused(twice('"typ":"refresh"'))
  })

  test('any text at all is refused and never fails', async () => {
    const text = fc.oneof(fc.string(), fc.base64String(), fc.json())
    await fc.assert(
      fc.asyncProperty(text, text, text, async (a, b, c) => {
        await expectRefused(`${encode(a)}.${encode(b)}.${encode(c)}`)
        await expectRefused(forge(a, b))
      }),
      { numRuns: 100 },
    )
  })

  test('64 KB of token are refused on a real port', async () => {
    const { app: listening } = await anApp()
    const address = await listening.listen({ port: 0, host: '127.0.0.1' })
    const reply = await fetch(`${address}/api/v1/ledgers`, {
      headers: { authorization: `Bearer ${'a'.repeat(65_536)}` },
    })
    expect(reply.status).toBe(431)
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await reply.json()).toMatchObject({ status: 431 })
    await listening.close()
  })
})

test.each([
  ['sub', 'somebody-else'],
  ['role', 'owner'],
  ['ledger', 'abc'],
])('A7 an edited %s breaks the signature', async (claim, value) => {
  const [header, , signature] = accessToken.split('.')
  const claims = encode({ ...rightClaims(), [claim]: value })
  await expectRefused(`${header}.${claims}.${signature}`)
})

test('A7 a token’s own roles and ledgers count for nothing', async () => {
  const claims = {
    ...rightClaims(),
    role: 'owner',
    ledgers: ['x'],
    admin: true,
  }
  const reply = await getLedgers(app, forge(usual, claims))
  expect(reply.json()).toEqual({ ledgers: [], deleted: [] })
})
