import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyAll } from './copy-all.ts'
import { openDatabases, receiptsOf, type Databases } from './databases.ts'
import type { Database } from './pouch.ts'

const home = 'a'.repeat(26)
const shop = 'b'.repeat(26)

let dir: string
let from: Databases
let to: Databases
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ourmoney-'))
  from = await openDatabases({ dataDir: join(dir, 'from'), limit: 3 })
  to = await openDatabases({ dataDir: join(dir, 'to'), limit: 3 })
  for (const ledger of [home, shop]) {
    await from.create(ledger)
    for (const name of [ledger, receiptsOf(ledger)]) {
      await from.write(name, database => database.bulkDocs(docs('txn', 20)))
    }
  }
  // More than are copied at once.
  await from.system().bulkDocs(docs('user', 600))
})
afterEach(async () => {
  await from.close()
  await to.close()
  await rm(dir, { recursive: true })
})

function docs(prefix: string, count: number) {
  return Array.from({ length: count }, (_, n) => ({
    _id: `${prefix}_${1_000 + n}`,
  }))
}

/** The same, with something else in the place of each database. */
function withEach(
  databases: Databases,
  replace: (database: Database) => Database,
): Databases {
  return {
    ...databases,
    system: () => replace(databases.system()),
    withLedger: (name, work) =>
      databases.withLedger(name, database => work(replace(database))),
  }
}

function over(database: Database, methods: object): Database {
  return Object.assign(Object.create(database) as Database, methods)
}

/** Takes so many writes and no more. */
function interruptedAfter(databases: Databases, writes: number): Databases {
  let left = writes
  return withEach(databases, database =>
    over(database, {
      bulkDocs: async (...args: Parameters<Database['bulkDocs']>) => {
        if (left-- === 0) throw new Error('interrupted')
        return database.bulkDocs(...args)
      },
    }),
  )
}

test('S18 a copy that was interrupted at any write is done once more, and is then whole', async () => {
  const ledgers = [home, shop]
  let interrupted = 0
  for (let isDone = false; !isDone;) {
    const copied = copyAll(from, interruptedAfter(to, interrupted), ledgers)
    isDone = await copied.then(
      () => true,
      (error: Error) => {
        expect(error.message).toBe('interrupted')
        return false
      },
    )
    if (!isDone) interrupted += 1
  }
  // Two databases of each ledger, and two pages of people.
  expect(interrupted).toBe(6)
  expect((await to.system().info()).doc_count).toBe(600)
  for (const ledger of ledgers) {
    const { doc_count } = await to.withLedger(ledger, each => each.info())
    expect(doc_count).toBe(20)
    expect(to.epoch(ledger)).not.toBe(from.epoch(ledger))
  }
  await expect(copyAll(from, to, ledgers)).rejects.toThrow('users already')
})

test('S18 a copy that was interrupted is not gone on with where others have come in', async () => {
  const ledgers = [home, shop]
  const copied = copyAll(from, interruptedAfter(to, 1), ledgers)
  await expect(copied).rejects.toThrow('interrupted')
  await to.system().put({ _id: 'user_somebody' })
  await expect(copyAll(from, to, ledgers)).rejects.toThrow('users already')
})

test('S18 people are there only when every ledger is', async () => {
  await from.remove(shop)
  await expect(copyAll(from, to, [home, shop])).rejects.toThrow(
    `${shop}: not-found`,
  )
  expect((await to.system().info()).doc_count).toBe(0)
})

test('S18 a leaf that cannot be read is not left behind without a word', async () => {
  const losing = withEach(from, database =>
    over(database, {
      bulkGet: ({ docs: wanted }: PouchDB.Core.BulkGetOptions) =>
        database.bulkGet({
          docs: wanted.map(each => ({ ...each, rev: `9-${'f'.repeat(32)}` })),
        }),
    }),
  )
  await expect(copyAll(losing, to, [home])).rejects.toThrow(
    `${home}: 20 docs cannot be read`,
  )
})
