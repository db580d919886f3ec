import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { writeBackup } from '../src/storage/backup/write-backup.ts'
import { openDatabases } from '../src/storage/databases.ts'
import { aRandom } from './a-random.ts'
import { aLedger } from './a-server.ts'

const run = promisify(execFile)
const megabyte = 1024 ** 2

/** A disk of its own in memory; `undefined` where this user may mount nothing. */
async function mountDisk(folder: string): Promise<boolean> {
  return run('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', folder]).then(
    () => true,
    () => false,
  )
}

const random = aRandom(5)

/** Fifty, with nothing in them that could be made smaller. */
function someDocs(from: number, numbers: number) {
  return Array.from({ length: 50 }, (_, n) => ({
    _id: `txn_${from + n}`,
    notes: Array.from({ length: numbers }, () => random.next()).join(),
  }))
}

test('S5 on a disk that is really full writes answer disk-full, and with room again they go on and nothing acknowledged is lost', async context => {
  const folder = await mkdtemp(join(tmpdir(), 'ourmoney-disk-'))
  if (!(await mountDisk(folder))) {
    await rm(folder, { recursive: true })
    context.skip('this user may mount no disk')
  }
  const filler = join(folder, 'filler')
  const databases = await openDatabases({
    dataDir: join(folder, 'data'),
    limit: 3,
    leastRoom: () => 0,
  })
  let acknowledged = 0
  async function save(): Promise<unknown> {
    const docs = someDocs(acknowledged, 60)
    try {
      await databases.write(aLedger, async database => {
        const results = await database.bulkDocs(docs)
        const failed = results.find(each => 'error' in each && each.error)
        if (failed !== undefined) throw new Error('Failed', { cause: failed })
      })
    } catch (error) {
      return error
    }
    acknowledged += docs.length
    return undefined
  }

  try {
    await databases.create(aLedger)
    await writeFile(filler, new Uint8Array(22 * megabyte))
    let stopped: unknown
    while (stopped === undefined) stopped = await save()
    expect(stopped).toMatchObject({ code: 'disk-full', retryAfter: 60 })
    await rm(filler)
    expect(await save()).toBeUndefined()
    await databases.check(aLedger)
    const { rows } = await databases.withLedger(aLedger, db => db.allDocs())
    expect(rows.length).toBeGreaterThanOrEqual(acknowledged)
    expect(databases.troubles()).toEqual([])
  } finally {
    await databases.close()
    await run('umount', [folder])
    await rm(folder, { recursive: true })
  }
})

test('S5 a backup that a disk has no room for ends before the disk is full, and leaves nothing there', async context => {
  const folder = await mkdtemp(join(tmpdir(), 'ourmoney-disk-'))
  const dataDir = await mkdtemp(join(tmpdir(), 'ourmoney-'))
  if (!(await mountDisk(folder))) {
    for (const each of [folder, dataDir]) await rm(each, { recursive: true })
    context.skip('this user may mount no disk')
  }
  const least = 16 * megabyte
  const databases = await openDatabases({
    dataDir,
    limit: 3,
    leastRoom: () => least,
  })
  const backUp = () => writeBackup({ databases, folder, version: '0' })
  const filler = join(folder, 'filler')
  try {
    await databases.create(aLedger)
    for (let at = 0; at < 1_500; at += 50) {
      await databases.write(aLedger, database =>
        database.bulkDocs(someDocs(at, 600)),
      )
    }
    await writeFile(filler, new Uint8Array(14 * megabyte))
    await expect(backUp()).rejects.toThrow(/Too little room on the disk of/)
    expect(await readdir(folder)).toEqual(['filler'])
    await rm(filler)
    expect((await backUp()).missing).toEqual([])
  } finally {
    await databases.close()
    await run('umount', [folder])
    for (const each of [folder, dataDir]) await rm(each, { recursive: true })
  }
})
