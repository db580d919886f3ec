import {
  cp,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabases, type Databases } from '../databases.ts'
import { finishRestore } from '../finish-restore.ts'
import { readLeaves, type Leaf } from '../leaves.ts'
import { NoRoomError } from '../room.ts'
import { createBackups, restoreLedger } from './backups.ts'
import { readManifest } from './manifest.ts'
import { restoreAll } from './restore.ts'
import { writeBackup } from './write-backup.ts'

const home = 'a'.repeat(26)
const receipts = `${home}.receipts`

let dir: string
let databases: Databases
let leastOf: (size: number) => number
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ourmoney-'))
  leastOf = () => 0
  databases = await openDatabases({
    dataDir: join(dir, 'data'),
    limit: 3,
    leastRoom: size => leastOf(size),
  })
})
afterEach(async () => {
  await databases.close()
  await rm(dir, { recursive: true, force: true })
})

const hash = (letter: string) => letter.repeat(32)

/** One with an edit, one in conflict, a delete against an edit, a bare tombstone. */
const someLeaves: readonly Leaf[] = [
  leaf('txn_edited', ['b', 'a'], { notes: 'à 🧾' }),
  leaf('txn_conflict', ['b', 'a'], { notes: 'mine' }),
  leaf('txn_conflict', ['c', 'a'], { notes: 'theirs' }),
  leaf('txn_fought', ['d', 'a'], { _deleted: true, notes: 'kept' }),
  leaf('txn_fought', ['e', 'a'], { notes: 'edited' }),
  leaf('txn_gone', ['f', 'b', 'a'], { _deleted: true }),
]

function leaf(id: string, hashes: readonly string[], fields: object): Leaf {
  const ids = hashes.map(hash)
  const _rev = `${ids.length}-${ids[0]}`
  return { _id: id, _rev, _revisions: { start: ids.length, ids }, ...fields }
}

async function save(leaves: readonly Leaf[], name = home): Promise<void> {
  await databases.write(name, database =>
    database.bulkDocs(leaves as unknown as PouchDB.Core.PutDocument<object>[], {
      new_edits: false,
    }),
  )
}

async function aLedger(): Promise<void> {
  await databases.create(home)
  await save(someLeaves)
  await save([leaf('rcpt_1234', ['a'], { part: 'x' })], receipts)
  await databases.system().put({ _id: 'ledger_x', kind: 'ledger' })
}

async function allLeaves(of: Databases, name = home): Promise<Leaf[]> {
  const all: Leaf[] = []
  for await (const { leaves } of readLeaves(work => of.withLedger(name, work)))
    all.push(...leaves)
  return all.sort((a, b) => key(a).localeCompare(key(b)))
}

const key = ({ _id, _rev }: Leaf) => `${_id} ${_rev}`

function backUp(password?: string) {
  const folder = join(dir, 'backups')
  return writeBackup({ databases, folder, version: '1.2.3', password })
}

function restore(folder: string, password?: string, ledgers = [home]) {
  return restoreAll({
    dataDir: join(dir, 'new'),
    folder,
    password,
    leastRoom: size => leastOf(size),
    isLeftOut: () => false,
    registeredIn: async () => ledgers,
  })
}

test.each([undefined, 'correct horse'])(
  'S12 every leaf with its ancestors comes back into a new directory under a new epoch, password %s',
  async password => {
    await aLedger()
    const before = await allLeaves(databases)
    expect(before).toHaveLength(someLeaves.length)
    const { path, manifest, missing } = await backUp(password)
    expect(missing).toEqual([])
    const entry = manifest.databases.find(({ name }) => name === home)
    expect(entry).toMatchObject({ docs: 3, leaves: 6, lost: 0 })
    expect(entry?.epoch).toBe(databases.epoch(home))

    await restore(path, password)
    const restored = await openDatabases({
      dataDir: join(dir, 'new'),
      limit: 3,
    })
    expect(await allLeaves(restored)).toEqual(before)
    expect(await allLeaves(restored, receipts)).toHaveLength(1)
    expect(await restored.system().get('ledger_x')).toBeDefined()
    expect(restored.epoch(home)).not.toBe(databases.epoch(home))
    expect(restored.troubles()).toEqual([])
    await restored.close()
  },
)

