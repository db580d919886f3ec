import { afterEach, beforeEach, expect, test } from 'vitest'
import type * as z from 'zod'
import {
  testWebhookReply,
  webhooksReply,
  type makeWebhookReply,
} from '@ourmoney/shared/identity/webhooks.ts'
import { aDoc, aToken, push } from '../../test/a-book.ts'
import { aReceiver, type AReceiver } from '../../test/a-receiver.ts'
import { aLedger, aServer, type AServer } from '../../test/a-server.ts'
import { ask, aPassword, aUser, prove, signIn } from '../../test/an-app.ts'

const hour = 60 * 60 * 1000
const path = `/ledgers/${aLedger}/webhooks`

let receiver: AReceiver
let server: AServer
let time: number
beforeEach(async () => {
  receiver = await aReceiver()
  time = Date.now()
  server = await aServer({ delivering })
})
afterEach(async () => {
  await server.dispose()
  await receiver.close()
})

const delivering = { now: () => time, random: () => 0.5 }

function look() {
  return server.deliveries.look()
}

/** When an address that was told something just now is told what is new. */
function lookLater() {
  time += 5_000
  return look()
}

async function make(token = server.token, address = receiver.address) {
  const proof = await prove(server.app, token)
  return ask(server.app, token, 'POST', path, { address }, proof)
}

async function made(token?: string, address?: string) {
  const reply = await make(token, address)
  expect(reply.statusCode).toBe(201)
  return reply.json<z.infer<typeof makeWebhookReply>>()
}

/** Bob, who may only look into the ledger. */
async function aViewer() {
  const { people, app } = server
  const id = await aUser(people, 'Bob')
  await people.members.add(aLedger, id, 'viewer')
  return { id, token: (await signIn(app, 'Bob')).accessToken }
}

async function list(token = server.token) {
  const reply = await ask(server.app, token, 'GET', path)
  return webhooksReply.parse(reply.json()).webhooks
}

async function sendTest(id: string) {
  const one = `${path}/${id}/test`
  const reply = await ask(server.app, server.token, 'POST', one)
  return testWebhookReply.parse(reply.json()).failure
}

let docs = 0
function write() {
  docs += 1
  const id = `txn_${String(docs).padStart(4, '0')}`
  return push(server, [
    aDoc('transaction', id, {
      type: 'expense',
      description: 'Secret coffee',
      minor: 12_345,
      currency: 'EUR',
      date: '2026-11-22',
      account: 'acc_0001',
    }),
  ])
}

