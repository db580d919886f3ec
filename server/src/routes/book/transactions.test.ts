import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeDoc } from '@ourmoney/shared/sync/decode.ts'
import { editsOf } from '@ourmoney/shared/sync/history.ts'
import {
  aDoc,
  aHousehold,
  askBook,
  aToken,
  push,
} from '../../../test/a-book.ts'
import {
  aDevice,
  aLedger,
  aServer,
  remoteOf,
  type AServer,
} from '../../../test/a-server.ts'

let server: AServer
let token: string
beforeAll(async () => {
  server = await aServer()
  const me = { name: 'Ann', user: server.session.user.id }
  await push(server, [...aHousehold, aDoc('member', 'mem_0001', me)])
  token = (await aToken(server)).token
})
afterAll(async () => server.dispose())

const coffee = {
  type: 'expense',
  description: 'Coffee',
  minor: 120,
  currency: 'EUR',
  date: '2026-11-22',
  account: 'acc_0001',
  category: 'cat_0002',
  tags: ['out', 'bar'],
}

function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
) {
  return askBook(server, token, method, `/transactions${path}`, body, headers)
}

async function made(fields: object = {}) {
  const reply = await ask('POST', '', { ...coffee, ...fields })
  expect(reply).toMatchObject({ status: 201 })
  return { id: String(reply.body['id']), etag: reply.headers.get('etag') ?? '' }
}

test('what a program writes comes to a device with its history, its person and its program', async () => {
  const { id, etag } = await made()
  const changed = await ask(
    'PATCH',
    `/${id}`,
    { minor: 150, notes: 'With milk' },
    { 'if-match': etag },
  )
  expect(changed).toMatchObject({
    status: 200,
    body: { id, minor: 150, notes: 'With milk', createdBy: 'mem_0001' },
  })
  expect(changed.headers.get('etag')).toBe(`"${String(changed.body['rev'])}"`)

  const device = aDevice()
  await device.replicate.from(remoteOf(server.url, server.token))
  const decoded = decodeDoc((await device.get(id)) as never)
  if (decoded.state !== 'known') throw new Error(decoded.state)
  expect(decoded.doc).toMatchObject({ tags: ['bar', 'out'], minor: 150 })
  const [edit] = editsOf(decoded.doc)
  expect(edit?.by).toBe('mem_0001')
  expect(edit?.device).toMatch(/^api-.{8} Script$/)
  expect(edit?.fields).toEqual([
    { field: 'minor', before: 120, now: 150 },
    { field: 'notes', before: undefined, now: 'With milk' },
  ])

  // And back: a device's edit on top of it is one line of revisions.
  const { rev } = await device.put({ ...(await device.get(id)), notes: 'Two' })
  await device.replicate.to(remoteOf(server.url, server.token))
  expect((await ask('GET', `/${id}`)).headers.get('etag')).toBe(`"${rev}"`)
})

test('a device that listens has what a program wrote within a second', async () => {
  const { last_seq } = await remoteOf(server.url, server.token).changes()
  const feed = fetch(`${server.url}/_changes?feed=longpoll&since=${last_seq}`, {
    headers: { authorization: `Bearer ${server.token}` },
  }).then(reply => reply.json())
  const start = performance.now()
  const { id } = await made()
  expect(await feed).toMatchObject({ results: [{ id }] })
  expect(performance.now() - start).toBeLessThan(1000)
})

test('an edit says which revision it changes, and another one is refused', async () => {
  const { id, etag } = await made()
  const to = (headers: Record<string, string>) =>
    ask('PATCH', `/${id}`, { minor: 1 }, headers)
  expect(await to({})).toMatchObject({
    status: 428,
    body: { code: 'precondition-required' },
  })
  expect(await to({ 'if-match': '"x"' })).toMatchObject({ status: 400 })
  expect(await to({ 'if-match': etag })).toMatchObject({ status: 200 })
  expect(await to({ 'if-match': etag })).toMatchObject({
    status: 412,
    body: { code: 'precondition-failed' },
  })
  expect(await to({ 'if-match': '*' })).toMatchObject({ status: 200 })
  const now = await ask('GET', `/${id}`)
  const again = await ask('GET', `/${id}`, undefined, {
    'if-none-match': now.headers.get('etag') ?? '',
  })
  expect(again).toMatchObject({ status: 304, text: '' })
  // Nothing new is written where nothing changes.
  expect(now.headers.get('etag')).toBe(
    (await to({ 'if-match': '*' })).headers.get('etag'),
  )
})

test('a key creates one record, however often it is sent, and not another', async () => {
  const key = { 'idempotency-key': 'november-coffee' }
  const all = await Promise.all(
    Array.from({ length: 5 }, () => ask('POST', '', coffee, key)),
  )
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set([201]))
  expect(new Set(all.map(({ body }) => body['id'])).size).toBe(1)
  const id = String(all[0]?.body['id'])

  const other = await ask('POST', '', { ...coffee, minor: 1 }, key)
  expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } })
  // An edit since does not make it another request.
  await ask('PATCH', `/${id}`, { minor: 99 }, { 'if-match': '*' })
  const later = await ask('POST', '', coffee, key)
  expect(later).toMatchObject({ status: 201, body: { id, minor: 99 } })

  expect((await ask('DELETE', `/${id}`)).status).toBe(204)
  const gone = await ask('POST', '', coffee, key)
  expect(gone).toMatchObject({ status: 409, body: { code: 'stale' } })
})

