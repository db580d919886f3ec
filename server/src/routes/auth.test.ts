import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  aHasher,
  anApp,
  aPassword,
  aUser,
  cookieOf,
  getLedgers,
  refresh,
  signIn,
  somePeople,
} from '../../test/an-app.ts'

afterEach(() => {
  vi.useRealTimers()
})

function attempt(
  { app }: Awaited<ReturnType<typeof anApp>>,
  options: {
    name?: string
    password?: string
    ip?: string
    headers?: object
  } = {},
) {
  const { name = 'Ann', password = 'wrong', ip = '203.0.113.7' } = options
  return app.inject({
    method: 'POST',
    url: '/api/v1/auth/sign-in',
    remoteAddress: ip,
    headers: { ...options.headers },
    payload: { name, password, device: '' },
  })
}

function at(time: string) {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) })
}

test('a person signs in, refreshes and signs out', async () => {
  const { app } = await anApp()
  const { reply, accessToken, cookie, user } = await signIn(app)
  expect(reply.statusCode).toBe(200)
  expect(user).toMatchObject({ name: 'Ann', admin: true })
  expect((await getLedgers(app, accessToken)).statusCode).toBe(200)

  const refreshed = await refresh(app, cookie)
  expect(refreshed.statusCode).toBe(200)
  expect(refreshed.json()).toMatchObject({ expiresIn: 600 })
  expect(cookieOf(refreshed)).not.toBe(cookie)
})

describe('A8', () => {
  test('the token of a disabled user is refused at once', async () => {
    const { app, people } = await anApp()
    const bob = await aUser(people, 'Bob')
    const { accessToken, cookie } = await signIn(app, 'Bob')
    await people.changeUser(bob, { disabled: true })
    expect((await getLedgers(app, accessToken)).json()).toMatchObject({
      status: 401,
      code: 'session-ended',
    })
    expect((await refresh(app, cookie)).statusCode).toBe(401)
    expect((await signIn(app, 'Bob')).reply.statusCode).toBe(401)
  })
})

describe('A9', () => {
  test.each(['access_token', 'token', 'jwt', 'authorization'])(
    'a token as %s in query string or cookie is ignored',
    async name => {
      const { app } = await anApp()
      const { accessToken } = await signIn(app)
      const url = `/api/v1/ledgers?${name}=${accessToken}`
      const headers = { cookie: `${name}=${accessToken}` }
      const reply = await app.inject({ url, headers })
      expect(reply.statusCode).toBe(401)
    },
  )
})

describe('A10', () => {
  test('guessing is slowed, the right password too, and never for ever', async () => {
    at('2026-11-22T10:00:00Z')
    const server = await anApp()
    const replies = []
    for (let guess = 0; guess < 12; guess += 1)
      replies.push(await attempt(server))
    expect(replies.map(reply => reply.statusCode)).toEqual([
      ...Array(10).fill(401),
      429,
      429,
    ])
    const seconds = Number(replies.at(-1)?.headers['retry-after'])
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(30)

    const password = aPassword
    expect((await attempt(server, { password })).statusCode).toBe(429)
    vi.setSystemTime(Date.now() + seconds * 1000)
    expect((await attempt(server, { password })).statusCode).toBe(200)
  })

  test('signing in rightly does not use up attempts', async () => {
    const server = await anApp()
    for (let time = 0; time < 40; time += 1) {
      const reply = await attempt(server, { password: aPassword })
      expect(reply.statusCode).toBe(200)
    }
  })
})