test('S12 a sealed backup shows nothing of what is in it, and opens with its password only', async () => {
  await aLedger()
  const { path } = await backUp('correct horse')
  for (const file of await readdir(path)) {
    const text = (await readFile(join(path, file))).toString('latin1')
    expect(text).not.toMatch(/edited|theirs/)
    expect(text.slice(0, 2)).not.toBe('\x1f\x8b')
  }
  await expect(restore(path)).rejects.toMatchObject({ code: 'sealed' })
  await expect(restore(path, 'wrong')).rejects.toMatchObject({
    code: 'wrong-password',
  })
  expect(await readdir(dir)).not.toContain('new')
})

test('S12 what was written before a backup began is in it, however much is written meanwhile', async () => {
  await databases.create(home)
  const docs = (from: number, count: number, notes: string) =>
    Array.from({ length: count }, (_, n) =>
      leaf(`txn_${10_000 + from + n}`, ['a'], { notes }),
    )
  await save(docs(0, 1_200, 'before'))
  const done = new AbortController()
  const writing = (async () => {
    for (let from = 1_200; !done.signal.aborted; from += 20) {
      await save(docs(from, 20, 'meanwhile'))
      await save([leaf(`txn_${10_000 + (from % 1_200)}`, ['b', 'a'], {})])
    }
  })()
  const { path, manifest } = await backUp()
  done.abort()
  await writing
  await restore(path)
  const restored = await openDatabases({ dataDir: join(dir, 'new'), limit: 3 })
  const { rows } = await restored.withLedger(home, db => db.allDocs())
  const ids = new Set(rows.map(({ id }) => id))
  expect(docs(0, 1_200, '').filter(({ _id }) => !ids.has(_id))).toEqual([])
  const entry = manifest.databases.find(({ name }) => name === home)
  expect(rows).toHaveLength(entry?.docs ?? 0)
  await restored.close()
})

test.each(['ndjson.gz', 'ndjson.gz.sealed', 'manifest.json'])(
  'S12 a byte that changed, a cut or a missing file is refused before anything is touched: %s',
  async ending => {
    await aLedger()
    const password = ending.endsWith('gz') ? undefined : 'correct horse'
    const { path } = await backUp(password)
    const name = ending === 'manifest.json' ? ending : `${home}.${ending}`
    const sound = await readFile(join(path, name))
    const bad = { code: expect.stringMatching(/damaged|not-a-backup|wrong/) }

    for (const at of [0.1, 0.5, 0.9]) {
      const file = await open(join(path, name), 'r+')
      const position = Math.floor(sound.length * at)
      await file.write(
        new Uint8Array([(sound[position] ?? 0) ^ 1]),
        0,
        1,
        position,
      )
      await file.close()
      await expect(restore(path, password)).rejects.toMatchObject(bad)
      await writeFile(join(path, name), new Uint8Array(sound))
    }
    await truncate(join(path, name), sound.length - 5)
    await expect(restore(path, password)).rejects.toMatchObject(bad)
    await rm(join(path, name))
    await expect(restore(path, password)).rejects.toMatchObject(bad)
    await expect(finishRestore(join(dir, 'new'))).resolves.toBeUndefined()
    expect(await readdir(dir)).not.toContain('new')
  },
)

test('S12 a backup of a newer version is refused', async () => {
  await aLedger()
  const { path } = await backUp()
  const file = join(path, 'manifest.json')
  const manifest = JSON.parse(await readFile(file, 'utf8')) as object
  await writeFile(file, JSON.stringify({ ...manifest, v: 2, more: true }))
  await expect(restore(path)).rejects.toMatchObject({ code: 'newer' })
})

