import { randomBytes } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refuseWeakSecret } from '../config.ts'
import { isMissing, writeSynced } from '../storage/write-synced.ts'

/** The server's secret: made at the first start, readable by its own user only. */
export async function keptSecret(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'secret')
  const secret = (await readIfThere(path)) ?? (await makeSecret(path))
  refuseWeakSecret(path, secret)
  return secret
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

async function makeSecret(path: string): Promise<string> {
  const secret = randomBytes(48).toString('base64url')
  await writeSynced(path, secret)
  return secret
}