describe('A11', () => {
  const trustProxy = ['127.0.0.1']
  const from = (forwarded: string) => ({
    ip: '127.0.0.1',
    headers: { 'x-forwarded-for': forwarded },
  })

  test('many addresses that guess one user share a bucket', async () => {
    const server = await anApp({ trustProxy })
    for (let n = 0; n < 10; n += 1)
      await attempt(server, from(`198.51.100.${n}`))
    const reply = await attempt(server, from('198.51.100.99'))
    expect(reply.statusCode).toBe(429)
  })

  test('one address that tries many users is slowed, another is not', async () => {
    const server = await anApp({ trustProxy })
    for (let n = 0; n < 30; n += 1) {
      await attempt(server, { ...from('198.51.100.1'), name: `user ${n}` })
    }
    const spraying = { ...from('198.51.100.1'), name: 'one more' }
    expect((await attempt(server, spraying)).statusCode).toBe(429)
    const other = { ...from('198.51.100.2'), name: 'one more' }
    expect((await attempt(server, other)).statusCode).toBe(401)
  })

  test('all together are limited', async () => {
    at('2026-11-22T10:00:00Z')
    const server = await anApp({ trustProxy })
    for (let n = 0; n < 200; n += 1) {
      await attempt(server, { ...from(`198.51.${n}.1`), name: `user ${n}` })
    }
    const fresh = { ...from('192.0.2.1'), name: 'nobody yet' }
    expect((await attempt(server, fresh)).statusCode).toBe(429)
  })
})

test.each([
  ['A12 X-Forwarded-For without a trusted proxy', '203.0.113.7', true],
  ['A13 the address inside one /64', '2001:db8:1:2:', false],
])(
  '%s can be changed, and it is the same bucket',
  async (_what, address, isForwarded) => {
    const server = await anApp()
    const statuses = []
    for (let n = 0; n < 31; n += 1) {
      const options = isForwarded
        ? { ip: address, headers: { 'x-forwarded-for': `198.51.100.${n}` } }
        : { ip: `${address}${n}:aaaa:bbbb:1` }
      const reply = await attempt(server, { ...options, name: `user ${n}` })
      statuses.push(reply.statusCode)
    }
    expect(statuses.filter(status => status === 429)).toHaveLength(1)
  },
)

test('A14 an unknown user gets the same words for the same work', async () => {
  const hasher = aHasher()
  const server = await anApp({ people: await somePeople({ hasher }) })
  await attempt(server, { name: 'nobody' })
  hasher.calls.length = 0
  const known = await attempt(server)
  const forKnown = hasher.calls.splice(0)
  const unknown = await attempt(server, { name: 'nobody' })
  expect(unknown.body).toBe(known.body)
  expect(unknown.statusCode).toBe(known.statusCode)
  expect(Object.keys(unknown.headers)).toEqual(Object.keys(known.headers))
  expect(hasher.calls).toEqual(forKnown)
})

test('A15 of 32 simultaneous sign-ins 22 are tried, two at a time', async () => {
  let running = 0
  let most = 0
  const hasher = {
    ...aHasher(),
    verify: async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise(resolve => setImmediate(resolve))
      running -= 1
      return false
    },
  }
  const server = await anApp({ people: await somePeople({ hasher }) })
  const replies = await Promise.all(
    Array.from({ length: 32 }, (_, n) =>
      attempt(server, { name: `user ${n}`, ip: `198.51.100.${n}` }),
    ),
  )
  const refused = replies.filter(reply => reply.statusCode === 429)
  expect(most).toBe(2)
  expect(refused).toHaveLength(10)
  expect(refused.every(reply => reply.headers['retry-after'])).toBe(true)
})

describe('A16', () => {
  test.each(['sign-up', 'users'])(
    'there is no way to register by %s',
    async path => {
      const { app } = await anApp()
      const url = `/api/v1/auth/${path}`
      const payload = { name: 'Bob', password: aPassword, device: '' }
      const reply = await app.inject({ method: 'POST', url, payload })
      expect(reply.statusCode).toBe(404)
    },
  )
})