test.each([
  ['a path for a name', { name: '../../etc/passwd' }, undefined],
  ['a forged revision', {}, { _rev: '999999999999-x' }],
  ['no ancestors', {}, { _revisions: { start: 1, ids: [] } }],
  ['a design doc', {}, { _id: '_design/evil' }],
  ['an odd id', {}, { _id: '../x' }],
  ['a poisoned key', {}, '{"__proto__":{"a":1}}'],
  ['more than it says', { leaves: 0 }, {}],
])('S13 a hostile backup with %s is refused', async (_what, entry, doc) => {
  await databases.create(home)
  const { path } = await backUp()
  const fields = typeof doc === 'string' ? {} : doc
  const good = { ...leaf('txn_0001', ['a'], {}), ...fields }
  const line = JSON.stringify(good)
  const lines =
    typeof doc === 'string' ? line.replace('{', `${doc.slice(0, -1)},`) : line
  const bytes = new Uint8Array(gzipSync(`${lines}\n`))
  await writeFile(join(path, `${home}.ndjson.gz`), bytes)
  const file = join(path, 'manifest.json')
  const manifest = JSON.parse(await readFile(file, 'utf8')) as {
    databases: { name: string }[]
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const changed = manifest.databases.map(each =>
    each.name === home
      ? { ...each, leaves: 1, docs: 1, sha256, ...entry }
      : each,
  )
  await writeFile(file, JSON.stringify({ ...manifest, databases: changed }))
  await expect(restore(path)).rejects.toMatchObject({
    code: expect.stringMatching(/damaged|not-a-backup/),
  })
})

test('S12 a restore takes the place of newer data in one step, also when it is interrupted there', async () => {
  await aLedger()
  const { path } = await backUp()
  await save([leaf('txn_newer', ['a'], {})])
  await databases.close()
  await cp(join(dir, 'data'), join(dir, 'new'), { recursive: true })
  await restore(path)
  // As if it had ended between two folders.
  await rm(join(dir, 'new', 'system'), { recursive: true })
  const restored = await openDatabases({ dataDir: join(dir, 'new'), limit: 3 })
  expect(await allLeaves(restored)).toHaveLength(someLeaves.length)
  expect(await readdir(join(dir, 'new'))).not.toContain('restoring')
  const aside = await readdir(join(dir, 'new', 'set-aside'))
  expect(aside.some(name => name.startsWith('ledgers-'))).toBe(true)
  await restored.close()
})

test('S3 S12 one ledger is restored while others serve', async () => {
  await aLedger()
  const other = 'b'.repeat(26)
  await databases.create(other)
  const { path } = await backUp()
  const epoch = databases.epoch(home)
  await save([leaf('txn_newer', ['a'], {})])
  await rm(join(dir, 'data', 'ledgers', home, 'CURRENT'))
  await restoreLedger(databases, path, home, undefined)
  expect(await allLeaves(databases)).toHaveLength(someLeaves.length)
  expect(databases.epoch(home)).not.toBe(epoch)
  expect(databases.troubles()).toEqual([])
  await expect(
    restoreLedger(databases, path, 'c'.repeat(26), undefined),
  ).rejects.toMatchObject({ code: 'not-in-it' })
})

test('a ledger that is aside is left out of a backup, and named', async () => {
  await aLedger()
  await databases.close()
  await rm(join(dir, 'data', 'ledgers', home, 'CURRENT'))
  databases = await openDatabases({ dataDir: join(dir, 'data'), limit: 3 })
  const { path, missing } = await backUp()
  expect(missing).toEqual([home])
  const { manifest } = await readManifest(path, undefined)
  expect(manifest.databases.map(({ name }) => name)).not.toContain(home)
})

test('S12 a ledger that is lost is named by a backup, and by the restore that lets it begin empty', async () => {
  await aLedger()
  const lost = 'b'.repeat(26)
  databases.expect([home, lost])
  const { path, missing } = await backUp()
  expect(missing).toEqual([lost])
  const restored = await restore(path, undefined, [home, lost])
  expect(restored).toEqual({ ledgers: 2, empty: [lost, `${lost}.receipts`] })
  expect((await restore(path)).empty).toEqual([])
})

test('S5 a backup that would leave too little room is not begun, and none of it stays when room runs out', async () => {
  await aLedger()
  leastOf = () => Infinity
  await expect(backUp()).rejects.toThrow(/Too little room on the disk of/)
  expect(await readdir(dir)).not.toContain('backups')
  leastOf = fullAfter(2)
  await expect(backUp()).rejects.toThrow(/LEAST_FREE_BYTES/)
  expect(await readdir(join(dir, 'backups'))).toEqual([])
  leastOf = () => 0
  expect((await backUp()).missing).toEqual([])
})

test('S5 a restore that would leave too little room changes nothing, before it began and half-way', async () => {
  await aLedger()
  const { path } = await backUp()
  await save([leaf('txn_newer', ['a'], {})])
  const epoch = databases.epoch(home)
  const data = await readdir(join(dir, 'data'))
  for (const asked of [0, 1, 2]) {
    leastOf = fullAfter(asked)
    await expect(
      restoreLedger(databases, path, home, undefined),
    ).rejects.toBeInstanceOf(NoRoomError)
    expect(await allLeaves(databases)).toHaveLength(someLeaves.length + 1)
    expect(databases.epoch(home)).toBe(epoch)
    expect(databases.troubles()).toEqual([])
    leastOf = fullAfter(asked)
    await expect(restore(path)).rejects.toBeInstanceOf(NoRoomError)
    const left = asked === 0 ? undefined : []
    expect(await readdir(join(dir, 'new')).catch(() => undefined)).toEqual(left)
  }
  const building = join(dir, 'data', 'building')
  expect(await readdir(building)).toEqual([])
  await rm(building, { recursive: true })
  expect(await readdir(join(dir, 'data'))).toEqual(data)
})

/** A disk that has room so many times that it is looked at. */
function fullAfter(asked: number): () => number {
  let left = asked
  return () => (left-- > 0 ? 0 : Infinity)
}

test('a ledger that is removed while a backup runs is left out of it, and named', async () => {
  await aLedger()
  const removed = 'b'.repeat(26)
  await databases.create(removed)
  const names = databases.names()
  await databases.remove(removed)
  // What was there when it began.
  databases = { ...databases, names: () => names }
  const { manifest, missing } = await backUp()
  expect(missing).toEqual([removed, `${removed}.receipts`])
  expect(manifest.databases.map(({ name }) => name)).toEqual([
    'system',
    home,
    receipts,
  ])
})

test('two who ask for a backup at once get the same, and half ones are swept', async () => {
  await aLedger()
  const folder = join(dir, 'backups')
  const backups = createBackups({ databases, folder, version: '1.2.3' })
  expect(await backups.list()).toEqual([])
  await writeFile(join(folder, 'notes.txt'), 'mine')
  await cp(join(dir, 'data'), join(folder, 'ourmoney-2001.partial'), {
    recursive: true,
  })
  const [one, same] = await Promise.all([backups.make(), backups.make()])
  expect(one).toBe(same)
  expect(await backups.list()).toHaveLength(1)
  expect(await readdir(folder)).toHaveLength(2)
  await expect(backups.restoreLedger('../data', home)).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('of two backups in one second the later stands', async () => {
  await aLedger()
  const now = () => new Date('2026-11-22T12:00:00Z')
  const folder = join(dir, 'backups')
  const options = { databases, folder, version: '0', now }
  const first = await writeBackup(options)
  await save([leaf('txn_later', ['a'], {})])
  const second = await writeBackup(options)
  expect(await readdir(folder)).toEqual([second.path.split('/').at(-1)])
  expect(second.manifest).not.toEqual(first.manifest)
  expect((await readManifest(second.path, undefined)).manifest).toEqual(
    second.manifest,
  )
})

test('S13 who seals their backups takes no unsealed one for theirs', async () => {
  await aLedger()
  const { path } = await backUp()
  await expect(restore(path, 'correct horse')).rejects.toMatchObject({
    code: 'unsealed',
  })
})
