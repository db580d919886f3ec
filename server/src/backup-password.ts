import { readFile } from 'node:fs/promises'
import { ConfigError } from './config.ts'
import type { Config } from './config.ts'

/** The password that seals backups; `undefined`: they are not sealed. */
export async function readBackupPassword({
  backupPasswordFile: path,
}: Config): Promise<string | undefined> {
  if (path === undefined) return undefined
  const name = 'BACKUP_PASSWORD_FILE'
  let password: string
  try {
    password = (await readFile(path, 'utf8')).trim()
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    throw new ConfigError(name, `"${path}" cannot be read`)
  }
  if (password.length >= 8) return password
  throw new ConfigError(name, 'holds less than 8 characters')
}
