import { createServer } from 'node:http'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import { openDatabases } from '../src/storage/databases.ts'
import { aPassword, signIn } from './an-app.ts'
import {
  aDevice,
  aLedger,
  aServer,
  remoteOf,
  type AServer,
} from './a-server.ts'

const open: AServer[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.dispose()
})

async function started(dataDir?: string): Promise<AServer> {
  const server = await aServer(dataDir === undefined ? {} : { dataDir })
  open.push(server)
  return server
}

/** A server on which Ann may only read the ledger that has these docs. */
async function forViewer(docs: readonly object[]): Promise<AServer> {
  const first = await aServer()
  const reply = await bulk(first, { docs, new_edits: false })
  expect(reply.json()).toEqual([])
  await first.close()
  const databases = await openDatabases({ dataDir: first.dataDir, limit: 10 })
  const system = databases.system()
  const ledger = await system.get<{ members: object }>(`ledger_${aLedger}`)
  const members = Object.keys(ledger.members).map(id => [id, 'viewer'])
  await system.put({ ...ledger, members: Object.fromEntries(members) })
  await databases.close()
  return started(first.dataDir)
}

const rev = (generation: number) =>
  `${generation}-${String(generation).repeat(32)}`

function aDoc(id: string, changes: object = {}) {
  return { ...aTransactionDoc(), _id: id, _rev: rev(1), ...changes }
}

function bulk({ app, token }: AServer, payload: object) {
  return app.inject({
    method: 'POST',
    url: `/sync/${aLedger}/db/_bulk_docs`,
    headers: { authorization: `Bearer ${token}` },
    payload,
  })
}

function ask({ app }: AServer, path: string, token: string) {
  return app.inject({
    url: `/sync/${aLedger}/db${path}`,
    headers: { authorization: `Bearer ${token}` },
  })
}

test('B9 whatever a viewer writes is refused doc by doc, and nothing changes', async () => {
  const server = await forViewer([aDoc('txn_0001')])
  const before = (await ask(server, '', server.token)).json<object>()
  const history = { start: 2, ids: ['2'.repeat(32), '1'.repeat(32)] }
  const edit = { _rev: rev(2), _revisions: history }
  const reply = await bulk(server, {
    docs: [
      aDoc('txn_0002'),
      aDoc('txn_0001', { ...edit, description: 'Mine' }),
      { _id: 'txn_0001', ...edit, _deleted: true },
    ],
    new_edits: false,
  })
  expect(reply.statusCode).toBe(201)
  const refused = reply.json<{ error: string; reason: string }[]>()
  expect(refused).toHaveLength(3)
  for (const { error, reason } of refused) {
    expect(error).toBe('forbidden')
    expect(reason).toMatch(/^role: /)
  }
  const own = await bulk(server, { docs: [{ _id: 'txn_3' }], new_edits: true })
  expect(own.statusCode).toBe(400)
  expect((await ask(server, '', server.token)).json()).toEqual(before)
})

test('B10 a viewer’s device fetches the ledger, and goes on from where it was', async () => {
  const server = await forViewer([aDoc('txn_0001'), aDoc('txn_0002')])
  const device = aDevice()
  const remote = remoteOf(server.url, server.token)
  expect(await device.replicate.from(remote)).toMatchObject({
    ok: true,
    docs_written: 2,
  })
  await device.put(aDoc('txn_0003', { _rev: undefined }))
  const refused: unknown[] = []
  await device.replicate.to(remote).on('denied', each => refused.push(each))
  expect(refused).toHaveLength(1)
  expect(await device.replicate.from(remote)).toMatchObject({
    ok: true,
    docs_written: 0,
  })
})

test('B25 old revisions and deleted docs are for members only', async () => {
  const server = await started()
  const history = { start: 2, ids: ['2'.repeat(32), '1'.repeat(32)] }
  await bulk(server, { docs: [aDoc('txn_0001')], new_edits: false })
  const gone = { _rev: rev(2), _revisions: history, _deleted: true }
  await bulk(server, {
    docs: [{ _id: 'txn_0001', ...gone }],
    new_edits: false,
  })
  await server.people.users.create({
    name: 'Bob',
    password: aPassword,
    admin: false,
  })
  const bob = await signIn(server.app, 'Bob')
  for (const path of [
    `/txn_0001?rev=${rev(1)}`,
    `/txn_0001?rev=${rev(2)}`,
    '/txn_0001?open_revs=all',
  ]) {
    expect((await ask(server, path, server.token)).statusCode).toBe(200)
    expect((await ask(server, path, bob.accessToken)).statusCode).toBe(404)
  }
})

test('B5 no request makes the server ask another address', async () => {
  let asked = 0
  const target = createServer((_request, reply) => {
    asked += 1
    reply.end('{}')
  })
  target.listen(0, '127.0.0.1')
  await once(target, 'listening')
  const address = target.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const url = `http://127.0.0.1:${port}/db`
  const server = await started()
  const headers = { authorization: `Bearer ${server.token}` }
  for (const path of [
    '/_replicate',
    '/_replicator',
    `/sync/${aLedger}/_replicate`,
    `/sync/${aLedger}/db/_replicate`,
    '/api/v1/import',
    '/api/v1/webhooks',
    '/api/v1/rates',
  ]) {
    const reply = await server.app.inject({
      method: 'POST',
      url: path,
      headers,
      payload: { source: url, target: url, url },
    })
    expect([404, 405]).toContain(reply.statusCode)
  }
  const doc = aDoc('txn_0001', { notes: url, url, source: undefined })
  await bulk(server, { docs: [doc], new_edits: false })
  await server.app.inject({
    url: `/sync/${aLedger}/`,
    headers: { host: `127.0.0.1:${port}`, 'x-forwarded-host': url },
  })
  target.close()
  await once(target, 'close')
  expect(asked).toBe(0)
})
