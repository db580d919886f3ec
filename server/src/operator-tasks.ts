import {
  checkAll,
  ledgerIn,
  restoreOne,
  stopFirst,
  tellBackup,
} from './commands/backup-commands.ts'
import type { OperatorTasks } from './operator.ts'
import type { Backups } from './storage/backup/backups.ts'
import { writeBackup } from './storage/backup/write-backup.ts'
import type { Databases } from './storage/databases.ts'

export type OperatorDeps = {
  readonly databases: Databases
  readonly backups: Backups | undefined
  readonly version: string
  readonly password: string | undefined
}

/** What the command line has a running server do. */
export function operatorTasks(deps: OperatorDeps): OperatorTasks {
  const { databases, backups, version, password } = deps
  return {
    backup: async folder => {
      if (folder !== '') {
        const options = { databases, folder, version, password }
        return tellBackup(await writeBackup(options))
      }
      if (backups !== undefined) return tellBackup(await backups.make())
      throw new Error('Say into which folder, or set BACKUP_DIR.')
    },
    check: () => checkAll(databases),
    restore: async (folder, options) => {
      const ledger = ledgerIn(options)
      if (ledger === undefined) throw new Error(stopFirst)
      return restoreOne(databases, folder, ledger, password)
    },
  }
}
