import { generateSync } from 'otplib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  anApp,
  aPassword,
  ask,
  aUser,
  getLedgers,
  prove,
  refresh,
  signIn,
} from '../../test/an-app.ts'

// In the middle of a half minute, so that a second more or less is none.
const noon = Date.parse('2026-11-26T12:00:15Z')
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon })
})
afterEach(() => {
  vi.useRealTimers()
})

type App = Awaited<ReturnType<typeof anApp>>['app']

/** What the app on the phone shows, some seconds from now. */
function codeOf(secret: string, seconds = 0): string {
  const epoch = Math.floor(Date.now() / 1000) + seconds
  return generateSync({ secret, epoch })
}

function enter(app: App, code?: string, password = aPassword) {
  const payload = { name: 'Ann', password, device: '', code }
  return ask(app, undefined, 'POST', '/auth/sign-in', payload)
}

/** Ann with codes on, half a minute after she turned them on. */
async function withCodes() {
  const { app, people } = await anApp()
  const ann = await signIn(app)
  const proof = await prove(app, ann.accessToken)
  const begun = await ask(
    app,
    ann.accessToken,
    'POST',
    '/auth/totp',
    undefined,
    proof,
  )
  const { secret, uri } = begun.json<{ secret: string; uri: string }>()
  const turnOn = (code: string) =>
    ask(app, ann.accessToken, 'PUT', '/auth/totp', { code }, proof)
  const on = await turnOn(codeOf(secret))
  vi.setSystemTime(noon + 30_000)
  const { codes } = on.json<{ codes: string[] }>()
  return { app, people, ann, proof, secret, uri, codes, turnOn }
}

test('who has turned codes on signs in with password and code', async () => {
  const { app, secret, uri, codes } = await withCodes()
  expect(uri).toBe(
    `otpauth://totp/OurMoney:Ann?secret=${secret}&issuer=OurMoney`,
  )
  expect(codes).toHaveLength(10)
  expect((await enter(app)).json()).toMatchObject({
    status: 401,
    code: 'second-factor-needed',
  })
  expect((await enter(app, codeOf(secret))).statusCode).toBe(200)
})

test('A14 that somebody has a second factor is told to nobody without the password', async () => {
  const { app } = await withCodes()
  const reply = await enter(app, undefined, 'wrong')
  expect(reply.json()).toMatchObject({ code: 'bad-credentials' })
})

test('A22 turning codes on or off ends every other session', async () => {
  const { app, people } = await anApp()
  await aUser(people, 'Bob')
  const other = await signIn(app, 'Bob')
  const own = await signIn(app, 'Bob')
  const proof = await prove(app, own.accessToken)
  const totp = (method: 'POST' | 'PUT' | 'DELETE', payload?: object) =>
    ask(app, own.accessToken, method, '/auth/totp', payload, proof)
  const { secret } = (await totp('POST')).json<{ secret: string }>()
  expect((await getLedgers(app, other.accessToken)).statusCode).toBe(200)
  await totp('PUT', { code: codeOf(secret) })
  expect((await getLedgers(app, other.accessToken)).statusCode).toBe(401)
  expect((await refresh(app, other.cookie)).statusCode).toBe(401)
  expect((await totp('DELETE')).statusCode).toBe(204)
  expect((await getLedgers(app, own.accessToken)).statusCode).toBe(200)
  expect((await signIn(app, 'Bob')).reply.statusCode).toBe(200)
})