describe('A17', () => {
  const setUp = async (tokens: (right: string) => string[]) => {
    const { app, people } = await anApp({ setUp: false })
    const replies = await Promise.all(
      tokens(people.setUp.token ?? '').map((token, n) =>
        app.inject({
          method: 'POST',
          url: '/api/v1/auth/set-up',
          payload: {
            token,
            name: `User ${n}`,
            password: aPassword,
            device: '',
          },
        }),
      ),
    )
    return { people, app, replies }
  }

  test('of two simultaneous set-ups one makes the admin', async () => {
    const { replies, people } = await setUp(right => [right, right])
    const statuses = replies
      .map(reply => reply.statusCode)
      .sort((a, b) => a - b)
    expect(statuses).toEqual([200, 409])
    expect(people.users.isEmpty()).toBe(false)
  })

  test('who has not the printed token makes nobody', async () => {
    const { replies, people } = await setUp(() => ['guess'])
    expect(replies[0]?.json()).toMatchObject({ code: 'wrong-set-up-link' })
    expect(people.users.isEmpty()).toBe(true)
  })

  test('the token works once', async () => {
    const { app, people } = await setUp(right => [right])
    const token = people.setUp.token ?? ''
    const reply = await app.inject({
      method: 'POST',
      url: '/api/v1/auth/set-up',
      payload: { token, name: 'Eve', password: aPassword, device: '' },
    })
    expect(reply.json()).toMatchObject({ code: 'already-set-up' })
  })
})

describe('A18', () => {
  test('a used refresh token that comes back ends the whole session', async () => {
    at('2026-11-22T10:00:00Z')
    const reuses: unknown[] = []
    const people = await somePeople({ onReuse: each => reuses.push(each) })
    const { app } = await anApp({ people })
    const { cookie, accessToken, session } = await signIn(app)
    const next = cookieOf(await refresh(app, cookie))
    vi.setSystemTime(Date.now() + 10_001)

    expect((await refresh(app, cookie)).json()).toMatchObject({
      code: 'session-ended',
    })
    expect((await refresh(app, next)).statusCode).toBe(401)
    expect((await getLedgers(app, accessToken)).statusCode).toBe(401)
    expect(reuses).toEqual([expect.objectContaining({ id: session })])
  })

  test('a token from two rotations ago counts as stolen at any time', async () => {
    const { app } = await anApp()
    const { cookie } = await signIn(app)
    const second = cookieOf(await refresh(app, cookie))
    const third = cookieOf(await refresh(app, second))
    expect((await refresh(app, cookie)).statusCode).toBe(401)
    expect((await refresh(app, third)).statusCode).toBe(401)
  })

  test('a guessed token ends nobody’s session', async () => {
    const { app } = await anApp()
    const { cookie } = await signIn(app)
    const forged = cookie.replace(/\.[^.]+\./, `.${'A'.repeat(43)}.`)
    expect((await refresh(app, forged)).statusCode).toBe(401)
    expect((await refresh(app, cookie)).statusCode).toBe(200)
  })
})

describe('A19', () => {
  test('two tabs that refresh at once get the same successor', async () => {
    const { app } = await anApp()
    const { cookie } = await signIn(app)
    const replies = await Promise.all([1, 2, 3].map(() => refresh(app, cookie)))
    expect(replies.map(reply => reply.statusCode)).toEqual([200, 200, 200])
    expect(new Set(replies.map(cookieOf)).size).toBe(1)
  })

  test('a reply that got lost can be asked for again within 10 s', async () => {
    at('2026-11-22T10:00:00Z')
    const { app } = await anApp()
    const { cookie } = await signIn(app)
    const lost = await refresh(app, cookie)
    vi.setSystemTime(Date.now() + 9_000)
    const again = await refresh(app, cookie)
    expect(cookieOf(again)).toBe(cookieOf(lost))
    expect((await refresh(app, cookieOf(again))).statusCode).toBe(200)
  })
})

test('A20 signing in replaces and ends a session that was there before', async () => {
  const { app } = await anApp()
  const planted = await signIn(app)
  const reply = await app.inject({
    method: 'POST',
    url: '/api/v1/auth/sign-in',
    headers: { cookie: planted.cookie },
    payload: { name: 'Ann', password: aPassword, device: '' },
  })
  expect(cookieOf(reply)).not.toBe(planted.cookie)
  expect((await refresh(app, planted.cookie)).statusCode).toBe(401)
  expect((await refresh(app, cookieOf(reply))).statusCode).toBe(200)
})

