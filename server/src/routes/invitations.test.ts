import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Role } from '@ourmoney/shared/identity/api.ts'
import { aHasher, anApp, aPassword, ask, aUser } from '../../test/an-app.ts'
import { signIn, somePeople } from '../../test/an-app.ts'

afterEach(() => {
  vi.useRealTimers()
})

const ledger = '0'.repeat(25) + '1'
const path = `/ledgers/${ledger}/invitations`

type Invited = { readonly id: string; readonly code: string }
type App = Awaited<ReturnType<typeof anApp>>['app']

/** Ann with a ledger, and Bob who is not in it. */
async function aHousehold(options: Parameters<typeof anApp>[0] = {}) {
  const { app, people } = await anApp(options)
  const ann = await signIn(app)
  await people.ledgers.connect(ann.user.id, ledger, 'Home')
  await aUser(people, 'Bob')
  const bob = await signIn(app, 'Bob')
  const invite = async (role: Role = 'editor') =>
    (await ask(app, ann.accessToken, 'POST', path, { role })).json<Invited>()
  return { app, people, ann, bob, invite }
}

function accept(app: App, token: string, code: string) {
  return ask(app, token, 'POST', '/invitations/accept', { code })
}

function register(app: App, wanted: object, ip = '203.0.113.7') {
  return app.inject({
    method: 'POST',
    url: '/api/v1/auth/register',
    remoteAddress: ip,
    payload: { name: 'Eve', password: aPassword, device: 'a phone', ...wanted },
  })
}

const gone = { status: 404, code: 'invitation-gone' }

test('an invited person sees to what, joins it with that role, and needs no more than the code', async () => {
  const { app, bob, invite } = await aHousehold()
  const { code } = await invite('viewer')
  const look = await ask(app, undefined, 'POST', '/invitations/look', { code })
  expect(look.json()).toMatchObject({
    ledger: 'Home',
    role: 'viewer',
    createdBy: 'Ann',
  })
  const reply = await accept(app, bob.accessToken, code)
  expect(reply.json()).toMatchObject({
    id: ledger,
    name: 'Home',
    role: 'viewer',
  })
})

describe('B28', () => {
  test('a code works once', async () => {
    const { app, people, bob, invite } = await aHousehold()
    const { code } = await invite()
    await accept(app, bob.accessToken, code)
    await aUser(people, 'Cid')
    const cid = await signIn(app, 'Cid')
    const again = await accept(app, cid.accessToken, code)
    expect(again.json()).toMatchObject(gone)
  })

  test('of two people who show a code at the same moment one gets in', async () => {
    const { app, people, bob, invite } = await aHousehold()
    const { code } = await invite()
    await aUser(people, 'Cid')
    const cid = await signIn(app, 'Cid')
    const replies = await Promise.all([
      accept(app, bob.accessToken, code),
      accept(app, cid.accessToken, code),
      register(app, { code }),
    ])
    const codes = replies.map(({ statusCode }) => statusCode)
    expect(codes.toSorted((a, b) => a - b)).toEqual([200, 404, 404])
    expect(people.members.of(ledger)).toHaveLength(2)
  })

  test('it is 128 bits, and only its hash is kept', async () => {
    const { ann, app, people, invite } = await aHousehold()
    const { code } = await invite()
    expect(Buffer.from(code, 'base64url')).toHaveLength(16)
    const list = await ask(app, ann.accessToken, 'GET', path)
    expect(list.body).not.toContain(code)
    expect(JSON.stringify(people.invitations.look(code))).not.toContain(code)
  })

  test('a guessed, a revoked and an expired one are told alike', async () => {
    const { app, ann, bob, invite } = await aHousehold()
    const revoked = await invite()
    const url = `${path}/${revoked.id}`
    const reply = await ask(app, ann.accessToken, 'DELETE', url)
    expect(reply.statusCode).toBe(204)
    const expired = await invite()
    vi.useFakeTimers({
      toFake: ['Date'],
      now: Date.now() + 7 * 24 * 60 * 60 * 1000 + 1,
    })
    // A week later the access token has ended too.
    const { accessToken } = await signIn(app, 'Bob')
    expect(bob.accessToken).not.toBe(accessToken)
    for (const code of [revoked.code, expired.code, 'A'.repeat(22)]) {
      expect((await accept(app, accessToken, code)).json()).toMatchObject(gone)
      const payload = { code }
      const look = await ask(
        app,
        undefined,
        'POST',
        '/invitations/look',
        payload,
      )
      expect(look.json()).toMatchObject(gone)
      expect((await register(app, { code })).json()).toMatchObject(gone)
    }
  })

  test('the role is the one that the owner wrote', async () => {
    const { app, people, bob, invite } = await aHousehold()
    const { code } = await invite('viewer')
    const edited = { code, role: 'owner' }
    const reply = await ask(
      app,
      bob.accessToken,
      'POST',
      '/invitations/accept',
      edited,
    )
    expect(reply.statusCode).toBe(400)
    await accept(app, bob.accessToken, code)
    expect(people.ledgers.roleOf(bob.user.id, ledger)).toBe('viewer')
  })

  test('a member who shows one keeps their role and does not use it up', async () => {
    const { app, ann, bob, invite } = await aHousehold()
    const { code } = await invite('viewer')
    const own = await accept(app, ann.accessToken, code)
    expect(own.json()).toMatchObject({ role: 'owner' })
    expect((await accept(app, bob.accessToken, code)).statusCode).toBe(200)
  })

  test('it is void once its maker is no owner', async () => {
    const { app, people, ann, bob, invite } = await aHousehold()
    const cid = await aUser(people, 'Cid')
    await people.members.add(ledger, cid, 'editor')
    const { code } = await invite('owner')
    await people.members.handOver(ledger, ann.user.id, cid)
    const reply = await accept(app, bob.accessToken, code)
    expect(reply.json()).toMatchObject(gone)
  })

  test('only owners make, list and revoke them', async () => {
    const { app, people, bob, invite } = await aHousehold()
    const { id } = await invite()
    const asBob = async () => [
      await ask(app, bob.accessToken, 'POST', path, { role: 'owner' }),
      await ask(app, bob.accessToken, 'GET', path),
      await ask(app, bob.accessToken, 'DELETE', `${path}/${id}`),
    ]
    for (const { statusCode } of await asBob()) expect(statusCode).toBe(404)
    await people.members.add(ledger, bob.user.id, 'editor')
    for (const { statusCode } of await asBob()) expect(statusCode).toBe(403)
  })

  test('A5 a code is no access token', async () => {
    const { app, invite } = await aHousehold()
    const { code } = await invite()
    const reply = await ask(app, code, 'GET', '/ledgers')
    expect(reply.statusCode).toBe(401)
  })
})

