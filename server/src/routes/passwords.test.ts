import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  aHasher,
  anApp,
  aPassword,
  ask,
  aUser,
  getLedgers,
  prove,
  refresh,
  signIn,
  somePeople,
} from '../../test/an-app.ts'

afterEach(() => {
  vi.useRealTimers()
})

const password = 'a new horse, staple and battery'

function signInWith(app: App, name: string, password: string) {
  const payload = { name, password, device: '' }
  return ask(app, undefined, 'POST', '/auth/sign-in', payload)
}

type App = Awaited<ReturnType<typeof anApp>>['app']

function reset(app: App, token: string, wanted = password) {
  const payload = { token, password: wanted }
  return ask(app, undefined, 'POST', '/auth/reset', payload)
}

describe('A22', () => {
  test('after a change of password every other session is over, and this one goes on', async () => {
    const { app, people } = await anApp()
    const other = await signIn(app)
    const own = await signIn(app)
    const link = await people.resets.create(own.user.id)
    const proof = await prove(app, own.accessToken)
    const reply = await ask(
      app,
      own.accessToken,
      'PUT',
      '/auth/password',
      { password },
      proof,
    )
    expect(reply.statusCode).toBe(204)
    expect((await getLedgers(app, other.accessToken)).statusCode).toBe(401)
    expect((await refresh(app, other.cookie)).statusCode).toBe(401)
    expect((await getLedgers(app, own.accessToken)).statusCode).toBe(200)
    expect((await refresh(app, own.cookie)).statusCode).toBe(200)
    expect((await reset(app, link.token)).statusCode).toBe(403)
    expect((await signIn(app)).reply.statusCode).toBe(401)
    expect((await signInWith(app, 'Ann', password)).statusCode).toBe(200)
  })

  test('who is signing in with the old password in that moment gets no session', async () => {
    let letGo = () => {}
    const held = new Promise<void>(resolve => {
      letGo = resolve
    })
    let tell = () => {}
    const isVerified = new Promise<void>(resolve => {
      tell = resolve
    })
    const hasher = aHasher()
    const people = await somePeople({
      hasher: {
        ...hasher,
        verify: async (hashed, password) => {
          const isRight = await hasher.verify(hashed, password)
          if (password === aPassword) tell()
          if (password === aPassword) await held
          return isRight
        },
      },
    })
    const { app } = await anApp({ people })
    const coming = signInWith(app, 'Ann', aPassword)
    await isVerified
    const id = people.users.named('Ann')?.id ?? ''
    const { token } = await people.resets.create(id)
    expect((await reset(app, token)).statusCode).toBe(204)
    letGo()
    expect((await coming).json()).toMatchObject({ code: 'bad-credentials' })
    expect(people.sessions.ofUser(id)).toEqual([])
  })

  test('a session alone changes no password, nor is a common one taken', async () => {
    const { app } = await anApp()
    const { accessToken } = await signIn(app)
    const change = (wanted: string, headers = {}) =>
      ask(
        app,
        accessToken,
        'PUT',
        '/auth/password',
        { password: wanted },
        headers,
      )
    expect((await change(password)).json()).toMatchObject({
      code: 'not-confirmed',
    })
    const proof = await prove(app, accessToken)
    expect((await change('Password123', proof)).json()).toMatchObject({
      code: 'common-password',
    })
  })

  test('a reset ends every session', async () => {
    const { app, people } = await anApp()
    const { accessToken, cookie, user } = await signIn(app)
    const { token } = await people.resets.create(user.id)
    expect((await reset(app, token)).statusCode).toBe(204)
    expect((await getLedgers(app, accessToken)).statusCode).toBe(401)
    expect((await refresh(app, cookie)).statusCode).toBe(401)
    expect((await signInWith(app, 'Ann', password)).statusCode).toBe(200)
  })
})

test('A14 used, expired, replaced and guessed reset links are told alike', async () => {
  const { app, people } = await anApp()
  const bob = await aUser(people, 'Bob')
  const cid = await aUser(people, 'Cid')
  const replaced = await people.resets.create(bob)
  const used = await people.resets.create(bob)
  expect((await reset(app, used.token)).statusCode).toBe(204)
  const expired = await people.resets.create(bob)
  const disabled = await people.resets.create(cid)
  await people.changeUser(cid, { disabled: true })
  vi.useFakeTimers({ toFake: ['Date'], now: expired.expiresAt })
  const tokens = [replaced, used, expired, disabled].map(each => each.token)
  const bodies = new Set<string>()
  for (const token of [...tokens, 'x'.repeat(43)]) {
    const reply = await reset(app, token)
    expect(reply.statusCode).toBe(403)
    bodies.add(reply.body)
  }
  expect(bodies.size).toBe(1)
})

test('a reset link works once, also for two who use it at the same moment', async () => {
  const { app, people } = await anApp()
  const { token } = await people.resets.create(await aUser(people, 'Bob'))
  const replies = await Promise.all([
    reset(app, token, 'the first of two passwords'),
    reset(app, token, 'the other of two passwords'),
  ])
  const codes = replies.map(({ statusCode }) => statusCode)
  expect(codes.toSorted((a, b) => a - b)).toEqual([204, 403])
})