test('A21 after signing out neither token works again', async () => {
  const { app, people } = await anApp()
  const { cookie, accessToken, session } = await signIn(app)
  const revoked: unknown[] = []
  people.onRevoked(each => revoked.push(each))
  const reply = await app.inject({
    method: 'POST',
    url: '/api/v1/auth/sign-out',
    headers: { cookie },
  })
  expect(reply.statusCode).toBe(204)
  expect(reply.cookies).toMatchObject([{ value: '', maxAge: 0 }])
  expect((await getLedgers(app, accessToken)).statusCode).toBe(401)
  expect((await refresh(app, cookie)).statusCode).toBe(401)
  expect(revoked).toEqual([{ session }])
})

describe('A23', () => {
  test('a session is listed, ended by its owner and dead at once', async () => {
    const { app, people } = await anApp()
    const phone = await signIn(app)
    const laptop = await signIn(app)
    const revoked: unknown[] = []
    people.onRevoked(each => revoked.push(each))
    const authorization = `Bearer ${laptop.accessToken}`

    const url = '/api/v1/auth/sessions'
    const list = await app.inject({ url, headers: { authorization } })
    expect(list.json()).toMatchObject({
      sessions: expect.arrayContaining([
        expect.objectContaining({ id: phone.session, current: false }),
        expect.objectContaining({ id: laptop.session, current: true }),
      ]),
    })
    const ended = await app.inject({
      method: 'DELETE',
      url: `${url}/${phone.session}`,
      headers: { authorization },
    })
    expect(ended.statusCode).toBe(204)
    expect(revoked).toEqual([{ session: phone.session }])
    expect((await getLedgers(app, phone.accessToken)).statusCode).toBe(401)
  })

  test('nobody ends a session of somebody else', async () => {
    const { app, people } = await anApp()
    const ann = await signIn(app)
    await people.users.create({
      name: 'Bob',
      password: aPassword,
      admin: false,
    })
    const bob = await signIn(app, 'Bob')
    const reply = await app.inject({
      method: 'DELETE',
      url: `/api/v1/auth/sessions/${ann.session}`,
      headers: { authorization: `Bearer ${bob.accessToken}` },
    })
    expect(reply.statusCode).toBe(404)
    expect((await getLedgers(app, ann.accessToken)).statusCode).toBe(200)
  })
})

describe('A24', () => {
  const day = 24 * 60 * 60 * 1000

  test('a session that was idle for 30 days has ended', async () => {
    at('2026-01-01T10:00:00Z')
    const { app } = await anApp()
    const { cookie } = await signIn(app)
    vi.setSystemTime(Date.now() + 29 * day)
    const used = await refresh(app, cookie)
    expect(used.statusCode).toBe(200)
    vi.setSystemTime(Date.now() + 30 * day + 1)
    expect((await refresh(app, cookieOf(used))).statusCode).toBe(401)
  })

  test('no session lives longer than 180 days', async () => {
    at('2026-01-01T10:00:00Z')
    const { app } = await anApp()
    let { cookie } = await signIn(app)
    const statuses = []
    for (let week = 1; week <= 26; week += 1) {
      vi.setSystemTime(Date.now() + 7 * day)
      const reply = await refresh(app, cookie)
      cookie = cookieOf(reply)
      statuses.push(reply.statusCode)
    }
    expect(statuses).toEqual([...Array(25).fill(200), 401])
  })
})