/** What a program reads with what it was told. */
async function changesSince(since: string | number) {
  const { token } = await aToken(server, 'read')
  const reply = await fetch(`${server.url}/_changes?since=${since}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { results, last_seq } = (await reply.json()) as {
    results: readonly { readonly id: string }[]
    last_seq: number
  }
  return { ids: results.map(({ id }) => id), last_seq }
}

test('an address is told that the ledger has changed, and by its own secret who says so', async () => {
  await write()
  const { secret, ...told } = await made()
  expect(told).toMatchObject({ address: receiver.address, user: 'Ann' })
  expect(await list()).toEqual([told])
  await look()
  expect(receiver.received).toEqual([])

  await write()
  await write()
  await look()
  expect(receiver.received).toHaveLength(1)
  const { type, timestamp, data } = receiver.read(secret)
  expect({ type, timestamp }).toEqual({
    type: 'ledger.changed',
    timestamp: new Date(time).toISOString(),
  })
  expect(data.ledger).toBe(aLedger)
  const changes = await changesSince(data.since)
  expect(changes.ids).toHaveLength(2)
  expect(changes.last_seq).toBe(data.cursor)
  // Nothing of what it is about.
  expect(receiver.received[0]?.body).not.toMatch(/coffee|12345|txn/i)
  expect((await list())[0]).toMatchObject({ deliveredAt: time })

  await look()
  expect(receiver.received).toHaveLength(1)
  await write()
  await lookLater()
  expect(receiver.read(secret).data.since).toBe(data.cursor)
})

test('what a program writes by the API is told, what devices remember of their own is not', async () => {
  const { secret } = await made()
  await fetch(`${server.url}/_local/abc`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${server.token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ session_id: 'x', history: [] }),
  })
  await look()
  expect(receiver.received).toEqual([])
  const payee = `/ledgers/${aLedger}/payees`
  await ask(server.app, server.token, 'POST', payee, { name: 'Market' })
  await look()
  expect(receiver.read(secret).type).toBe('ledger.changed')
})

test('who does not answer is asked again, later each time, by the same id and for the same, until it does', async () => {
  const { secret } = await made()
  receiver.answers(503)
  await write()
  await look()
  const began = time
  expect((await list())[0]).toMatchObject({
    failingSince: began,
    failure: { reason: 'status', status: 503 },
  })
  const waits = [5, 20, 80, 320]
  for (const [index, wait] of waits.entries()) {
    time += wait * 1000 - 1
    await look()
    expect(receiver.received).toHaveLength(index + 1)
    time += 1
    await look()
    expect(receiver.received).toHaveLength(index + 2)
  }
  // Written while it was away: told when that has arrived.
  await write()
  receiver.answers(204)
  time += 2 * hour
  await look()
  const calls = receiver.received
  const first = new Set(calls.map(each => each.headers['webhook-id']))
  const bodies = new Set(calls.map(each => each.body))
  expect([first.size, bodies.size]).toEqual([1, 1])
  const stamps = calls.map(each => Number(each.headers['webhook-timestamp']))
  expect(stamps.at(-1)).toBe(Math.floor(time / 1000))
  expect(new Set(stamps).size).toBe(calls.length)
  const [after] = await list()
  expect(after).toMatchObject({ deliveredAt: time })
  expect(after?.failingSince).toBeUndefined()
  expect(after?.failure).toBeUndefined()

  await lookLater()
  const { data } = receiver.read(secret)
  expect(receiver.received).toHaveLength(waits.length + 3)
  expect((await changesSince(data.since)).ids).toHaveLength(1)
})

test('an address that asks for more time has it', async () => {
  await made()
  receiver.answers(429, { 'retry-after': '600' })
  await write()
  await look()
  time += 599_999
  await look()
  expect(receiver.received).toHaveLength(1)
  time += 1
  await look()
  expect(receiver.received).toHaveLength(2)
})

test('after a day in vain it is off, which is shown, until a test arrives; then all that was missed is told', async () => {
  const { id, secret } = await made()
  receiver.answers(500)
  await write()
  const began = time
  while ((await list())[0]?.offAt === undefined) {
    await look()
    time += hour
    expect(time - began).toBeLessThan(40 * hour)
  }
  expect(receiver.received.length).toBeGreaterThan(8)
  const tries = receiver.received.length
  const [off] = await list()
  expect((off?.offAt ?? 0) - began).toBeGreaterThanOrEqual(24 * hour)
  expect(off).toMatchObject({
    failingSince: began,
    failure: { reason: 'status', status: 500 },
  })
  await write()
  time += 100 * hour
  await look()
  expect(receiver.received).toHaveLength(tries)

  expect(await sendTest(id)).toEqual({ reason: 'status', status: 500 })
  expect((await list())[0]?.offAt).toBe(off?.offAt)
  receiver.answers(200)
  expect(await sendTest(id)).toBeUndefined()
  expect(receiver.read(secret).type).toBe('webhook.test')
  expect((await list())[0]?.offAt).toBeUndefined()
  await lookLater()
  const { type, data } = receiver.read(secret)
  expect(type).toBe('ledger.changed')
  expect((await changesSince(data.since)).ids).toHaveLength(2)
})

test('an address that is gone is not tried again', async () => {
  await made()
  receiver.answers(410)
  await write()
  await look()
  expect((await list())[0]).toMatchObject({
    offAt: time,
    failure: { status: 410 },
  })
  time += hour
  await look()
  expect(receiver.received).toHaveLength(1)
})

test('a server that starts again goes on with what was failing, and tells what was written before it stopped', async () => {
  const { secret } = await made()
  receiver.answers(500)
  await write()
  await look()
  const { id: later, secret: other } = await made()
  await write()
  await server.close()
  const { dataDir } = server
  server = await aServer({ dataDir, delivering })

  receiver.answers(204)
  await lookLater()
  await lookLater()
  const calls = receiver.received
  expect(calls).toHaveLength(4)
  const [first, ...rest] = calls.map(each => each.headers['webhook-id'])
  expect(rest.filter(each => each === first)).toHaveLength(1)
  const isSigned = (key: string) => {
    try {
      return receiver.read(key).type === 'ledger.changed'
    } catch {
      return false
    }
  }
  expect(isSigned(secret) || isSigned(other)).toBe(true)
  const all = await list()
  expect(all.map(each => each.failingSince)).toEqual([undefined, undefined])
  expect(all.some(each => each.id === later)).toBe(true)
})

test('a call that the server does not see the end of, because it stops, is made again by the next one', async () => {
  await made()
  await write()
  const asked = Promise.withResolvers<void>()
  receiver.does(() => asked.resolve())
  const looking = look()
  await asked.promise
  await server.close()
  await looking
  receiver.answers(204)
  server = await aServer({ dataDir: server.dataDir, delivering })
  await look()
  const ids = receiver.received.map(each => each.headers['webhook-id'])
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

test('B1 nothing is told for who is no member any more, or is disabled, or of a deleted ledger', async () => {
  const { people } = server
  const ann = server.session.user.id
  const { id: bob, token } = await aViewer()
  await made(token)
  const told = async () => {
    const before = receiver.received.length
    await write()
    await lookLater()
    return receiver.received.length - before
  }
  expect(await told()).toBe(1)
  await people.changeUser(bob, { disabled: true })
  expect(await told()).toBe(0)
  await people.changeUser(bob, { disabled: false })
  await look()
  expect(await told()).toBe(1)

  await people.ledgers.remove(aLedger, ann)
  await look()
  const count = receiver.received.length
  await people.tidy()
  await people.ledgers.restore(aLedger, ann)
  expect(receiver.received).toHaveLength(count)
  expect(await told()).toBe(1)

  receiver.answers(500)
  await told()
  const tries = receiver.received.length
  await people.members.remove(aLedger, bob, bob)
  time += hour
  await look()
  expect(receiver.received).toHaveLength(tries)
  expect(await list()).toEqual([])
  await people.tidy()
  await people.members.add(aLedger, bob, 'viewer')
  expect(await list()).toEqual([])
})

test('one revoked is told nothing more, not even what is under way', async () => {
  const { id } = await made()
  receiver.answers(500)
  await write()
  await look()
  const one = `${path}/${id}`
  const revoked = await ask(server.app, server.token, 'DELETE', one)
  expect(revoked.statusCode).toBe(204)
  time += hour
  await look()
  expect(receiver.received).toHaveLength(1)
  const again = await ask(server.app, server.token, 'DELETE', one)
  expect(again.statusCode).toBe(404)

  const audit = await ask(
    server.app,
    server.token,
    'GET',
    `/ledgers/${aLedger}/audit`,
  )
  const { events } = audit.json<{
    events: { act: string; outcome: string }[]
  }>()
  expect(events.map(each => `${each.act} ${each.outcome}`)).toEqual(
    expect.arrayContaining(['webhook-make done', 'webhook-revoke done']),
  )
  // Whose address it is is their own matter.
  expect(audit.body).not.toContain('/hook')
})

test('revoked while it is called, it stays so', async () => {
  const { id } = await made()
  await write()
  const asked = Promise.withResolvers<() => void>()
  receiver.does(reply => asked.resolve(() => reply.writeHead(204).end()))
  const looking = look()
  const answer = await asked.promise
  await ask(server.app, server.token, 'DELETE', `${path}/${id}`)
  answer()
  await looking
  expect(await list()).toEqual([])
})

test('a reset of the password leaves no webhook of the person', async () => {
  await made()
  const { people } = server
  const link = await people.resets.create(server.session.user.id)
  await people.resets.redeem(link.token, aPassword)
  await write().catch(() => undefined)
  expect(people.webhooks.ofLedger(aLedger, server.session.user.id)).toEqual([])
})

test('a person has five of a ledger at most, whatever others have, and one that is revoked makes room', async () => {
  const { token: others } = await aViewer()
  for (let n = 0; n < 5; n++) await made(others)
  const all = []
  for (let n = 0; n < 5; n++) all.push(await made())
  const sixth = await make()
  expect(sixth.json()).toMatchObject({ status: 409, code: 'too-many-webhooks' })
  await ask(server.app, server.token, 'DELETE', `${path}/${all[0]?.id}`)
  await made()
  await write()
  await look()
  await expect.poll(() => receiver.received.length).toBe(10)
})

test('who asks for many at once has no more than five either', async () => {
  const asked = await Promise.all(Array.from({ length: 8 }, () => make()))
  const statuses = asked.map(each => each.statusCode)
  expect(statuses.toSorted((a, b) => a - b)).toEqual([
    201, 201, 201, 201, 201, 409, 409, 409,
  ])
  expect(await list()).toHaveLength(5)
})

test('a person tests one at a time, five in a row and then one every twenty seconds, and is held up by nobody', async () => {
  const { id } = await made()
  const { token: others } = await aViewer()
  const { id: other } = await made(others)
  const test = (one = id, token = server.token) =>
    ask(server.app, token, 'POST', `${path}/${one}/test`)

  const asked = Promise.withResolvers<() => void>()
  receiver.does(reply => asked.resolve(() => reply.writeHead(204).end()))
  const testing = test()
  const answer = await asked.promise
  expect((await test(other)).statusCode).toBe(429)
  receiver.answers(204)
  expect((await test(other, others)).statusCode).toBe(200)
  answer()
  expect((await testing).statusCode).toBe(200)

  for (let n = 2; n <= 5; n++) expect((await test()).statusCode).toBe(200)
  const sixth = await test()
  expect(sixth.statusCode).toBe(429)
  expect(sixth.headers['retry-after']).toBe('20')
  time += 20_000
  expect((await test()).statusCode).toBe(200)
  expect((await test()).statusCode).toBe(429)
})

test('of a ledger that was put back all is to be read again', async () => {
  const { secret } = await made()
  await write()
  await look()
  await server.databases.renewEpoch(aLedger)
  await write()
  await lookLater()
  expect(receiver.read(secret).data.since).toBe(0)
  await look()
  expect(receiver.received).toHaveLength(2)
})

test('what follows the question mark of an address is sent and never shown', async () => {
  const told = await made(server.token, `${receiver.address}?key=s3cret`)
  expect(JSON.stringify([told, await list()])).not.toContain('s3cret')
  await write()
  await look()
  expect(receiver.received[0]?.path).toBe('/hook?key=s3cret')
})

test.each(['\n?key=s3cret', '\t?a\nkey=s3cret', '#s3cret', '?#\ns3cret'])(
  'S15 nor is anything of %j',
  async end => {
    const told = await made(server.token, `${receiver.address}${end}`)
    expect(told.address).toBe(receiver.address)
    expect(await list()).toMatchObject([{ address: receiver.address }])
  },
)

test('S15 an owner sees where the webhooks of others lead, and no path', async () => {
  const { token: others } = await aViewer()
  await made(others)
  expect(await list(others)).toMatchObject([{ address: receiver.address }])
  const { origin } = new URL(receiver.address)
  expect(await list()).toMatchObject([{ address: origin, user: 'Bob' }])
})

test('B5 an address that is not public is refused when it is made, and not called where it was allowed before', async () => {
  const { dataDir } = server
  const { id } = await made()
  await server.close()
  server = await aServer({
    dataDir,
    delivering: { ...delivering, toPrivate: false },
  })
  for (const address of [
    receiver.address,
    'https://169.254.169.254/',
    'https://[::1]/',
    'http://program.example/',
    'https://ann:x@program.example/',
  ]) {
    const reply = await make(server.token, address)
    expect(reply.json()).toMatchObject({ status: 422, code: 'wrong-address' })
  }
  expect(await sendTest(id)).toEqual({ reason: 'no-address' })
  await write()
  await look()
  expect(receiver.connections()).toBe(0)
  expect((await list())[0]?.failure).toEqual({ reason: 'no-address' })
})

test('S9 calls are counted by what came of them', async () => {
  const { dataDir } = server
  await server.close()
  server = await aServer({ dataDir, delivering, isMeasured: true })
  const { id } = await made()
  await sendTest(id)
  receiver.answers(500)
  await write()
  await lookLater()
  const text = await server.metrics?.read()
  expect(text).toContain('ourmoney_webhooks_total{outcome="delivered"} 1')
  expect(text).toContain('ourmoney_webhooks_total{outcome="status"} 1')
})

test('S15 what is written down of a failure has neither the secret nor more of the address than whose it is', async () => {
  const { dataDir } = server
  const untold: unknown[] = []
  await server.close()
  server = await aServer({
    dataDir,
    delivering: { ...delivering, onUntold: each => untold.push(each) },
  })
  const { id, secret } = await made(
    server.token,
    `${receiver.address}?key=s3cret`,
  )
  receiver.answers(410)
  await write()
  await look()
  expect(untold).toEqual([
    {
      webhook: id,
      to: `127.0.0.1:${receiver.port}`,
      refusal: { reason: 'status', status: 410 },
      isOff: true,
    },
  ])
  expect(JSON.stringify(untold)).not.toContain(secret)
})

test('one that is called is not called again beside that, and holds up no writer', async () => {
  await made()
  const asked = Promise.withResolvers<() => void>()
  receiver.does(reply => asked.resolve(() => reply.writeHead(204).end()))
  await write()
  const looking = look()
  const answer = await asked.promise
  await write()
  await look()
  expect(receiver.received).toHaveLength(1)
  receiver.answers(204)
  answer()
  await looking
  await lookLater()
  expect(receiver.received).toHaveLength(2)
})
