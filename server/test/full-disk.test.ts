import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
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

test('S5 on a disk that is really full writes answer disk-full, and with room again they go on and nothing acknowledged is lost', async context => {
  const folder = await mkdtemp(join(tmpdir(), 'ourmoney-disk-'))
  if (!(await mountDisk(folder))) {
    await rm(folder, { recursive: true })
    context.skip('this user may mount no disk')
  }
  const random = aRandom(5)
  const filler = join(folder, 'filler')
  const databases = await openDatabases({
    dataDir: join(folder, 'data'),
    limit: 3,
    leastRoom: () => 0,
  })
  let acknowledged = 0
  async function save(): Promise<unknown> {
    const docs = Array.from({ length: 50 }, (_, n) => ({
      _id: `txn_${acknowledged + n}`,
      // Nothing that LevelDB could make smaller.
      notes: Array.from({ length: 60 }, () => random.next()).join(),
    }))
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
