import { basename, resolve } from 'node:path'
import { readBackupPassword } from '../backup-password.ts'
import type { Config } from '../config.ts'
import { leastRoomBy, openStorage } from '../open-storage.ts'
import { isLeftOut, registeredIn } from '../people/restored.ts'
import { restoreLedger } from '../storage/backup/backups.ts'
import { restoreAll } from '../storage/backup/restore.ts'
import { writeBackup } from '../storage/backup/write-backup.ts'
import type { WrittenBackup } from '../storage/backup/write-backup.ts'
import type { Databases } from '../storage/databases.ts'
import { finishRestore } from '../storage/finish-restore.ts'
import { holdLock } from '../storage/lock.ts'
import { readVersion } from '../version.ts'
import { CommandError } from './command-error.ts'

const notIntoCouch =
  'Restore into a data directory without COUCHDB_URL, then: migrate to-couchdb.'

export const stopFirst =
  'Stop the server first. While it runs it can restore one ledger: --ledger ID.'

export type BackupCommand = {
  readonly config: Config
  readonly argument: string
  readonly options: readonly string[]
}

/** Makes a backup of what no server has open. */
export async function backUp({
  config,
  argument,
}: BackupCommand): Promise<string> {
  const folder = argument === '' ? config.backupDir : resolve(argument)
  if (folder === undefined) {
    throw new CommandError('Say into which folder, or set BACKUP_DIR.')
  }
  const password = await readBackupPassword(config)
  const version = await readVersion()
  return withDatabases(config, async databases =>
    tellBackup(await writeBackup({ databases, folder, version, password })),
  )
}

export function tellBackup({ path, manifest, missing }: WrittenBackup): string {
  const docs = manifest.databases.reduce((sum, each) => sum + each.docs, 0)
  const lost = manifest.databases.filter(each => each.lost > 0)
  return [
    path,
    `${manifest.databases.length} databases, ${docs} docs`,
    ...missing.map(
      name =>
        `NOT IN IT, because it is aside, lost or was just removed: ${name}`,
    ),
    ...lost.map(each => `${each.name}: ${each.lost} docs could not be read`),
  ].join('\n')
}

export async function restore({
  config,
  argument,
  options,
}: BackupCommand): Promise<string> {
  if (argument === '') throw new CommandError('Say from which folder.')
  const folder = resolve(argument)
  const password = await readBackupPassword(config)
  const ledger = ledgerIn(options)
  if (ledger !== undefined) {
    return withDatabases(config, databases =>
      restoreOne(databases, folder, ledger, password),
    )
  }
  const { dataDir, couchUrl } = config
  if (couchUrl !== undefined) throw new CommandError(notIntoCouch)
  const release = await holdLock(dataDir)
  if (release === undefined) {
    throw new CommandError(stopFirst)
  }
  try {
    const { ledgers, empty } = await restoreAll({
      dataDir,
      folder,
      password,
      leastRoom: leastRoomBy(config),
      isLeftOut,
      registeredIn,
    })
    await release()
    await finishRestore(dataDir)
    return [
      `Restored ${ledgers} ledgers from ${basename(folder)}. Everybody signs in again; what was here stands in ${dataDir}/set-aside.`,
      ...empty.map(tellEmpty),
    ].join('\n')
  } finally {
    await release()
  }
}

export function ledgerIn(options: readonly string[]): string | undefined {
  const at = options.indexOf('--ledger')
  return at === -1 ? undefined : (options[at + 1] ?? '')
}

export async function restoreOne(
  databases: Databases,
  folder: string,
  ledger: string,
  password: string | undefined,
): Promise<string> {
  const empty = await restoreLedger(databases, folder, ledger, password)
  return [
    `Restored ${ledger}. Its devices compare and send what is newer.`,
    ...empty.map(tellEmpty),
  ].join('\n')
}

function tellEmpty(name: string): string {
  return `BEGINS EMPTY, because it is not in that backup: ${name}`
}

export function check({ config }: BackupCommand): Promise<string> {
  return withDatabases(config, checkAll)
}

/** Looks through every database; one line for each. */
export async function checkAll(databases: Databases): Promise<string> {
  const lines: string[] = []
  for (const name of databases.names().toSorted()) {
    try {
      await databases.check(name)
      const { doc_count } = await databases.withLedger(name, each =>
        each.info(),
      )
      lines.push(`${name}: ${doc_count} docs`)
    } catch (error) {
      const trouble = databases.troubles().find(each => each.name === name)
      if (trouble === undefined) throw error
    }
  }
  for (const { name, what } of databases.troubles()) {
    lines.push(`${name}: PUT ASIDE, ${what}`)
  }
  return lines.join('\n') || 'There is no ledger yet.'
}

async function withDatabases(
  config: Config,
  work: (databases: Databases) => Promise<string>,
): Promise<string> {
  const { databases } = await openStorage(config, { limit: 4 })
  try {
    databases.expect(await registeredIn(databases.system()))
    return await work(databases)
  } finally {
    await databases.close()
  }
}
