import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PouchDB from 'pouchdb-core'
import { expect, test } from 'vitest'
import { aDatabase } from '../../test/an-app.ts'
import { openStore, StaleRecordError } from './store.ts'
import type { UserRecord } from './records.ts'

const require = createRequire(import.meta.url)
const leveldb: PouchDB.Plugin = require('pouchdb-adapter-leveldb')
PouchDB.plugin(leveldb)

const ann: UserRecord = {
  _id: 'user_1',
  kind: 'user',
  name: 'Ann',
  password: 'hashed',
  admin: true,
  disabled: false,
  createdAt: 1,
}

test('what was saved is there after opening again', async () => {
  const database = aDatabase()
  const store = await openStore(database)
  await store.users.save(ann)
  const again = await openStore(database)
  expect(again.users.get('1')).toMatchObject(ann)
})

test('of two who save what they both read, the second is told', async () => {
  const { users } = await openStore(aDatabase())
  const read = await users.save(ann)
  await users.save({ ...read, name: 'Anna' })
  await expect(users.save({ ...read, name: 'Annie' })).rejects.toThrow(
    StaleRecordError,
  )
  expect(users.get('1')?.name).toBe('Anna')
})

test('what was removed is gone, and may be made again', async () => {
  const { users } = await openStore(aDatabase())
  await users.remove(await users.save(ann))
  expect(users.all()).toEqual([])
  await users.save(ann)
  expect(users.get('1')).toMatchObject(ann)
})

test('records of a kind that it does not know are left alone', async () => {
  const database = aDatabase()
  await database.put({ _id: 'invitation_1' })
  const store = await openStore(database)
  expect(store.users.all()).toEqual([])
})

test('keeps people on disk', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'people-'))
  const open = () =>
    new PouchDB(join(directory, 'system'), { adapter: 'leveldb' })
  const first = open()
  await (await openStore(first)).users.save(ann)
  await first.close()
  const second = open()
  expect((await openStore(second)).users.get('1')).toMatchObject(ann)
  await second.close()
  await rm(directory, { recursive: true })
})
