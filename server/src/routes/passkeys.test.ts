import { afterEach, describe, expect, test, vi } from 'vitest'
import type { SessionReply } from '@ourmoney/shared/identity/api.ts'
import { aPasskey } from '../../test/a-passkey.ts'
import {
  anApp,
  ask,
  aUser,
  getLedgers,
  prove,
  signIn,
} from '../../test/an-app.ts'

afterEach(() => {
  vi.useRealTimers()
})

type App = Awaited<ReturnType<typeof anApp>>['app']

const host = 'money.example'
const origin = `https://${host}`

async function challengeOf(app: App, path: string, token?: string) {
  const headers = token === undefined ? {} : await prove(app, token)
  const reply = await ask(app, token, 'POST', path, undefined, headers)
  return reply.json<{ challenge: string }>().challenge
}

/** Somebody's passkey as it makes itself known. */
async function add(
  app: App,
  token: string,
  passkey: ReturnType<typeof aPasskey>,
  asked = {},
) {
  const challenge = await challengeOf(app, '/auth/passkeys/options', token)
  const response = passkey.create({ challenge, origin, host, ...asked })
  const payload = { name: 'A phone', response }
  const proof = await prove(app, token)
  return ask(app, token, 'POST', '/auth/passkeys', payload, proof)
}

async function enter(
  app: App,
  passkey: ReturnType<typeof aPasskey>,
  asked = {},
) {
  const challenge = await challengeOf(app, '/auth/passkey/options')
  const response = passkey.get({ challenge, origin, host, ...asked })
  return enterWith(app, response)
}

function enterWith(app: App, response: object) {
  const payload = { response, device: 'a phone' }
  return ask(app, undefined, 'POST', '/auth/passkey', payload)
}

async function withPasskey() {
  const { app, people } = await anApp({ publicUrl: origin })
  const ann = await signIn(app)
  const passkey = aPasskey()
  const added = await add(app, ann.accessToken, passkey)
  return { app, people, ann, passkey, added }
}

const unknown = { status: 403, code: 'wrong-passkey' }

test('a passkey signs its person in, without a name', async () => {
  const { app, ann, passkey, added } = await withPasskey()
  expect(added.json()).toMatchObject({ name: 'A phone' })
  const reply = await enter(app, passkey)
  expect(reply.statusCode).toBe(200)
  const { accessToken, user } = reply.json<SessionReply>()
  expect(user).toEqual(ann.user)
  expect((await getLedgers(app, accessToken)).statusCode).toBe(200)
  const factors = await ask(app, ann.accessToken, 'GET', '/auth/factors')
  expect(factors.json()).toMatchObject({ passkeys: [{ name: 'A phone' }] })
})

test('it stands for password and second factor, and for a proof', async () => {
  const { app, ann, passkey } = await withPasskey()
  const challenge = await challengeOf(app, '/auth/passkey/options')
  const payload = { response: passkey.get({ challenge, origin, host }) }
  const reply = await ask(
    app,
    ann.accessToken,
    'POST',
    '/auth/confirm',
    payload,
  )
  expect(reply.json()).toMatchObject({ proof: expect.any(String) })
})

test('nobody confirms with the passkey of another person', async () => {
  const { app, people, passkey } = await withPasskey()
  await aUser(people, 'Bob')
  const bob = await signIn(app, 'Bob')
  const challenge = await challengeOf(app, '/auth/passkey/options')
  const payload = { response: passkey.get({ challenge, origin, host }) }
  const reply = await ask(
    app,
    bob.accessToken,
    'POST',
    '/auth/confirm',
    payload,
  )
  expect(reply.json()).toMatchObject(unknown)
})

describe('A26', () => {
  test('what a passkey signed is good once', async () => {
    const { app, passkey } = await withPasskey()
    const challenge = await challengeOf(app, '/auth/passkey/options')
    const response = passkey.get({ challenge, origin, host })
    expect((await enterWith(app, response)).statusCode).toBe(200)
    expect((await enterWith(app, response)).json()).toMatchObject(unknown)
  })

  test('a challenge is good for five minutes and for its own purpose', async () => {
    const { app, ann, passkey } = await withPasskey()
    const forAdding = await challengeOf(
      app,
      '/auth/passkeys/options',
      ann.accessToken,
    )
    const own = { challenge: Buffer.from('1.2.3').toString('base64url') }
    for (const asked of [{ challenge: forAdding }, own]) {
      expect((await enter(app, passkey, asked)).json()).toMatchObject(unknown)
    }
    const challenge = await challengeOf(app, '/auth/passkey/options')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 301_000 })
    const late = await enter(app, passkey, { challenge })
    expect(late.json()).toMatchObject(unknown)
  })

  test('a passkey of another site, of nobody, or used without its person is refused', async () => {
    const { app, passkey } = await withPasskey()
    for (const [key, asked] of [
      [passkey, { origin: 'https://money.example.evil' }],
      [passkey, { host: 'evil.example' }],
      [passkey, { unverified: true }],
      [aPasskey(), {}],
    ] as const) {
      expect((await enter(app, key, asked)).json()).toMatchObject(unknown)
    }
    expect((await enter(app, passkey)).statusCode).toBe(200)
  })

  test('a copy that counts its signatures anew is refused', async () => {
    const { app, passkey } = await withPasskey()
    expect((await enter(app, passkey)).statusCode).toBe(200)
    passkey.forget()
    expect((await enter(app, passkey)).json()).toMatchObject(unknown)
  })

  test('one that was made for another session, or is known already, is not added', async () => {
    const { app, ann, passkey } = await withPasskey()
    const again = await add(app, ann.accessToken, passkey)
    expect(again.json()).toMatchObject(unknown)
    const other = await signIn(app)
    const challenge = await challengeOf(
      app,
      '/auth/passkeys/options',
      other.accessToken,
    )
    const foreign = await add(app, ann.accessToken, aPasskey(), { challenge })
    expect(foreign.json()).toMatchObject(unknown)
  })
})

test('A8 the passkey of a disabled user lets nobody in', async () => {
  const { app, people } = await anApp({ publicUrl: origin })
  const bob = await aUser(people, 'Bob')
  const { accessToken } = await signIn(app, 'Bob')
  const passkey = aPasskey()
  await add(app, accessToken, passkey)
  await people.changeUser(bob, { disabled: true })
  expect((await enter(app, passkey)).json()).toMatchObject(unknown)
})

test('A22 without the passkey that was taken away nobody gets in, and other sessions are over', async () => {
  const { app, ann, passkey, added } = await withPasskey()
  const { accessToken } = (await enter(app, passkey)).json<SessionReply>()
  const path = `/auth/passkeys/${added.json<{ id: string }>().id}`
  const proof = await prove(app, ann.accessToken)
  const reply = await ask(
    app,
    ann.accessToken,
    'DELETE',
    path,
    undefined,
    proof,
  )
  expect(reply.statusCode).toBe(204)
  expect((await enter(app, passkey)).json()).toMatchObject(unknown)
  expect((await getLedgers(app, accessToken)).statusCode).toBe(401)
})

test('without an address of its own a server takes the one that was asked for', async () => {
  const { app } = await anApp()
  const { accessToken } = await signIn(app)
  const passkey = aPasskey()
  const local = { origin: 'http://localhost:80', host: 'localhost' }
  const added = await add(app, accessToken, passkey, local)
  expect(added.statusCode).toBe(201)
  expect((await enter(app, passkey, local)).statusCode).toBe(200)
})
