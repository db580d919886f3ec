import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refuseWeakSecret } from '../config.ts'

/** The server's secret: made at the first start, readable by its own user only. */
export async function keptSecret(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'secret')
  try {
    await writeFile(path, randomBytes(48).toString('base64url'), {
      flag: 'wx',
      mode: 0o600,
    })
  } catch (error) {
    if (!isExisting(error)) throw error
  }
  const secret = (await readFile(path, 'utf8')).trim()
  refuseWeakSecret(path, secret)
  return secret
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
