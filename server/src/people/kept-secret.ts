import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm } from 'node:fs/promises'
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
  const mine = `${path}.${randomUUID()}`
  await writeSynced(mine, randomBytes(48).toString('base64url'))
  try {
    await link(mine, path)
  } catch (error) {
    // Another process was quicker: its secret is everybody's.
    if (!isExisting(error)) throw error
  } finally {
    await rm(mine)
  }
  return (await readFile(path, 'utf8')).trim()
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
