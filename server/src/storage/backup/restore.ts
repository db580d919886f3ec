import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabases, receiptsOf } from '../databases.ts'
import type { Leaf } from '../leaves.ts'
import type { Database } from '../pouch.ts'
import { createRoom } from '../room.ts'
import { BackupError, readManifest, systemName } from './manifest.ts'
import { bytesOf, fillFrom, verifyFiles } from './read-backup.ts'

export type RestoreOptions = {
  readonly dataDir: string
  readonly folder: string
  readonly password?: string | undefined
  /** What must stay free of a disk of some size. */
  readonly leastRoom?: ((size: number) => number) | undefined
  /** Of the system store; what does not come back. */
  readonly isLeftOut: (leaf: Leaf) => boolean
  /** The ledgers that a system store knows. */
  readonly registeredIn: (system: Database) => Promise<readonly string[]>
}

export type Restored = {
  readonly ledgers: number
  /** Databases that the backup has not: they begin empty, and devices fill them. */
  readonly empty: readonly string[]
}

/**
 * Builds everything anew beside what is there, looks at it, and swaps: until
 * then nothing has changed. Every ledger gets a new epoch, so devices compare
 * and send what the backup has not.
 */
export async function restoreAll({
  dataDir,
  folder,
  password,
  leastRoom,
  isLeftOut,
  registeredIn,
}: RestoreOptions): Promise<Restored> {
  const read = await readManifest(folder, password)
  const room = createRoom(dataDir, leastRoom)
  await room.refuseUnlessFits(bytesOf(read.manifest))
  await verifyFiles(folder, read)
  const building = join(dataDir, 'restoring')
  await rm(building, { recursive: true, force: true })
  await mkdir(building, { recursive: true, mode: 0o700 })
  const entries = read.manifest.databases
  const ledgers: string[] = []
  const empty: string[] = []
  const databases = await openDatabases({
    dataDir: building,
    limit: 4,
    // Looked at with each batch, by the whole directory's measure.
    leastRoom: () => 0,
  })
  try {
    const system = entries.find(({ name }) => name === systemName)
    if (system === undefined) throw new BackupError('not-a-backup')
    const store = databases.system()
    await fillFrom(store, { folder, read, entry: system, room, isLeftOut })
    ledgers.push(...(await registeredIn(store)))
    for (const ledger of ledgers) {
      await databases.create(ledger)
      for (const name of [ledger, receiptsOf(ledger)]) {
        const entry = entries.find(each => each.name === name)
        if (entry === undefined) empty.push(name)
        else {
          await databases.write(name, database =>
            fillFrom(database, { folder, read, entry, room }),
          )
        }
      }
    }
  } catch (error) {
    await databases.close()
    await rm(building, { recursive: true, force: true })
    throw error
  }
  await databases.close()
  const ready = await open(join(building, 'ready'), 'w')
  await ready.sync()
  await ready.close()
  return { ledgers: ledgers.length, empty }
}
