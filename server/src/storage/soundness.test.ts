import {
  cp,
  mkdir,
  mkdtemp,
  open,
  readdir,
  rename,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabases, receiptsOf, type Databases } from './databases.ts'
import type { Incident } from './soundness.ts'

const home = 'a'.repeat(26)
const other = 'b'.repeat(26)

let dataDir: string
let databases: Databases | undefined
let incidents: Incident[] = []

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ourmoney-'))
  incidents = []
})
afterEach(async () => {
  await databases?.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function reopen(): Promise<Databases> {
  await databases?.close()
  databases = await openDatabases({
    dataDir,
    limit: 3,
    onIncident: each => incidents.push(each),
  })
  return databases
}

function save(to: Databases, from: number, count: number) {
  return to.write(home, database =>
    database.bulkDocs(
      Array.from({ length: count }, (_, n) => ({
        _id: `txn_${1_000 + from + n}`,
        notes: `${n} `.repeat(1_000),
      })),
    ),
  )
}

/** A closed folder with a book whose docs stand in a table file and in the log. */
async function aClosedFolder(): Promise<string> {
  const first = await reopen()
  await first.create(home)
  await first.create(other)
  await save(first, 0, 100)
  const second = await reopen()
  // LevelDB passes over a block of 32 KB of its log; there must be some after it.
  for (let from = 100; from < 200; from += 10) await save(second, from, 10)
  await second.close()
  return join(dataDir, 'ledgers', home)
}

async function flip(path: string): Promise<void> {
  const file = await open(path, 'r+')
  const { size } = await file.stat()
  const at = Math.floor(size / 2)
  const bytes = new Uint8Array(Math.min(8, size))
  await file.read(bytes, 0, bytes.length, at)
  await file.write(
    bytes.map(each => each ^ 0xff),
    0,
    bytes.length,
    at,
  )
  await file.close()
}

const damages = {
  flip,
  empty: (path: string) => truncate(path, 0),
  truncate: async (path: string) => {
    const file = await open(path)
    const { size } = await file.stat()
    await file.close()
    await truncate(path, Math.floor(size / 2))
  },
  delete: (path: string) => rm(path),
}

test.each(Object.keys(damages) as (keyof typeof damages)[])(
  'S3 F9 to %s any file of a ledger is told or harmless, never a silent loss, and others serve',
  async how => {
    const folder = await aClosedFolder()
    const files = await readdir(folder)
    for (const kind of [/\.ldb$/, /\.log$/]) {
      expect(files.some(file => kind.test(file))).toBe(true)
    }
    const sound = `${dataDir}-sound`
    await cp(folder, sound, { recursive: true })
    for (const file of files) {
      await rm(folder, { recursive: true, force: true })
      await cp(sound, folder, { recursive: true })
      await rm(join(dataDir, 'marks', `${home}.json`), { force: true })
      await writeFile(
        join(dataDir, 'marks', `${home}.json`),
        JSON.stringify({ seq: 200 }),
      )
      await damages[how](join(folder, file))
      const server = await reopen()
      const epoch = server.epoch(home)
      const found = await server
        .check(home)
        .then(() => server.withLedger(home, db => db.allDocs()))
        .then(({ rows }) => rows.length)
        .catch((error: unknown) => error)
      const isTold =
        found instanceof Error
          ? server.troubles().some(({ name }) => name === home)
          : found === 200 || server.epoch(home) !== epoch
      expect(isTold, `${how} ${file}: ${String(found)}`).toBe(true)
      const fine = await server.withLedger(other, db => db.info())
      expect(fine.doc_count).toBe(0)
      await server.close()
    }
    await rm(sound, { recursive: true })
  },
)

test('S3 a ledger that was found damaged stays aside over orderly restarts', async () => {
  const folder = await aClosedFolder()
  const log = (await readdir(folder)).find(file => file.endsWith('.log'))
  await flip(join(folder, log ?? ''))
  const server = await reopen()
  await expect(server.check(home)).rejects.toMatchObject({
    code: 'ledger-quarantined',
  })
  expect(incidents).toMatchObject([{ name: home, what: 'counts' }])
  const again = await reopen()
  expect(again.troubles()).toEqual([{ name: home, what: 'counts' }])
  await expect(again.withLedger(home, db => db.info())).rejects.toMatchObject({
    code: 'ledger-quarantined',
  })
})

test('S7 a ledger is looked through before it serves when the server was not stopped in order', async () => {
  const folder = await aClosedFolder()
  const log = (await readdir(folder)).find(file => file.endsWith('.log'))
  await flip(join(folder, log ?? ''))
  await rm(join(dataDir, 'closed-in-order'))
  const server = await reopen()
  await expect(server.withLedger(home, db => db.info())).rejects.toMatchObject({
    code: 'ledger-quarantined',
  })
})

test('R17 S2 a ledger that went back behind what is known of it gets a new epoch', async () => {
  const folder = await aClosedFolder()
  const before = `${dataDir}-before`
  await cp(folder, before, { recursive: true })
  const server = await reopen()
  await save(server, 200, 10)
  const epoch = server.epoch(home)
  const epochOfOther = server.epoch(other)
  await server.close()
  await rm(folder, { recursive: true })
  await cp(before, folder, { recursive: true })
  await rm(before, { recursive: true })

  const again = await reopen()
  const { doc_count } = await again.withLedger(home, db => db.info())
  expect(doc_count).toBe(200)
  expect(again.epoch(home)).not.toBe(epoch)
  expect(again.epoch(other)).toBe(epochOfOther)
  expect(incidents).toMatchObject([{ name: home, what: 'went-back' }])
  await save(again, 200, 10)
  const once = again.epoch(home)
  expect((await reopen()).epoch(home)).toBe(once)
})

test('S3 what replaces a damaged ledger serves under a new epoch, and the damaged one is kept', async () => {
  const folder = await aClosedFolder()
  await rm(join(folder, 'CURRENT'))
  const server = await reopen()
  const epoch = server.epoch(home)
  await expect(server.check(home)).rejects.toMatchObject({
    code: 'ledger-quarantined',
  })
  await server.replace(home, async (name, database) => {
    if (name === home) await database.put({ _id: 'txn_0001' })
  })
  const { rows } = await server.withLedger(home, db => db.allDocs())
  expect(rows.map(({ id }) => id)).toEqual(['txn_0001'])
  expect(server.troubles()).toEqual([])
  expect(server.epoch(home)).not.toBe(epoch)
  const aside = await readdir(join(dataDir, 'set-aside'))
  expect(aside.filter(name => name.startsWith(`${home}-`))).toHaveLength(1)
})

test('a replacement that fails leaves the ledger as it was', async () => {
  await aClosedFolder()
  const server = await reopen()
  const failed = server.replace(home, async () => {
    await expect(
      server.withLedger(home, db => db.info()),
    ).rejects.toMatchObject({ code: 'ledger-quarantined' })
    throw new Error('no more')
  })
  await expect(failed).rejects.toThrow('no more')
  const { doc_count } = await server.withLedger(home, db => db.info())
  expect(doc_count).toBe(200)
})

test('R17 a replacement whose epoch cannot be written leaves the ledger as it was', async () => {
  await aClosedFolder()
  const server = await reopen()
  const epoch = server.epoch(home)
  const blocked = join(dataDir, 'epochs', `${home}.epoch.new`)
  await mkdir(blocked)
  await expect(server.replace(home, async () => {})).rejects.toThrow('EISDIR')
  expect(server.troubles()).toEqual([])
  expect(server.epoch(home)).toBe(epoch)
  const { doc_count } = await server.withLedger(home, db => db.info())
  expect(doc_count).toBe(200)
  expect(await readdir(join(dataDir, 'building'))).toEqual([])
})

test('R17 a ledger of which half was replaced serves nobody until it is restored, and has a new epoch', async () => {
  await aClosedFolder()
  const server = await reopen()
  const epoch = server.epoch(home)
  const blocked = join(dataDir, 'marks', `${receiptsOf(home)}.json`)
  await rm(blocked, { force: true })
  await mkdir(blocked)
  await expect(server.replace(home, async () => {})).rejects.toThrow(blocked)
  expect(server.epoch(home)).not.toBe(epoch)
  expect(incidents).toMatchObject([{ name: home, what: 'lost' }])
  for (const name of [home, receiptsOf(home)]) {
    expect(server.troubles()).toContainEqual({ name, what: 'lost' })
    await expect(
      server.withLedger(name, db => db.info()),
    ).rejects.toMatchObject({ code: 'ledger-quarantined' })
  }
  await rm(blocked, { recursive: true })
  await server.replace(home, async () => {})
  expect(server.troubles()).toEqual([])
  const { doc_count } = await server.withLedger(home, db => db.info())
  expect(doc_count).toBe(0)
})

test('S5 a disk with little room left takes no more in, still answers, and goes on when there is room', async () => {
  let least = 0
  databases = await openDatabases({
    dataDir,
    limit: 3,
    leastRoom: () => least,
  })
  await databases.create(home)
  await save(databases, 0, 10)
  least = Infinity
  const full = { code: 'disk-full', retryAfter: 60 }
  await expect(save(databases, 10, 10)).rejects.toMatchObject(full)
  await expect(databases.create(other)).rejects.toMatchObject(full)
  const { doc_count } = await databases.withLedger(home, db => db.info())
  expect(doc_count).toBe(10)
  least = 0
  await save(databases, 10, 10)
})

test('a database that failed to write is opened anew for the next who asks', async () => {
  const server = await reopen()
  await server.create(home)
  const cause = new Error('IO error: 000003.log: No space left on device')
  const seen = new Set<unknown>()
  const failed = server.write(home, async database => {
    seen.add(database)
    throw cause
  })
  await expect(failed).rejects.toMatchObject({ code: 'disk-full', cause })
  await server.write(home, async database => {
    seen.add(database)
    await database.put({ _id: 'txn_0001' })
  })
  expect(seen.size).toBe(2)
})

test('a ledger that did not open once is opened for the next who asks', async () => {
  const folder = await aClosedFolder()
  const server = await reopen()
  await rename(join(folder, 'CURRENT'), join(folder, 'away'))
  const refused = { code: 'ledger-quarantined', retryAfter: 60 }
  const asks = [1, 2].map(() => server.withLedger(home, db => db.info()))
  for (const each of asks) await expect(each).rejects.toMatchObject(refused)
  expect(server.troubles()).toEqual([{ name: home, what: 'cannot-open' }])
  expect(server.countOpen()).toBe(0)
  await rename(join(folder, 'away'), join(folder, 'CURRENT'))
  const { doc_count } = await server.withLedger(home, db => db.info())
  expect(doc_count).toBe(200)
  expect(server.troubles()).toEqual([])
})

test('S3 a ledger that is written in while it is looked through is not put aside', async () => {
  const server = await reopen()
  await server.create(home)
  await save(server, 0, 100)
  const done = new AbortController()
  const writing = (async () => {
    for (let from = 100; !done.signal.aborted; from += 1) {
      await server.write(home, database =>
        database.put({ _id: `txn_${1_000 + from}` }),
      )
    }
  })()
  try {
    for (let looks = 0; looks < 20; looks += 1) await server.check(home)
  } finally {
    done.abort()
    await writing
  }
  expect(server.troubles()).toEqual([])
})

test('S3 whoever waits for changes of a ledger is told when another takes its place', async () => {
  const server = await reopen()
  await server.create(home)
  const before = server.writes(home)
  let told = 0
  server.onWritten(home, () => (told += 1))
  await server.replace(home, async () => {})
  expect(told).toBe(1)
  expect(server.writes(home)).not.toBe(before)
})
