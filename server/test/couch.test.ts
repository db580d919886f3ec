import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '@ourmoney/shared/sync/ids.ts'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import { runCommand } from '../src/commands/commands.ts'
import { readConfig } from '../src/config.ts'
import { aCouch, type ACouch } from './a-couch.ts'
import { aProcess, ask, type AProcess } from './a-process.ts'
import { aRandom } from './a-random.ts'
import { aDevice, aLedger, remoteOf, type Device } from './a-server.ts'
import { aSecret } from './an-app.ts'

const random = aRandom(31)
let dir: string
let couch: ACouch
let servers: AProcess[] = []

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ourmoney-'))
  couch = await aCouch()
})
afterEach(async () => {
  for (const server of servers) await server.kill('SIGKILL')
  servers = []
  await couch.close()
  await rm(dir, { recursive: true, force: true })
})

async function start(name: string): Promise<AProcess> {
  const server = await aProcess({
    DATA_DIR: join(dir, name),
    COUCHDB_URL: couch.url,
    JWT_SECRET: aSecret,
  })
  servers.push(server)
  return server
}

function write(device: Device, count: number) {
  return device.bulkDocs(
    Array.from({ length: count }, () =>
      aTransactionDoc({ _id: newId('transaction', 1_000, random.next) }),
    ),
  )
}

async function idsOf(device: PouchDB.Database): Promise<readonly string[]> {
  return (await device.allDocs()).rows.map(({ id }) => id).toSorted()
}

test('S14 two servers on one CouchDB: devices of both agree, feeds of one wake by writes at the other, and a sign-out holds at both', async () => {
  const one = await start('one')
  const token = await one.signIn()
  await ask(`${one.url}/api/v1/ledgers/${aLedger}`, token, 'PUT', {
    name: 'Home',
  })
  const other = await start('other')
  const at = ({ url }: AProcess) => `${url}/sync/${aLedger}/db`
  const [here, there] = [remoteOf(at(one), token), remoteOf(at(other), token)]

  const [ann, ben] = [aDevice(), aDevice()]
  await write(ann, 120)
  await ann.replicate.to(here, { batch_size: 50 })
  await ben.replicate.from(there, { batch_size: 50 })
  expect(await idsOf(ben)).toEqual(await idsOf(ann))
  await write(ben, 30)
  await ben.replicate.to(there)
  await ann.replicate.from(here)
  expect(await idsOf(ann)).toEqual(await idsOf(ben))
  const goesOn = await ann.replicate.to(here)
  expect(goesOn).toMatchObject({ ok: true, docs_written: 0 })

  const { update_seq } = await there.info()
  const query = `feed=longpoll&since=${encodeURIComponent(update_seq)}`
  const waiting = ask(`${at(other)}/_changes?${query}`, token)
  await write(ann, 1)
  await ann.replicate.to(here)
  const woken = (await (await waiting).json()) as { results: unknown[] }
  expect(woken.results).toHaveLength(1)

  const sessions = await ask(`${one.url}/api/v1/auth/sessions`, token)
  const [mine] = (await sessions.json()).sessions as { id: string }[]
  await fetch(`${one.url}/api/v1/auth/sessions/${mine?.id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
  })
  await expect
    .poll(async () => (await ask(at(other), token)).status, { timeout: 3_000 })
    .toBe(401)
})

test('S14 with its CouchDB away a server answers 503 to everybody, never lets anybody in, and no doc is refused for good', async () => {
  const one = await start('one')
  const token = await one.signIn()
  const url = `${one.url}/api/v1/ledgers/${aLedger}`
  await ask(url, token, 'PUT', { name: 'Home' })
  await couch.close()
  const database = `${one.url}/sync/${aLedger}/db`
  const docs = [{ ...aTransactionDoc(), _rev: `1-${'a'.repeat(32)}` }]
  const reply = await ask(`${database}/_bulk_docs`, token, 'POST', {
    docs,
    new_edits: false,
  })
  expect(reply.status).toBe(503)
  expect(await reply.json()).toMatchObject({ code: 'no-storage' })
  await expect
    .poll(async () => (await ask(database, token)).json(), { timeout: 15_000 })
    .toMatchObject({ code: 'no-storage' })
  const ready = await fetch(`${one.url}/health/ready`)
  expect(ready.status).toBe(503)
  couch = await aCouch()
})

test('S18 everything moves into a CouchDB and back, read again there, and devices go on', async () => {
  const home = await aProcess({
    DATA_DIR: join(dir, 'data'),
    JWT_SECRET: aSecret,
  })
  servers.push(home)
  const token = await home.signIn()
  await ask(`${home.url}/api/v1/ledgers/${aLedger}`, token, 'PUT', {
    name: 'Home',
  })
  const device = aDevice()
  await write(device, 700)
  const sync = `/sync/${aLedger}/db`
  await device.replicate.to(remoteOf(`${home.url}${sync}`, token))
  const [first] = (await device.allDocs()).rows
  const doc = await device.get(first?.id ?? '')
  await device.put({ ...doc, description: 'Edited' } as object)
  await device.remove(await device.get((await idsOf(device))[1] ?? ''))
  await device.replicate.to(remoteOf(`${home.url}${sync}`, token))
  await home.kill('SIGTERM')

  const config = readConfig({
    DATA_DIR: join(dir, 'data'),
    COUCHDB_URL: couch.url,
    JWT_SECRET: aSecret,
  })
  expect(await runCommand(['migrate', 'to-couchdb'], config)).toContain(
    'Copied 1 ledgers',
  )
  await expect(runCommand(['migrate', 'to-couchdb'], config)).rejects.toThrow(
    'users already',
  )
  const back = { ...config, dataDir: join(dir, 'back') }
  await runCommand(['migrate', 'from-couchdb'], back)
  const again = await aProcess({ DATA_DIR: back.dataDir, JWT_SECRET: aSecret })
  servers.push(again)
  const remote = remoteOf(`${again.url}${sync}`, await again.signIn())
  await write(device, 5)
  expect(await device.replicate.to(remote)).toMatchObject({ docs_written: 5 })
  expect((await remote.info()).doc_count).toBe(704)
})
