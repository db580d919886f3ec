import { expect, test } from 'vitest'
import type { Role } from '@ourmoney/shared/identity/api.ts'
import {
  anApp,
  aPassword,
  ask,
  aUser,
  cookieOf,
  prove,
  refresh,
  signIn,
  somePeople,
} from '../../test/an-app.ts'

const ledger = '0'.repeat(25) + '1'

type Event = {
  readonly act: string
  readonly outcome: string
  readonly user?: string
  readonly about?: string
  readonly role?: Role
  readonly ledger?: string
  readonly from?: string
}

/** Ann's ledger with Bob in it, and Cid who is not. */
async function aHousehold(options = {}) {
  const { app, people } = await anApp(options)
  const ann = await signIn(app)
  const bob = await aUser(people, 'Bob')
  await aUser(people, 'Cid')
  const path = `/ledgers/${ledger}`
  await ask(app, ann.accessToken, 'PUT', path, { name: 'Home' })
  await people.members.add(ledger, bob, 'editor')
  const events = async (token: string, where: string) =>
    (await ask(app, token, 'GET', where)).json<{ events: Event[] }>().events
  return { app, people, ann, bob, path, events }
}

test('an owner reads who did what in the ledger, newest first, without addresses of others', async () => {
  const { app, ann, bob, path, events } = await aHousehold()
  const asBob = (await signIn(app, 'Bob')).accessToken
  const member = `${path}/members/${bob}`
  await ask(app, asBob, 'PUT', member, { role: 'owner' })
  await ask(app, ann.accessToken, 'PUT', member, { role: 'viewer' })
  expect(await events(ann.accessToken, `${path}/audit`)).toMatchObject([
    {
      act: 'member-role',
      outcome: 'done',
      user: 'Ann',
      about: 'Bob',
      role: 'viewer',
      from: '127.0.0.1',
    },
    { act: 'member-role', outcome: 'forbidden', user: 'Bob', role: 'owner' },
    { act: 'ledger-connect', outcome: 'done', user: 'Ann', ledger },
  ])
  const byBob = (await events(ann.accessToken, `${path}/audit`))[1]
  expect(byBob).not.toHaveProperty('from')
})

test('an invited newcomer is in the ledger’s audit', async () => {
  const { app, ann, path, events } = await aHousehold()
  const made = await ask(app, ann.accessToken, 'POST', `${path}/invitations`, {
    role: 'viewer',
  })
  const { code } = made.json<{ code: string }>()
  await ask(app, undefined, 'POST', '/auth/register', {
    name: 'Eve',
    password: aPassword,
    device: '',
    code,
  })
  expect(await events(ann.accessToken, `${path}/audit`)).toMatchObject([
    { act: 'register', user: 'Eve', role: 'viewer' },
    { act: 'invite', user: 'Ann', role: 'viewer' },
    { act: 'ledger-connect' },
  ])
})

test('a person reads what was done with their sign-in and to them, and nothing of others', async () => {
  const { app, ann, bob, events } = await aHousehold()
  await ask(app, undefined, 'POST', '/auth/sign-in', {
    name: 'bob',
    password: 'wrong',
    device: '',
  })
  const proof = await prove(app, ann.accessToken)
  const link = `/admin/users/${bob}/reset-link`
  await ask(app, ann.accessToken, 'POST', link, undefined, proof)
  const asBob = (await signIn(app, 'Bob')).accessToken
  const own = await events(asBob, '/auth/audit')
  expect(own).toMatchObject([
    { act: 'sign-in', outcome: 'done', user: 'Bob' },
    { act: 'reset-link', outcome: 'done', user: 'Ann', about: 'Bob' },
    { act: 'sign-in', outcome: 'bad-credentials', user: 'Bob' },
  ])
})

test('B1 the audit of a ledger is for its owners, that of the server for its admin, who sees no ledger in it', async () => {
  const { app, ann, path, events } = await aHousehold()
  for (const [name, statuses] of [
    ['Bob', [403, 403]],
    ['Cid', [404, 403]],
  ] as const) {
    const { accessToken } = await signIn(app, name)
    const replies = [
      await ask(app, accessToken, 'GET', `${path}/audit`),
      await ask(app, accessToken, 'GET', '/admin/audit'),
    ]
    expect(replies.map(({ statusCode }) => statusCode)).toEqual(statuses)
  }
  const server = await events(ann.accessToken, '/admin/audit')
  expect(server.map(({ act }) => act)).toEqual([
    'sign-in',
    'sign-in',
    'sign-in',
  ])
})

test('A18 a token that was used twice is in its person’s audit', async () => {
  const { app, people } = await aHousehold()
  const { cookie } = await signIn(app, 'Bob')
  const next = cookieOf(await refresh(app, cookie))
  await refresh(app, next)
  expect((await refresh(app, cookie)).statusCode).toBe(401)
  expect(people.audit.find(({ act }) => act === 'token-reuse')).toHaveLength(1)
})

test('S15 nothing that somebody typed gets into the audit or the log', async () => {
  const lines: string[] = []
  const { app, people } = await aHousehold({
    people: await somePeople(),
    logLevel: 'trace',
    logTo: { write: (line: string) => void lines.push(line) },
  })
  const evil = 'Mallory\n{"level":60,"msg":"forged"}\u001b[31m\u202E'
  for (const payload of [
    { name: evil, password: evil, device: evil },
    { name: 'Bob', password: evil, device: evil },
    { name: 'Bob', password: aPassword, device: evil },
  ]) {
    await app.inject({
      method: 'POST',
      url: '/api/v1/auth/sign-in',
      headers: { 'x-forwarded-for': evil.replaceAll(/[^ -~]/g, '') },
      payload,
    })
  }
  const kept = JSON.stringify(people.audit.find(() => true))
  for (const text of [kept, ...lines]) {
    expect(text).not.toMatch(/Mallory|forged|\\u001b|\\u202e|horse/i)
  }
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
})
