import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  backupReply,
  healthReply,
  serverLedgersReply,
} from '@ourmoney/shared/identity/operations.ts'
import { ask, aUser, prove, signIn } from '../../test/an-app.ts'
import { createOperations } from '../operations.ts'
import { NoRoomError } from '../storage/room.ts'
import { aLedger, aServer, type AServer } from '../../test/a-server.ts'

let server: AServer
beforeEach(async () => {
  server = await aServer()
})
afterEach(async () => server.dispose())

test('an admin sees how the server is, and no name of a ledger', async () => {
  const { app, token } = server
  const health = healthReply.parse(
    (await ask(app, token, 'GET', '/admin/health')).json(),
  )
  expect(health).toMatchObject({ version: '0.0.0', sessions: 1, backups: [] })
  expect(health.disk?.free).toBeGreaterThan(health.disk?.least ?? Infinity)
  const reply = await ask(app, token, 'GET', '/admin/ledgers')
  const { ledgers } = serverLedgersReply.parse(reply.json())
  expect(ledgers).toMatchObject([{ id: aLedger, owners: ['Ann'], members: 1 }])
  expect(ledgers[0]?.bytes).toBeGreaterThan(0)
  expect(reply.body).not.toContain('Home')
})

test('S3 S12 an admin makes a backup and brings one damaged ledger back from it', async () => {
  const { app, token, dataDir, databases } = server
  const made = backupReply.parse(
    (await ask(app, token, 'POST', '/admin/backups')).json(),
  )
  expect(made.missing).toEqual([])
  await databases.replace(aLedger, async () => {})
  await rm(join(dataDir, 'ledgers', aLedger, 'CURRENT'))
  await expect(databases.check(aLedger)).rejects.toThrow('quarantined')
  const before = await ask(app, token, 'GET', '/admin/ledgers')
  expect(before.json()).toMatchObject({
    ledgers: [{ trouble: 'cannot-open' }],
  })

  const path = `/admin/backups/${made.name}/ledgers/${aLedger}`
  const proof = await prove(app, token)
  const restored = await ask(app, token, 'POST', path, undefined, proof)
  expect(restored.json()).toEqual({ empty: [] })
  await databases.check(aLedger)
  const after = await ask(app, token, 'GET', '/admin/ledgers')
  expect(after.json<{ ledgers: object[] }>().ledgers[0]).not.toHaveProperty(
    'trouble',
  )

  await rm(join(dataDir, 'backups', made.name, `${aLedger}.ndjson.gz`))
  const refused = await ask(app, token, 'POST', path, undefined, proof)
  expect(refused.json()).toMatchObject({
    status: 422,
    code: 'wrong-backup',
    detail: 'damaged',
  })
})

test('S5 a backup or a restore for which there is no room is answered like any write', async () => {
  const refuse = () => Promise.reject(new NoRoomError('/backups', 0, 1))
  const operations = createOperations({
    databases: server.databases,
    backups: { make: refuse, list: async () => [], restoreLedger: refuse },
    version: '0',
  })
  const full = { code: 'disk-full', retryAfter: 60 }
  await expect(operations.backUp()).rejects.toMatchObject(full)
  await expect(operations.restoreLedger('', aLedger)).rejects.toMatchObject(
    full,
  )
  operations.stop()
})

test('A22 an admin signs somebody out everywhere, and they can sign in again', async () => {
  const { app, token, people } = server
  const bob = await aUser(people, 'Bob')
  const { accessToken } = await signIn(app, 'Bob')
  const users = await ask(app, token, 'GET', '/admin/users')
  expect(users.json()).toMatchObject({
    users: expect.arrayContaining([
      expect.objectContaining({ name: 'Bob', sessions: 1 }),
    ]),
  })
  const path = `/admin/users/${bob}/sessions`
  const proof = await prove(app, token)
  await ask(app, token, 'DELETE', path, undefined, proof)
  const reply = await ask(app, accessToken, 'GET', '/ledgers')
  expect(reply.json()).toMatchObject({ code: 'session-ended' })
  expect((await signIn(app, 'Bob')).reply.statusCode).toBe(200)
})

test('a server that drains is ready no more, and still answers', async () => {
  const { app, token, operations } = server
  expect((await app.inject('/health/ready')).statusCode).toBe(200)
  operations.drain()
  const reply = await app.inject('/health/ready')
  expect(reply.statusCode).toBe(503)
  expect(reply.headers['retry-after']).toBe('5')
  expect((await app.inject('/health/live')).statusCode).toBe(200)
  expect((await ask(app, token, 'GET', '/ledgers')).statusCode).toBe(200)
})
