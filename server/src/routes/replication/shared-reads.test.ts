import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabases, type Databases } from '../../storage/databases.ts'
import type { Database } from '../../storage/pouch.ts'
import { readBulk } from './bulk-get.ts'
import { createChangesPages } from './changes-pages.ts'
import { createSentTexts } from './sent-texts.ts'

const home = 'a'.repeat(26)

let dataDir: string
let databases: Databases
let reads: string[]
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ourmoney-'))
  const opened = await openDatabases({ dataDir, limit: 3 })
  await opened.create(home)
  reads = []
  databases = {
    ...opened,
    withLedger: (name, work) =>
      opened.withLedger(name, database => work(counted(database))),
  }
})
afterEach(async () => {
  await databases.close()
  await rm(dataDir, { recursive: true })
})

/** Says in `reads` what is asked of it. */
function counted(database: Database): Database {
  return Object.assign(Object.create(database) as Database, {
    changes: (options: object) => {
      reads.push('changes')
      return database.changes(options)
    },
    bulkGet: (options: PouchDB.Core.BulkGetOptions) => {
      reads.push(...options.docs.map(({ id }) => id))
      return database.bulkGet(options)
    },
  })
}

const revOf = (letter: string) => `1-${letter.repeat(32)}`

function save(id: string, letter: string, fields: object = {}) {
  const doc = { _id: id, _rev: revOf(letter), ...fields }
  return databases.write(home, database =>
    database.bulkDocs([doc], { new_edits: false }),
  )
}

const asked = {
  since: 0,
  limit: 10,
  style: 'all_docs',
  include_docs: false,
} as const
const place = { ledger: home, name: home }

test('all feeds that wake at one write read it once, and each write is read', async () => {
  const readPage = createChangesPages(databases)
  for (const [n, letter] of ['a', 'b', 'c'].entries()) {
    await save(`txn_000${n}`, letter)
    const pages = await Promise.all(
      Array.from({ length: 50 }, () => readPage(place, asked)),
    )
    for (const { count, last } of pages)
      expect([count, last]).toEqual([n + 1, n + 1])
  }
  expect(reads).toHaveLength(3)
  const rest = await readPage(place, { ...asked, since: 2 })
  expect(JSON.parse(rest.rows)).toMatchObject({ id: 'txn_0002', seq: 3 })
})

test('a read that was under way when something was written is not for who asks after it', async () => {
  const readPage = createChangesPages(databases)
  await save('txn_0001', 'a')
  const early = readPage(place, asked)
  await save('txn_0002', 'b')
  const late = await readPage(place, asked)
  await early
  expect(late.count).toBe(2)
})

test('who has come to the end is answered without the database, until something is written', async () => {
  const readPage = createChangesPages(databases)
  await save('txn_0001', 'a')
  expect((await readPage(place, asked)).last).toBe(1)
  const after = { ...asked, since: 1 }
  expect(await readPage(place, after)).toEqual({ rows: '', count: 0, last: 1 })
  expect(reads).toHaveLength(1)
  await save('txn_0002', 'b')
  expect((await readPage(place, after)).count).toBe(1)
})

test('who has come to the end is told when nobody is lent the database any more', async () => {
  const readPage = createChangesPages(databases)
  expect((await readPage(place, asked)).last).toBe(0)
  await databases.remove(home)
  await expect(readPage(place, asked)).rejects.toThrow('not-found')
})

test('R17 what was read before a ledger was restored is not sent after it', async () => {
  const readPage = createChangesPages(databases)
  await save('txn_0001', 'a')
  expect((await readPage(place, asked)).count).toBe(1)
  await databases.replace(home, async () => {})
  expect((await readPage(place, asked)).count).toBe(0)
})

test('a doc that one device fetched is not read again for the next, and one that is missing is', async () => {
  const sent = createSentTexts(10_000)
  await save('txn_0001', 'a', { notes: 'à' })
  await save('txn_0002', 'b')
  const fetchOf = (ids: readonly string[], options = { revs: true }) =>
    databases.withLedger(home, async database => {
      const docs = ids.map(id => ({
        id,
        rev: revOf(id === 'txn_0002' ? 'b' : 'a'),
      }))
      const texts = await readBulk(
        database,
        docs,
        { place: 'home', latest: true, ...options },
        sent,
      )
      return texts.map(each => JSON.parse(each) as unknown)
    })
  const first = await fetchOf(['txn_0001', 'txn_0003'])
  expect(first).toEqual([
    {
      id: 'txn_0001',
      docs: [
        {
          ok: {
            _id: 'txn_0001',
            _rev: revOf('a'),
            _revisions: { start: 1, ids: ['a'.repeat(32)] },
            notes: 'à',
          },
        },
      ],
    },
    {
      id: 'txn_0003',
      docs: [{ error: expect.objectContaining({ error: 'not_found' }) }],
    },
  ])
  expect(await fetchOf(['txn_0001', 'txn_0003'])).toEqual(first)
  expect(await fetchOf(['txn_0001', 'txn_0002'])).toHaveLength(2)
  expect(reads).toEqual(['txn_0001', 'txn_0003', 'txn_0003', 'txn_0002'])
  // Without ancestors it is another text.
  const [bare] = await fetchOf(['txn_0001'], { revs: false })
  expect(bare).not.toMatchObject({
    docs: [{ ok: { _revisions: expect.anything() } }],
  })
})
