import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, aUser, prove, signIn } from './an-app.ts'
import { aLedger, aServer, type AServer } from './a-server.ts'

let server: AServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(async () => server.dispose())

let people = 0

/** Somebody new with two devices, the second of which listens to Ann's ledger. */
async function twoDevices() {
  people += 1
  const name = `Member ${people}`
  const id = await aUser(server.people, name)
  await server.people.members.add(aLedger, id, 'viewer')
  const own = await signIn(server.app, name)
  const other = await signIn(server.app, name)
  const feed = await fetch(
    `${server.url}/_changes?feed=longpoll&heartbeat=1000`,
    { headers: { authorization: `Bearer ${other.accessToken}` } },
  )
  return { id, own, other, feed }
}

type Devices = Awaited<ReturnType<typeof twoDevices>>

const acts: Readonly<Record<string, (devices: Devices) => Promise<unknown>>> = {
  'a change of password': async ({ own }) =>
    ask(
      server.app,
      own.accessToken,
      'PUT',
      '/auth/password',
      { password: 'a new horse, staple and battery' },
      await prove(server.app, own.accessToken),
    ),
  'a reset': async ({ id }) => {
    const { token } = await server.people.resets.create(id)
    const payload = { token, password: 'a new horse, staple and battery' }
    return ask(server.app, undefined, 'POST', '/auth/reset', payload)
  },
  'ending all other sessions': async ({ own }) =>
    ask(server.app, own.accessToken, 'DELETE', '/auth/sessions'),
  'revoke-and-wipe': async ({ own, other }) =>
    ask(
      server.app,
      own.accessToken,
      'POST',
      `/auth/sessions/${other.session}/wipe`,
      undefined,
      await prove(server.app, own.accessToken),
    ),
}

test.each(Object.keys(acts))(
  'A22 A23 %s ends open feeds within a second',
  async name => {
    const devices = await twoDevices()
    const started = performance.now()
    await acts[name]?.(devices)
    expect(await devices.feed.json()).toMatchObject({ results: [] })
    expect(performance.now() - started).toBeLessThan(1000)
    const again = await fetch(`${server.url}/_changes`, {
      headers: { authorization: `Bearer ${devices.other.accessToken}` },
    })
    expect(again.status).toBe(401)
  },
)
