import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../failure.ts'
import { receiptsOf, type Databases } from '../databases.ts'
import { BackupError, readManifest } from './manifest.ts'
import { bytesOf, fillFrom, verifyFiles } from './read-backup.ts'
import { noLongerKept, timeOf } from './retention.ts'
import { writeBackup, type WrittenBackup } from './write-backup.ts'

export type KeptBackup = {
  readonly name: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The backups of a running server, in one folder. */
export type Backups = {
  /** Makes one, and drops those that need no longer be kept. Who asks meanwhile gets the same. */
  readonly make: () => Promise<WrittenBackup>
  /** Newest first. */
  readonly list: () => Promise<readonly KeptBackup[]>
  /** Puts a ledger of a backup in the place of the one that is here, while others serve. */
  /** Answers which of its databases begin empty, since the backup has not got them. */
  readonly restoreLedger: (
    name: string,
    ledger: string,
  ) => Promise<readonly string[]>
}

export type BackupsDeps = {
  readonly databases: Databases
  readonly folder: string
  readonly version: string
  readonly password?: string | undefined
}

export function createBackups(deps: BackupsDeps): Backups {
  const { databases, folder, password } = deps
  let making: Promise<WrittenBackup> | undefined

  async function names(): Promise<readonly string[]> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const found = await readdir(folder)
    return found.filter(name => timeOf(name) !== undefined)
  }

  async function make(): Promise<WrittenBackup> {
    const written = await writeBackup(deps)
    const found = await readdir(folder)
    const halves = found.filter(name => /^ourmoney-.*\.partial$/.test(name))
    for (const name of [...noLongerKept(found), ...halves]) {
      await rm(join(folder, name), { recursive: true })
    }
    return written
  }

  return {
    make: async () => {
      making ??= make().finally(() => {
        making = undefined
      })
      return making
    },
    list: async () =>
      (await names())
        .map(name => ({ name, at: timeOf(name)?.getTime() ?? 0 }))
        .toSorted((a, b) => b.at - a.at),
    restoreLedger: async (name, ledger) => {
      // One of the list, never a path.
      if (!(await names()).includes(name)) throw new Failure('not-found')
      return restoreLedger(databases, join(folder, name), ledger, password)
    },
  }
}

/** Answers which of its databases begin empty, since the backup has not got them. */
export async function restoreLedger(
  databases: Databases,
  folder: string,
  ledger: string,
  password: string | undefined,
): Promise<readonly string[]> {
  const read = await readManifest(folder, password)
  const { manifest } = read
  const names = [ledger, receiptsOf(ledger)]
  const entries = manifest.databases.filter(({ name }) => names.includes(name))
  if (!entries.some(({ name }) => name === ledger)) {
    throw new BackupError('not-in-it')
  }
  const wanted = { ...read, manifest: { ...manifest, databases: entries } }
  const { room } = databases
  await room.refuseUnlessFits(bytesOf(wanted.manifest))
  await verifyFiles(folder, wanted)
  await databases.replace(ledger, async (name, database) => {
    const entry = entries.find(each => each.name === name)
    if (entry === undefined) return
    await fillFrom(database, { folder, read, entry, room })
  })
  return names.filter(name => !entries.some(entry => entry.name === name))
}
