import { afterEach, expect, test, vi } from 'vitest'
import type * as z from 'zod'
import type { makeTokenReply } from '@ourmoney/shared/identity/api-tokens.ts'
import { aLedger, aServer, type AServer } from '../../test/a-server.ts'
import { ask, aPassword, aUser, prove, signIn } from '../../test/an-app.ts'

let server: AServer
afterEach(async () => {
  vi.useRealTimers()
  await server.dispose()
})

const path = `/ledgers/${aLedger}/tokens`

async function made(access: 'read' | 'write', token = server.token) {
  const reply = await ask(
    server.app,
    token,
    'POST',
    path,
    { name: 'Backup', access, days: 30 },
    await prove(server.app, token),
  )
  expect(reply.statusCode).toBe(201)
  return reply.json<z.infer<typeof makeTokenReply>>()
}

async function sync(token: string, rest: string, body?: object) {
  const reply = await fetch(`${server.url}${rest}`, {
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  })
  return { status: reply.status, body: (await reply.json()) as unknown }
}

const doc = {
  _id: 'txn_0001',
  _rev: `1-${'a'.repeat(32)}`,
  kind: 'transaction',
  v: 1,
  type: 'expense',
  description: 'Coffee',
  minor: 120,
  currency: 'EUR',
  date: '2026-11-22',
}
const push = { docs: [doc], new_edits: false }

test('a token is told once, kept as a hash, listed with its last use and revoked', async () => {
  server = await aServer()
  const { token, ...told } = await made('read')
  expect(token).toMatch(/^ourmoney_[\w-]{43}$/)
  const rows = await server.databases.system().allDocs({ include_docs: true })
  expect(JSON.stringify(rows)).not.toContain(token)

  const list = () => ask(server.app, server.token, 'GET', path)
  expect((await list()).json()).toEqual({ tokens: [told] })
  expect(told).toMatchObject({ name: 'Backup', access: 'read', user: 'Ann' })
  expect(told.lastUsedAt).toBeUndefined()

  expect(await sync(token, '/')).toMatchObject({ status: 200 })
  await vi.waitFor(async () => {
    const { tokens } = (await list()).json<{ tokens: (typeof told)[] }>()
    expect(tokens[0]?.lastUsedAt).toBeGreaterThanOrEqual(told.createdAt)
  })

  const one = `${path}/${told.id}`
  const revoked = await ask(server.app, server.token, 'DELETE', one)
  expect(revoked.statusCode).toBe(204)
  expect(await sync(token, '/')).toMatchObject({ status: 401 })
  const again = await ask(server.app, server.token, 'DELETE', one)
  expect(again.statusCode).toBe(404)

  const acts = (
    await ask(server.app, server.token, 'GET', `/ledgers/${aLedger}/audit`)
  ).json<{ events: { act: string; outcome: string }[] }>()
  expect(acts.events.map(each => `${each.act} ${each.outcome}`)).toEqual(
    expect.arrayContaining(['api-token-make done', 'api-token-revoke done']),
  )
})

test('B1 a token that may only read pulls and keeps its checkpoint, and nothing it pushes is taken', async () => {
  server = await aServer()
  const { token } = await made('read')
  expect(await sync(token, '/_bulk_docs', push)).toMatchObject({
    status: 201,
    body: [{ id: 'txn_0001', error: 'forbidden' }],
  })
  expect(await sync(token, '/_changes', {})).toMatchObject({ status: 200 })
  const kept = await fetch(`${server.url}/_local/abc`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ session_id: 'x', history: [] }),
  })
  expect(kept.status).toBe(201)

  const writer = await made('write')
  expect(await sync(writer.token, '/_bulk_docs', push)).toEqual({
    status: 201,
    body: [],
  })
})

test('B1 a token opens its ledger alone, and never more than its person may do there', async () => {
  server = await aServer()
  const { people, app } = server
  const { token } = await made('write')
  const other = '0'.repeat(25) + '3'
  await ask(app, server.token, 'PUT', `/ledgers/${other}`, { name: 'Work' })
  const elsewhere = await fetch(`${server.origin}/sync/${other}/db/`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(elsewhere.status).toBe(404)
  // Nothing of the person's own: sign-in, members, other tokens.
  for (const mine of ['/ledgers', '/auth/sessions', path]) {
    expect((await ask(app, token, 'GET', mine)).statusCode).toBe(401)
  }

  const bob = await aUser(people, 'Bob')
  await people.members.add(aLedger, bob, 'viewer')
  const bobs = await made('write', (await signIn(app, 'Bob')).accessToken)
  expect(await sync(bobs.token, '/_bulk_docs', push)).toMatchObject({
    body: [{ error: 'forbidden' }],
  })
  await people.members.setRole(aLedger, server.session.user.id, bob, 'editor')
  expect(await sync(bobs.token, '/_bulk_docs', push)).toMatchObject({
    body: [],
  })
  await people.members.remove(aLedger, bob, bob)
  expect(await sync(bobs.token, '/')).toMatchObject({ status: 404 })
  await people.tidy()
  expect(people.apiTokens.ofLedger(aLedger)).toHaveLength(1)
})

test('B26 a feed ends when its token is revoked or its person may sign in no more', async () => {
  server = await aServer()
  const { people, app } = server
  const { token, id } = await made('read')
  const feed = await fetch(`${server.url}/_changes?feed=longpoll&since=999`, {
    headers: { authorization: `Bearer ${token}` },
  })
  await ask(app, server.token, 'DELETE', `${path}/${id}`)
  expect(await feed.json()).toMatchObject({ results: [] })

  const bob = await aUser(people, 'Bob')
  await people.members.add(aLedger, bob, 'editor')
  const bobs = await made('read', (await signIn(app, 'Bob')).accessToken)
  await people.changeUser(bob, { disabled: true })
  expect(await sync(bobs.token, '/')).toMatchObject({ status: 401 })
})

test('a token is good until its day, and no reset of the password leaves one in force', async () => {
  server = await aServer()
  const reset = await made('read')
  const { people, app } = server
  const link = await people.resets.create(server.session.user.id)
  await people.resets.redeem(link.token, aPassword)
  expect(await sync(reset.token, '/')).toMatchObject({ status: 401 })

  const { token } = await made('read', (await signIn(app)).accessToken)
  vi.useFakeTimers({ toFake: ['Date'] })
  const day = 24 * 60 * 60 * 1000
  vi.setSystemTime(Date.now() + 29 * day)
  expect(await sync(token, '/')).toMatchObject({ status: 200 })
  vi.setSystemTime(Date.now() + day)
  expect(await sync(token, '/')).toMatchObject({ status: 401 })
  await people.tidy()
  expect(people.apiTokens.ofLedger(aLedger)).toEqual([])
})