test('what is deleted is in the trash of every device, with what it was', async () => {
  const { id, etag } = await made()
  const wrong = { 'if-match': `"9-${'a'.repeat(32)}"` }
  expect((await ask('DELETE', `/${id}`, undefined, wrong)).status).toBe(412)
  const right = { 'if-match': etag }
  expect((await ask('DELETE', `/${id}`, undefined, right)).status).toBe(204)
  expect((await ask('GET', `/${id}`)).status).toBe(404)
  expect((await ask('DELETE', `/${id}`)).status).toBe(404)
  const leaves = await remoteOf(server.url, server.token).get(id, {
    open_revs: 'all',
  })
  expect(leaves).toMatchObject([
    { ok: { _deleted: true, description: 'Coffee', deletedBy: 'mem_0001' } },
  ])
})

test('what no form would let in is refused, with the field and why', async () => {
  const refused = async (fields: object) => {
    const { status, body } = await ask('POST', '', { ...coffee, ...fields })
    return `${status} ${String(body['detail'])}`
  }
  expect(await refused({ minor: 1.5 })).toBe('400 body: /minor')
  expect(await refused({ colour: 'red' })).toBe('400 body: /colour')
  expect(await refused({ minor: 0 })).toBe('422 minor: zero')
  expect(await refused({ category: 'cat_9999' })).toBe(
    '422 category: not in this ledger',
  )
  expect(await refused({ category: 'acc_0001' })).toBe(
    '422 category: not in this ledger',
  )
  expect(await refused({ account: 'acc_0003' })).toBe(
    '422 currency: not the account’s',
  )
  expect(await refused({ splits: [{ minor: 100 }] })).toBe('422 splits: sum')
  expect(await refused({ type: 'transfer', toAccount: 'acc_0002' })).toBe(
    '422 category: of a transfer',
  )
  expect(
    await refused({
      type: 'transfer',
      category: undefined,
      toAccount: 'acc_0003',
    }),
  ).toBe('422 toMinor: missing')
})

test('an amount abroad keeps the rate of its day, as it does on a device', async () => {
  const { id } = await made({ currency: 'USD', account: 'acc_0003' })
  const rate = { base: 'EUR', quote: 'USD', ratePpm: 1_100_000 }
  const { body } = await ask('GET', `/${id}`)
  expect(body['rate']).toMatchObject(rate)
  const earlier = { date: '2026-01-01' }
  const moved = await ask('PATCH', `/${id}`, earlier, { 'if-match': '*' })
  expect(moved.body['rate']).toBeUndefined()
})

test('what a statement was reconciled with is changed only when that is said', async () => {
  await push(server, [
    aDoc('transaction', 'txn_0042', { ...coffee, locked: ['acc_0001'] }),
  ])
  const any = { 'if-match': '*' }
  const asked = await ask('PATCH', '/txn_0042', { minor: 1 }, any)
  expect(asked).toMatchObject({ status: 409, body: { code: 'reconciled' } })
  const path = '/txn_0042?reconciled=keep'
  expect((await ask('PATCH', path, { minor: 1 }, any)).status).toBe(200)
})

test('of up to 500 at once each is done or refused by itself', async () => {
  const { id } = await made()
  const operations = [
    { do: 'create', transaction: coffee },
    { do: 'create', transaction: { ...coffee, minor: 0 } },
    { do: 'patch', id, set: { minor: 7 } },
    { do: 'delete', id: 'txn_nothere' },
  ]
  const key = { 'idempotency-key': 'a batch of mine' }
  const { status, body } = await ask('POST', '/bulk', { operations }, key)
  expect(status).toBe(200)
  expect(body['results']).toMatchObject([
    { status: 201 },
    { status: 422, code: 'refused', detail: 'minor: zero' },
    { status: 200, id },
    { status: 404, code: 'not-found' },
  ])
  // Sent again: what was created stands, and nothing is written twice.
  const again = await ask('POST', '/bulk', { operations }, key)
  const [first, , changed] = body['results'] as { id: string; rev: string }[]
  expect(again.body['results']).toMatchObject([
    { status: 200, id: first?.id, rev: first?.rev },
    { status: 422 },
    { status: 200, rev: changed?.rev },
    { status: 404 },
  ])

  const create = { do: 'create', transaction: coffee }
  const many = (count: number) =>
    ask('POST', '/bulk', {
      operations: Array.from({ length: count }, () => create),
    })
  expect((await many(501)).status).toBe(400)
  expect((await many(500)).status).toBe(200)
  const twice = [
    { do: 'delete', id },
    { do: 'delete', id },
  ]
  expect((await ask('POST', '/bulk', { operations: twice })).status).toBe(400)
})

test('B1 a viewer and a token that may only read get what there is and write nothing', async () => {
  const reader = (await aToken(server, 'read')).token
  const { id } = await made()
  const as = (method: string, path: string, body?: object, headers = {}) =>
    askBook(server, reader, method, path, body, headers)
  expect((await as('GET', `/transactions/${id}`)).status).toBe(200)
  expect((await as('GET', '/totals')).status).toBe(200)
  const any = { 'if-match': '*' }
  const tries = [
    as('POST', '/transactions', coffee),
    as('PATCH', `/transactions/${id}`, { minor: 1 }, any),
    as('DELETE', `/transactions/${id}`),
    as('POST', '/transactions/bulk', {
      operations: [{ do: 'delete', id }],
    }),
    as('POST', '/categories', { name: 'Rent', type: 'expense' }),
  ]
  for (const each of await Promise.all(tries)) {
    expect(each).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  }
  const elsewhere = await fetch(
    `${server.origin}/api/v1/ledgers/${aLedger.replace('1', '7')}/transactions`,
    { headers: { authorization: `Bearer ${token}` } },
  )
  expect(elsewhere.status).toBe(404)
})
