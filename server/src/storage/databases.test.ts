import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabases, type Databases } from './databases.ts'

const ledger = (letter: string) => letter.repeat(26)

let dataDir: string
let databases: Databases | undefined

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ourmoney-'))
})
afterEach(async () => {
  await databases?.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function reopen(dir = dataDir, limit = 3): Promise<Databases> {
  await databases?.close()
  databases = await openDatabases({ dataDir: dir, limit })
  return databases
}

test('keeps docs and epochs over an orderly restart', async () => {
  const first = await reopen()
  await first.create(ledger('a'))
  await first.write(ledger('a'), db => db.put({ _id: 'txn_0001' }))
  const epoch = first.epoch(ledger('a'))
  const second = await reopen()
  expect(second.epoch(ledger('a'))).toBe(epoch)
  const doc = await second.withLedger(ledger('a'), db => db.get('txn_0001'))
  expect(doc._id).toBe('txn_0001')
})

test('R17 a folder restored from a copy starts a new epoch', async () => {
  const first = await reopen()
  await first.create(ledger('a'))
  const epoch = first.epoch(ledger('a'))
  await first.close()
  const copy = `${dataDir}-copy`
  await cp(dataDir, copy, { recursive: true, preserveTimestamps: true })
  const restored = await reopen(copy)
  expect(restored.epoch(ledger('a'))).not.toBe(epoch)
  await restored.close()
  await rm(copy, { recursive: true })
})

test('opens no more than the limit, and never closes one in use', async () => {
  const open = await reopen(dataDir, 2)
  const names = ['a', 'b', 'c', 'd', 'e'].map(ledger)
  for (const each of names) await open.create(each)
  await Promise.all(
    names.map(each =>
      open.withLedger(each, async db => {
        expect(open.countOpen()).toBeLessThanOrEqual(2)
        await db.put({ _id: 'txn_0001' })
      }),
    ),
  )
  for (const each of names) {
    const info = await open.withLedger(each, db => db.info())
    expect(info.doc_count).toBe(1)
  }
})

test('B2 never makes a database that nobody registered', async () => {
  const open = await reopen()
  const use = open.withLedger(ledger('z'), db => db.info())
  await expect(use).rejects.toMatchObject({ code: 'not-found' })
  await expect(open.create('../../etc')).rejects.toThrow()
})

test('an unknown ledger has an epoch that tells nothing and stays', async () => {
  const open = await reopen()
  const unknown = open.epoch(ledger('z'))
  expect(unknown).toMatch(/^[0-9a-f]{32}$/)
  expect((await reopen()).epoch(ledger('z'))).toBe(unknown)
})

test('S4 a second opener of the same folder is refused, the first unharmed', async () => {
  const first = await reopen()
  await first.create(ledger('a'))
  const program = `
    const { openDatabases } = await import(${JSON.stringify(import.meta.resolve('./databases.ts'))})
    await openDatabases({ dataDir: ${JSON.stringify(dataDir)}, limit: 3 })`
  const { spawnSync } = await import('node:child_process')
  const second = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', program],
    { encoding: 'utf8' },
  )
  expect(second.status).not.toBe(0)
  expect(second.stderr).toMatch(/Another server/)
  await first.write(ledger('a'), db => db.put({ _id: 'txn_0001' }))
})

test('S3 a damaged ledger is put aside while others serve', async () => {
  const first = await reopen()
  await first.create(ledger('a'))
  await first.create(ledger('b'))
  await first.close()
  await rm(join(dataDir, 'ledgers', ledger('a'), 'CURRENT'))
  const second = await reopen()
  const damaged = second.withLedger(ledger('a'), db => db.info())
  await expect(damaged).rejects.toMatchObject({ code: 'ledger-quarantined' })
  const fine = await second.withLedger(ledger('b'), db => db.info())
  expect(fine.doc_count).toBe(0)
})

test('writers of one ledger go one by one', async () => {
  const open = await reopen()
  await open.create(ledger('a'))
  let running = 0
  await Promise.all(
    Array.from({ length: 8 }, () =>
      open.write(ledger('a'), async db => {
        running += 1
        expect(running).toBe(1)
        await db.info()
        running -= 1
      }),
    ),
  )
})
