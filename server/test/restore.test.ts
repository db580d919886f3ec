import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '@ourmoney/shared/sync/ids.ts'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import { aProcess, ask, type AProcess } from './a-process.ts'
import { aRandom } from './a-random.ts'
import { aDevice, aLedger, remoteOf, type Device } from './a-server.ts'

const run = promisify(execFile)
const cli = join(import.meta.dirname, '../src/cli.ts')
const random = aRandom(23)

let dir: string
let server: AProcess | undefined
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ourmoney-'))
})
afterEach(async () => {
  await server?.kill('SIGKILL')
  await rm(dir, { recursive: true, force: true })
})

const dataDir = () => join(dir, 'data')
const backupDir = () => join(dir, 'backups')

async function command(...args: string[]): Promise<string> {
  const env = {
    PATH: process.env['PATH'],
    DATA_DIR: dataDir(),
    BACKUP_DIR: backupDir(),
    BACKUP_PASSWORD_FILE: join(dir, 'password'),
  }
  return (await run(process.execPath, [cli, ...args], { env })).stdout
}

/** Without `BACKUP_DIR`: the only backups are those that the test asks for. */
async function start() {
  server = await aProcess({
    DATA_DIR: dataDir(),
    BACKUP_PASSWORD_FILE: join(dir, 'password'),
  })
  const token = await server.signIn()
  await ask(`${server.url}/api/v1/ledgers/${aLedger}`, token, 'PUT', {
    name: 'Home',
  })
  return { server, remote: remoteOf(`${server.url}/sync/${aLedger}/db`, token) }
}

function write(device: Device, count: number) {
  return device.bulkDocs(
    Array.from({ length: count }, () =>
      aTransactionDoc({ _id: newId('transaction', 1_000, random.next) }),
    ),
  )
}

async function idsOf(device: PouchDB.Database): Promise<readonly string[]> {
  return (await device.allDocs()).rows.map(({ id }) => id).toSorted()
}

test('R17 S12 the drill: a backup while devices write, the disk lost, a restore, and devices sync on with all they had', async () => {
  await writeFile(join(dir, 'password'), 'correct horse battery')
  const [ann, ben] = [aDevice(), aDevice()]
  const first = await start()
  await write(ann, 60)
  await ann.replicate.to(first.remote)
  await ben.replicate.from(first.remote)
  const { rows } = await ben.allDocs<object>({ include_docs: true })
  const edited = rows
    .flatMap(row => ('doc' in row ? [row.doc] : []))
    .slice(0, 5)
  await ben.bulkDocs(
    edited.map(doc => ({ ...doc, description: 'Edited' }) as object),
  )
  await ben.replicate.to(first.remote)

  const said = await command('backup', backupDir())
  const [name = ''] = await readdir(backupDir())
  expect(said).toContain(name)
  await expect(command('restore', join(backupDir(), name))).rejects.toThrow(
    /Stop the server first/,
  )

  await write(ann, 40)
  await ann.replicate.to(first.remote)
  await ben.replicate.from(first.remote)
  await write(ben, 10)
  await first.server.kill('SIGKILL')
  await rm(dataDir(), { recursive: true })

  const restored = await command('restore', join(backupDir(), name))
  expect(restored).toContain('Restored 1 ledgers')
  expect(await command('users')).toContain('Ann (admin)')
  const second = await start()
  expect(await idsOf(ann)).toHaveLength(100)
  for (let round = 0; round < 2; round++) {
    for (const device of [ann, ben]) {
      await device.replicate.to(second.remote)
      await device.replicate.from(second.remote)
    }
  }
  const all = await idsOf(ann)
  expect(all).toHaveLength(110)
  expect(await idsOf(ben)).toEqual(all)
  for (const { _id } of edited as { _id: string }[]) {
    expect(await ann.get(_id)).toMatchObject({ description: 'Edited' })
  }
  const info = await second.remote.info()
  expect(info.doc_count).toBe(110)
})

test('S3 S12 the command line looks through a running server, and restores one damaged ledger of it', async () => {
  await writeFile(join(dir, 'password'), 'correct horse battery')
  const device = aDevice()
  const first = await start()
  await write(device, 30)
  await device.replicate.to(first.remote)
  await command('backup', backupDir())
  const [name = ''] = await readdir(backupDir())
  expect(await command('check')).toContain(`${aLedger}: 30 docs`)
  await first.server.kill('SIGTERM')
  await rm(join(dataDir(), 'ledgers', aLedger, 'CURRENT'))

  const second = await start()
  await expect(second.remote.info()).resolves.toMatchObject({
    code: 'ledger-quarantined',
  })
  expect(await command('check')).toContain(`${aLedger}: PUT ASIDE`)
  const backup = join(backupDir(), name)
  await command('restore', backup, '--ledger', aLedger)
  expect(await command('check')).toContain(`${aLedger}: 30 docs`)
  await write(device, 5)
  expect(await device.replicate.to(second.remote)).toMatchObject({
    docs_written: 5,
  })
})

test('S12 the command line names a ledger of which nothing is left, and restores the others', async () => {
  await writeFile(join(dir, 'password'), 'correct horse battery')
  const { server } = await start()
  await server.kill('SIGTERM')
  for (const folder of ['ledgers', 'epochs']) {
    await rm(join(dataDir(), folder), { recursive: true })
  }
  const said = await command('backup', backupDir())
  expect(said).toContain(`lost or was just removed: ${aLedger}\n`)
  expect(await command('check')).toContain(`${aLedger}: PUT ASIDE, lost`)
  const [name = ''] = await readdir(backupDir())
  expect(await command('restore', join(backupDir(), name))).toContain(
    `BEGINS EMPTY, because it is not in that backup: ${aLedger}\n`,
  )
})
