import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aCouch } from '../../../test/a-couch.ts'
import { aSecret } from '../../../test/an-app.ts'
import { writeBackup } from '../backup/write-backup.ts'
import {
  openCouchDatabases,
  type CouchDatabases,
} from '../couch/couch-databases.ts'
import { couchServer } from '../couch/couch-server.ts'
import { openDatabases, receiptsOf } from '../databases.ts'
import { databasesContract } from './databases.contract.ts'

databasesContract('LevelDB', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'ourmoney-'))
  const databases = await openDatabases({ dataDir, limit: 3 })
  return {
    databases,
    close: async () => {
      await databases.close()
      await rm(dataDir, { recursive: true })
    },
  }
})

databasesContract("somebody else's server that speaks CouchDB", async () => {
  const couch = await aCouch()
  const databases = await openCouchDatabases(couch.url, aSecret)
  return {
    databases,
    close: async () => {
      await databases.close()
      await couch.close()
    },
  }
})

const real = process.env['TEST_COUCHDB_URL']
if (real === undefined) {
  console.warn('No Apache CouchDB at TEST_COUCHDB_URL: not tried against one')
} else {
  databasesContract('Apache CouchDB', async () => {
    const databases = await openCouchDatabases(real, aSecret)
    return { databases, close: databases.close }
  })
}

test('S14 a database refuses by itself what the gate would never let through', async () => {
  const couch = await aCouch({ obeysRules: true })
  const server = couchServer(couch.url)
  await server.create('ledger-x')
  const database = server.open('ledger-x')
  const good = { _id: 'txn_0001', kind: 'transaction', v: 1 }
  const bad = [
    { ...good, _id: 'bad' },
    { ...good, _id: 'txn_0002', v: 0 },
    { ...good, _id: 'txn_0003', kind: 'account' },
    { ...good, _id: 'txn_0004', kind: 7 },
    { _id: 'txn_0005' },
  ]
  const results = await database.bulkDocs([
    good,
    ...bad,
  ] as unknown as PouchDB.Core.PutDocument<object>[])
  expect(results.filter(each => 'ok' in each)).toHaveLength(1)
  const { rows } = await database.allDocs({ startkey: 'a', endkey: 'z' })
  expect(rows.map(({ id }) => id)).toEqual(['txn_0001'])
  const security = await fetch(`${couch.url}/ledger-x/_security`)
  expect(await security.json()).toMatchObject({
    members: { roles: ['_admin'] },
  })
  await couch.close()
})

test('S14 a ledger that one server removes is no ledger at the others, and a backup passes over it', async () => {
  const couch = await aCouch()
  const folder = await mkdtemp(join(tmpdir(), 'ourmoney-'))
  const here = await openCouchDatabases(couch.url, aSecret)
  const there = await openCouchDatabases(couch.url, aSecret)
  const kept = '0'.repeat(26)
  const removed = '1'.repeat(26)
  for (const ledger of [kept, removed]) await here.create(ledger)
  await hearAll(there)
  await here.remove(removed)

  const options = { databases: there, folder, version: '0' }
  const early = await writeBackup(options)
  expect(early.missing).toEqual([removed, receiptsOf(removed)])
  expect(early.manifest.databases.map(({ name }) => name)).toEqual([
    'system',
    kept,
    receiptsOf(kept),
  ])
  await hearAll(there)
  expect(there.names()).toEqual([kept, receiptsOf(kept)])
  expect((await writeBackup(options)).missing).toEqual([])

  const later = await openCouchDatabases(couch.url, aSecret)
  expect(later.names()).toEqual([kept, receiptsOf(kept)])
  for (const each of [here, there, later]) await each.close()
  await couch.close()
  await rm(folder, { recursive: true })
})

/** As `followStore` does. */
async function hearAll({ followed }: CouchDatabases): Promise<void> {
  await followed.changes({ since: 0, include_docs: true, limit: 100 })
}

test('S14 a CouchDB that is away is no storage, and what comes back is', async () => {
  const couch = await aCouch()
  const databases = await openCouchDatabases(couch.url, aSecret)
  const ledger = '0'.repeat(26)
  await databases.create(ledger)
  await couch.close()
  const away = { code: 'no-storage' }
  await expect(
    databases.withLedger(ledger, db => db.info()),
  ).rejects.toMatchObject(away)
  await expect(databases.create('1'.repeat(26))).rejects.toMatchObject(away)
  await expect(openCouchDatabases(couch.url, aSecret)).rejects.toMatchObject(
    away,
  )
  await databases.close()
})