test('a code lets somebody new register, and they are in the ledger', async () => {
  const { app, people, invite } = await aHousehold()
  const { code } = await invite('editor')
  const reply = await register(app, { code })
  expect(reply.statusCode).toBe(200)
  expect(people.members.of(ledger)).toMatchObject([
    { name: 'Ann' },
    { name: 'Eve', role: 'editor' },
  ])
  expect((await signIn(app, 'Eve')).reply.statusCode).toBe(200)
})

test('a name that is taken leaves the invitation unused', async () => {
  const { app, invite } = await aHousehold()
  const { code } = await invite()
  const taken = await register(app, { code, name: 'ann ' })
  expect(taken.json()).toMatchObject({ code: 'name-taken' })
  expect((await register(app, { code })).statusCode).toBe(200)
})

describe('A16', () => {
  test('nobody registers uninvited, unless the server is open', async () => {
    const { app } = await aHousehold()
    const refused = await register(app, {})
    expect(refused.json()).toMatchObject({ code: 'registration-closed' })
    const open = await aHousehold({ registration: 'open' })
    expect((await register(open.app, {})).statusCode).toBe(200)
  })

  test('a closed server takes nobody, invited or not', async () => {
    const { app, invite } = await aHousehold({ registration: 'closed' })
    const { code } = await invite()
    for (const wanted of [{}, { code }]) {
      const reply = await register(app, wanted)
      expect(reply.json()).toMatchObject({ code: 'registration-closed' })
    }
  })

  test('an open server lets no stranger be the first user', async () => {
    const people = await somePeople()
    const { app } = await anApp({ people, registration: 'open', setUp: false })
    const reply = await register(app, {})
    expect(reply.json()).toMatchObject({ code: 'registration-closed' })
    expect(people.users.isEmpty()).toBe(true)
  })

  test('one address registers ten times a day, whatever it calls itself', async () => {
    const { app } = await aHousehold({ registration: 'open' })
    const replies = []
    for (let n = 0; n < 11; n++) {
      const address = `2001:db8::${n}`
      replies.push(await register(app, { name: `New ${n}` }, address))
    }
    const codes = replies.map(({ statusCode }) => statusCode)
    expect(codes).toEqual([...Array<number>(10).fill(200), 429])
    expect(Number(replies.at(-1)?.headers['retry-after'])).toBeGreaterThan(60)
    const elsewhere = await register(app, {}, '203.0.113.9')
    expect(elsewhere.statusCode).toBe(200)
  })
})

test('A14 registering costs one hash whether the name is taken or not', async () => {
  const hasher = aHasher()
  const people = await somePeople({ hasher })
  const { app } = await aHousehold({ people, registration: 'open' })
  const hashes: number[] = []
  for (const name of ['Ann', 'Somebody new']) {
    hasher.calls.length = 0
    await register(app, { name })
    hashes.push(hasher.calls.filter(call => call === 'hash').length)
  }
  expect(hashes).toEqual([1, 1])
})

test('A14 without an invitation nobody learns which names are taken', async () => {
  const { app } = await aHousehold()
  const replies = [
    await register(app, { name: 'Ann' }),
    await register(app, { name: 'Nobody' }),
  ]
  expect(replies[0]?.body).toBe(replies[1]?.body)
})
