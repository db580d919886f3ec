import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { newId } from '@ourmoney/shared/sync/ids.ts'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import { aRandom } from './a-random.ts'
import {
  aDevice,
  aLedger,
  aServer,
  remoteOf,
  type AServer,
  type Device,
  type Run,
} from './a-server.ts'
import { signIn } from './an-app.ts'

const servers: AServer[] = []
const random = aRandom(7)

afterEach(async () => {
  const all = servers.splice(0)
  for (const server of all) await server.close()
  for (const { dataDir } of all) {
    await rm(dataDir, { recursive: true, force: true })
  }
})

async function start(dataDir?: string): Promise<AServer> {
  const server = await aServer(dataDir === undefined ? {} : { dataDir })
  servers.push(server)
  return server
}

function someDocs(count: number, fields: Record<string, unknown> = {}) {
  return Array.from({ length: count }, () => {
    const _id = newId('transaction', 1_000, random.next)
    return { ...aTransactionDoc({ _id }), ...fields }
  })
}

function push(device: Device, server: AServer, token = server.token) {
  return device.replicate.to(remoteOf(server.url, token), { batch_size: 20 })
}

function count(server: AServer): Promise<number> {
  return server.databases.withLedger(aLedger, async database => {
    return (await database.info()).doc_count
  })
}

test('R17 a folder brought back from an earlier copy gets everything back from a device', async () => {
  const first = await start()
  const device = aDevice()
  await device.bulkDocs(someDocs(30))
  await push(device, first)
  await first.close()
  const copy = `${first.dataDir}-copy`
  await cp(first.dataDir, copy, { recursive: true, preserveTimestamps: true })

  const second = await start(first.dataDir)
  await device.bulkDocs(someDocs(30))
  await push(device, second)
  expect(await count(second)).toBe(60)
  await second.close()

  const restored = await start(copy)
  expect(await count(restored)).toBe(30)
  await push(device, restored)
  expect(await count(restored)).toBe(60)
})

test('R17 an orderly restart keeps the epoch, and a device goes on from its checkpoint', async () => {
  const first = await start()
  const device = aDevice()
  await device.bulkDocs(someDocs(30))
  await push(device, first)
  await first.close()
  const again = await start(first.dataDir)
  const done = await push(device, again)
  expect(done).toMatchObject({ ok: true, docs_read: 0, docs_written: 0 })
  expect(again.databases.epoch(aLedger)).toBe(first.databases.epoch(aLedger))
})

test('R18 an emptied server is filled again, and no device deletes anything', async () => {
  const first = await start()
  const device = aDevice()
  await device.bulkDocs(someDocs(30))
  await push(device, first)
  await device.replicate.from(remoteOf(first.url, first.token))

  const empty = await start()
  await device.replicate.from(remoteOf(empty.url, empty.token))
  await push(device, empty)
  expect((await device.info()).doc_count).toBe(30)
  expect(await count(empty)).toBe(30)
})

test('R18 a ledger whose folder is lost is put aside, not said to be unknown', async () => {
  const first = await start()
  await first.close()
  await rm(join(first.dataDir, 'ledgers', aLedger), { recursive: true })
  const again = await start(first.dataDir)
  const reply = await again.app.inject({
    url: `/sync/${aLedger}/db`,
    headers: { authorization: `Bearer ${again.token}` },
  })
  expect(reply.statusCode).toBe(503)
  expect(reply.json()).toMatchObject({ code: 'ledger-quarantined' })
  expect(reply.headers['retry-after']).toBeDefined()
})

test('R20 a checkpoint of another shape makes a device compare from the beginning', async () => {
  const server = await start()
  const device = aDevice()
  await device.bulkDocs(someDocs(30))
  const heard: string[] = []
  const remote = remoteOf(server.url, server.token, each => heard.push(each))
  await device.replicate.to(remote)
  const url = heard.find(each => each.includes('/_local/')) ?? ''
  const headers = {
    authorization: `Bearer ${server.token}`,
    'content-type': 'application/json',
  }
  const checkpoint = (await (await fetch(url, { headers })).json()) as object
  const other = { ...checkpoint, session_id: 'x', history: [{ odd: 1 }] }
  const body = JSON.stringify({ ...other, last_seq: 'words' })
  const put = await fetch(url, { method: 'PUT', headers, body })
  expect(put.status).toBe(201)

  await device.bulkDocs(someDocs(1))
  expect(await push(device, server)).toMatchObject({ docs_written: 1 })
  expect(await count(server)).toBe(31)
})

test('R4 A22 a session that ends in mid-push loses and doubles nothing', async () => {
  const server = await start()
  const other = await signIn(server.app)
  const device = aDevice()
  await device.bulkDocs(someDocs(200))
  let isEnded = false
  const stop = server.databases.onWritten(aLedger, () => {
    if (isEnded) return
    isEnded = true
    void server.people.sessions.end(other.session)
  })
  await expect(push(device, server, other.accessToken)).rejects.toMatchObject({
    status: 401,
  })
  stop()
  const stored = await count(server)
  expect(stored).toBeGreaterThan(0)
  expect(stored).toBeLessThan(200)
  const done = await push(device, server)
  expect(done).toMatchObject({ docs_written: 200 - stored, errors: [] })
  expect(await count(server)).toBe(200)
})

test('R6 a doc that is refused for good is named, and all others flow past it', async () => {
  const server = await start()
  const device = aDevice()
  const [bad] = someDocs(1, { minor: 0.5 })
  await device.bulkDocs([...someDocs(30), { ...bad }, ...someDocs(30)])
  const run = push(device, server)
  const denied = deniedOf(run)
  expect(await run).toMatchObject({ ok: true, docs_written: 60 })
  expect(denied).toMatchObject([
    { id: bad?._id, name: 'forbidden', reason: 'schema: minor: invalid_type' },
  ])
  expect(await count(server)).toBe(60)
})

test('R5 a failure of the whole request refuses no doc', async () => {
  const server = await start()
  const device = aDevice()
  await device.bulkDocs(someDocs(60))
  const nobody = `${server.origin}/sync/${'2'.repeat(26)}/db`
  const run = device.replicate.to(remoteOf(nobody, server.token))
  const denied = deniedOf(run)
  await expect(run).rejects.toMatchObject({ status: 404 })
  expect(denied).toEqual([])
  expect(await push(device, server)).toMatchObject({ docs_written: 60 })
})

test('R16 checkpoints are never answered with 429', async () => {
  const server = await start()
  const headers = { authorization: `Bearer ${server.token}` }
  const url = `/sync/${aLedger}/db/_local/none`
  const replies = await Promise.all(
    Array.from({ length: 1_000 }, () => server.app.inject({ url, headers })),
  )
  expect(new Set(replies.map(each => each.statusCode))).toEqual(new Set([404]))
})

/** Docs that the server refused for good, as they are told. */
function deniedOf(run: Run): readonly unknown[] {
  const denied: unknown[] = []
  void run.on('denied', each => denied.push(each))
  return denied
}