describe('A26', () => {
  test('a code is good once, also the one that turned codes on', async () => {
    const { app, secret } = await withCodes()
    const wrong = { status: 403, code: 'wrong-code' }
    expect((await enter(app, codeOf(secret, -30))).json()).toMatchObject(wrong)
    const code = codeOf(secret)
    expect((await enter(app, code)).statusCode).toBe(200)
    expect((await enter(app, code)).json()).toMatchObject(wrong)
  })

  test('of two who show a code at the same moment one gets in', async () => {
    const { app, secret } = await withCodes()
    const code = codeOf(secret)
    const replies = await Promise.all([enter(app, code), enter(app, code)])
    const codes = replies.map(({ statusCode }) => statusCode)
    expect(codes.toSorted((a, b) => a - b)).toEqual([200, 403])
  })

  test.each([
    [-60, 403],
    [-30, 200],
    [0, 200],
    [30, 200],
    [60, 403],
  ])(
    'a clock that is %i seconds off is answered %i',
    async (seconds, status) => {
      const { app, secret } = await withCodes()
      vi.setSystemTime(noon + 300_000)
      const reply = await enter(app, codeOf(secret, seconds))
      expect(reply.statusCode).toBe(status)
    },
  )

  test('after five wrong codes even the right one waits, and not for ever', async () => {
    const { app, secret } = await withCodes()
    const right = codeOf(secret)
    const wrong = right === '000000' ? '000001' : '000000'
    for (let n = 0; n < 5; n++) {
      expect((await enter(app, wrong)).statusCode).toBe(403)
    }
    const reply = await enter(app, right)
    expect(reply.statusCode).toBe(429)
    const wait = Number(reply.headers['retry-after'])
    expect(wait).toBeGreaterThan(0)
    vi.setSystemTime(Date.now() + wait * 1000)
    expect((await enter(app, codeOf(secret))).statusCode).toBe(200)
  })

  test('a recovery code stands for one, once, however it is typed', async () => {
    const { app, ann, codes } = await withCodes()
    const [code = ''] = codes
    const typed = code.toUpperCase().replaceAll('-', ' ')
    expect((await enter(app, typed)).statusCode).toBe(200)
    expect((await enter(app, code)).statusCode).toBe(403)
    const factors = await ask(app, ann.accessToken, 'GET', '/auth/factors')
    expect(factors.json()).toEqual({
      totp: true,
      recoveryCodesLeft: 9,
      passkeys: [],
    })
  })

  test('new recovery codes take the place of the old', async () => {
    const { app, ann, proof, codes } = await withCodes()
    const path = '/auth/recovery-codes'
    const reply = await ask(
      app,
      ann.accessToken,
      'POST',
      path,
      undefined,
      proof,
    )
    const renewed = reply.json<{ codes: string[] }>().codes
    expect((await enter(app, codes[0])).statusCode).toBe(403)
    expect((await enter(app, renewed[0])).statusCode).toBe(200)
  })

  test('codes that are on are not turned on again for another app', async () => {
    const { app, ann, proof, secret, turnOn } = await withCodes()
    const again = await ask(
      app,
      ann.accessToken,
      'POST',
      '/auth/totp',
      undefined,
      proof,
    )
    expect(again.json()).toMatchObject({ code: 'second-factor-is-on' })
    expect((await turnOn(codeOf(secret))).statusCode).toBe(409)
  })

  test('a session alone turns nothing on or off', async () => {
    const { app, ann } = await withCodes()
    for (const [method, path, payload] of [
      ['POST', '/auth/totp', undefined],
      ['PUT', '/auth/totp', { code: '123456' }],
      ['DELETE', '/auth/totp', undefined],
      ['POST', '/auth/recovery-codes', undefined],
      ['POST', '/auth/passkeys/options', undefined],
    ] as const) {
      const reply = await ask(app, ann.accessToken, method, path, payload)
      expect(reply.json()).toMatchObject({ code: 'not-confirmed' })
    }
  })
})

test('A26 what cannot be taken back wants a code beside the password, too', async () => {
  const { app, ann, secret, codes } = await withCodes()
  const confirm = (code?: string, password = aPassword) => {
    const payload = { password, code }
    return ask(app, ann.accessToken, 'POST', '/auth/confirm', payload)
  }
  expect((await confirm()).json()).toMatchObject({
    status: 401,
    code: 'second-factor-needed',
  })
  const code = codeOf(secret)
  // A wrong password takes no code away.
  expect((await confirm(code, 'wrong')).json()).toMatchObject({
    code: 'wrong-password',
  })
  expect((await confirm(code)).statusCode).toBe(200)
  expect((await confirm(code)).json()).toMatchObject({ code: 'wrong-code' })
  expect((await confirm(codes[0])).statusCode).toBe(200)
})

test('A25 a server whose clock was set back by a day locks nobody out', async () => {
  const { app, secret } = await withCodes()
  expect((await enter(app, codeOf(secret))).statusCode).toBe(200)
  vi.setSystemTime(noon - 24 * 60 * 60 * 1000)
  expect((await enter(app, codeOf(secret))).statusCode).toBe(200)
})

test('an ordinary reset leaves the second factor on, one of the command line may clear it', async () => {
  const { app, people, ann } = await withCodes()
  const reset = async (clearsFactors: boolean) => {
    const { token } = await people.resets.create(ann.user.id, { clearsFactors })
    await people.resets.redeem(token, aPassword)
    return enter(app)
  }
  expect((await reset(false)).json()).toMatchObject({
    code: 'second-factor-needed',
  })
  expect((await reset(true)).statusCode).toBe(200)
})
