import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import { ask, aUser, signIn } from './an-app.ts'
import { aLedger, aServer, type AServer } from './a-server.ts'

let server: AServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(async () => server.dispose())

let people = 0

/** Somebody new who edits Ann's ledger. */
async function anEditor() {
  people += 1
  const name = `Editor ${people}`
  const id = await aUser(server.people, name)
  await server.people.members.add(aLedger, id, 'editor')
  return { id, token: (await signIn(server.app, name)).accessToken }
}

function feed(token: string, since: number) {
  return fetch(
    `${server.url}/_changes?feed=longpoll&heartbeat=1000&since=${since}`,
    { headers: { authorization: `Bearer ${token}` } },
  )
}

function write(token: string, id: string) {
  return server.app.inject({
    method: 'POST',
    url: `/sync/${aLedger}/db/_bulk_docs`,
    headers: { authorization: `Bearer ${token}` },
    payload: {
      docs: [{ ...aTransactionDoc(), _id: id, _rev: `1-${'1'.repeat(32)}` }],
      new_edits: false,
    },
  })
}

async function lastSeq(): Promise<number> {
  const info = await server.databases.withLedger(aLedger, db => db.info())
  return Number(info.update_seq)
}

test('B26 the open feed of a member who is removed ends within a second, and the next is refused', async () => {
  const { id, token } = await anEditor()
  const open = await feed(token, await lastSeq())
  const started = performance.now()
  const member = `/ledgers/${aLedger}/members/${id}`
  const reply = await ask(server.app, server.token, 'DELETE', member)
  expect(reply.statusCode).toBe(204)
  expect(await open.json()).toMatchObject({ results: [] })
  expect(performance.now() - started).toBeLessThan(1000)
  expect((await feed(token, 0)).status).toBe(404)
})

test('B9 B26 who is demoted hears of it within a second, and writes no more', async () => {
  const { id, token } = await anEditor()
  expect((await write(token, 'txn_before')).json()).toEqual([])
  const open = await feed(token, await lastSeq())
  const started = performance.now()
  const member = `/ledgers/${aLedger}/members/${id}`
  await ask(server.app, server.token, 'PUT', member, { role: 'viewer' })
  expect(await open.json()).toMatchObject({ results: [] })
  expect(performance.now() - started).toBeLessThan(1000)
  const refused = await write(token, 'txn_after')
  expect(refused.statusCode).toBe(201)
  expect(refused.json()).toMatchObject([
    { id: 'txn_after', error: 'forbidden' },
  ])
  expect((await feed(token, 0)).status).toBe(200)
})

test('B26 a batch that waits its turn while its writer is removed is refused as a whole', async () => {
  const { id, token } = await anEditor()
  let letGo = () => {}
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  const other = server.databases.write(aLedger, () => held)
  const waiting = write(token, 'txn_late')
  await server.people.members.remove(aLedger, id, id)
  letGo()
  await other
  expect((await waiting).statusCode).toBe(404)
  const found = await server.app.inject({
    url: `/sync/${aLedger}/db/txn_late`,
    headers: { authorization: `Bearer ${server.token}` },
  })
  expect(found.statusCode).toBe(404)
})
