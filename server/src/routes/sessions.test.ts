import { describe, expect, test } from 'vitest'
import {
  anApp,
  ask,
  aUser,
  getLedgers,
  prove,
  refresh,
  signIn,
} from '../../test/an-app.ts'

type App = Awaited<ReturnType<typeof anApp>>['app']

async function wipe(app: App, token: string, session: string) {
  const path = `/auth/sessions/${session}/wipe`
  const proof = await prove(app, token)
  return ask(app, token, 'POST', path, undefined, proof)
}

async function listed(app: App, token: string) {
  const reply = await ask(app, token, 'GET', '/auth/sessions')
  return reply.json<{ sessions: { id: string; wiping: boolean }[] }>().sessions
}

test('A21 a person ends every session but the one they use', async () => {
  const { app, people } = await anApp()
  const others = [await signIn(app), await signIn(app)]
  const own = await signIn(app)
  await aUser(people, 'Bob')
  const bob = await signIn(app, 'Bob')
  const reply = await ask(app, own.accessToken, 'DELETE', '/auth/sessions')
  expect(reply.statusCode).toBe(204)
  for (const { accessToken, cookie } of others) {
    expect((await getLedgers(app, accessToken)).statusCode).toBe(401)
    expect((await refresh(app, cookie)).statusCode).toBe(401)
  }
  expect(await listed(app, own.accessToken)).toHaveLength(1)
  expect((await getLedgers(app, bob.accessToken)).statusCode).toBe(200)
})

describe('A23', () => {
  test('a device that is to be wiped is told so whatever it asks, until it has signed out', async () => {
    const { app } = await anApp()
    const lost = await signIn(app)
    const own = await signIn(app)
    const reply = await wipe(app, own.accessToken, lost.session)
    expect(reply.statusCode).toBe(204)
    const told = { status: 401, code: 'wipe-device' }
    expect((await getLedgers(app, lost.accessToken)).json()).toMatchObject(told)
    // Twice: its answer may have been lost on the way.
    for (let times = 0; times < 2; times++) {
      const refused = await refresh(app, lost.cookie)
      expect(refused.json()).toMatchObject(told)
      expect(refused.cookies).toEqual([])
    }
    expect(await listed(app, own.accessToken)).toMatchObject([
      { id: lost.session, wiping: true },
      { id: own.session, wiping: false },
    ])
    await app.inject({
      method: 'POST',
      url: '/api/v1/auth/sign-out',
      headers: { cookie: lost.cookie },
    })
    expect(await listed(app, own.accessToken)).toHaveLength(1)
    expect((await refresh(app, lost.cookie)).json()).toMatchObject({
      code: 'session-ended',
    })
  })

  test('ending all other sessions does not take back that one is to be wiped', async () => {
    const { app } = await anApp()
    const lost = await signIn(app)
    const own = await signIn(app)
    await wipe(app, own.accessToken, lost.session)
    await ask(app, own.accessToken, 'DELETE', '/auth/sessions')
    expect((await refresh(app, lost.cookie)).json()).toMatchObject({
      code: 'wipe-device',
    })
  })

  test('it wants a proof, and nobody does it to another person', async () => {
    const { app, people } = await anApp()
    const ann = await signIn(app)
    const path = `/auth/sessions/${ann.session}/wipe`
    const unproved = await ask(app, ann.accessToken, 'POST', path)
    expect(unproved.json()).toMatchObject({ code: 'not-confirmed' })
    await aUser(people, 'Bob')
    const { accessToken } = await signIn(app, 'Bob')
    const reply = await wipe(app, accessToken, ann.session)
    expect(reply.statusCode).toBe(404)
    expect((await getLedgers(app, ann.accessToken)).statusCode).toBe(200)
  })
})