describe('A27', () => {
  const chosen = async (password: string) => {
    const people = await somePeople()
    const { app } = await anApp({ people })
    await people.users.create({ name: 'Bob', password, admin: false })
    return (typed: string) =>
      attempt({ app, people }, { name: 'Bob', password: typed })
  }

  test.each([
    ['longer than 72 bytes', 'x1'.repeat(200)],
    ['with NUL', 'before\0after'],
    ['with emoji', '🐎🔋📎🐎🔋📎'],
  ])('a password %s counts to its last character', async (_, password) => {
    const type = await chosen(password)
    expect((await type(password)).statusCode).toBe(200)
    expect((await type(password.slice(0, -1))).statusCode).not.toBe(200)
  })

  test('a letter composed or decomposed is the same letter', async () => {
    const type = await chosen('caf\u00e9 au lait')
    expect((await type('cafe\u0301 au lait')).statusCode).toBe(200)
  })

  test.each([
    ['1 MB', 'x'.repeat(1_000_000), 413],
    ['1,025 characters', 'x'.repeat(1025), 400],
    ['1,024 characters', 'x'.repeat(1024), 401],
  ])('a password of %s is answered', async (_, password, status) => {
    const server = await anApp()
    expect((await attempt(server, { password })).statusCode).toBe(status)
  })

  test('one of the commonest passwords cannot be chosen', async () => {
    const people = await somePeople()
    const choose = (password: string) =>
      people.users.create({ name: 'Bob', password, admin: false })
    await expect(choose('Password1')).rejects.toMatchObject({
      code: 'common-password',
    })
    await expect(choose('baseball')).rejects.toThrow()
  })
})

describe.each(['sign-in', 'refresh', 'sign-out', 'set-up'])(
  'C9 C10 %s',
  path => {
    test.each([
      ['another site', { origin: 'https://evil.example' }],
      ['a sandboxed frame', { origin: 'null' }],
      ['a longer name', { origin: 'http://localhost:8080.evil.example' }],
      ['a subdomain', { origin: 'http://evil.localhost:8080' }],
      ['a sibling site', { 'sec-fetch-site': 'same-site' }],
      ['a form elsewhere', { 'sec-fetch-site': 'cross-site' }],
    ])('refuses %s and sets no cookie', async (_, headers) => {
      const { app } = await anApp()
      const { cookie, accessToken } = await signIn(app)
      const reply = await app.inject({
        method: 'POST',
        url: `/api/v1/auth/${path}`,
        headers: { ...headers, cookie },
        payload: { name: 'Ann', password: aPassword, device: '' },
      })
      expect(reply.json()).toMatchObject({ status: 403, code: 'wrong-origin' })
      expect(reply.headers['set-cookie']).toBeUndefined()
      expect((await getLedgers(app, accessToken)).statusCode).toBe(200)
    })
  },
)

describe('C9', () => {
  test.each([
    ['the same origin', { origin: 'http://localhost:8080' }, undefined, 200],
    [
      'the public one',
      { origin: 'https://a.example' },
      'https://a.example',
      200,
    ],
    [
      'another than the public',
      { origin: 'http://localhost:8080' },
      'https://a.example',
      403,
    ],
  ])('asks for the origin: %s', async (_, headers, publicUrl, status) => {
    const { app } = await anApp({ publicUrl })
    const { cookie } = await signIn(app)
    const reply = await refresh(app, cookie, {
      host: 'localhost:8080',
      ...headers,
    })
    expect(reply.statusCode).toBe(status)
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ])('a body of type %s is refused', async type => {
    const { app } = await anApp()
    const reply = await app.inject({
      method: 'POST',
      url: '/api/v1/auth/sign-in',
      headers: { 'content-type': type },
      payload: JSON.stringify({ name: 'Ann', password: aPassword, device: '' }),
    })
    expect(reply.statusCode).toBe(415)
  })
})

describe('the refresh cookie', () => {
  test.each([
    ['localhost:8080', 'ourmoney-rt', undefined],
    ['127.0.0.1:8080', 'ourmoney-rt', undefined],
    ['[::1]:8080', 'ourmoney-rt', undefined],
    ['192.168.1.5:8080', '__Host-rt', true],
    ['money.example', '__Host-rt', true],
    ['localhost.evil.example', '__Host-rt', true],
  ])('for %s is %s', async (host, name, secure) => {
    const { app } = await anApp()
    const reply = await app.inject({
      method: 'POST',
      url: '/api/v1/auth/sign-in',
      headers: { host },
      payload: { name: 'Ann', password: aPassword, device: '' },
    })
    const [cookie] = reply.cookies
    expect(cookie).toMatchObject({
      name,
      path: '/',
      httpOnly: true,
      sameSite: 'Strict',
    })
    expect(cookie?.secure).toBe(secure)
    expect(cookie?.domain).toBeUndefined()
  })
})
