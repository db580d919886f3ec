import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing, syncFolder } from './write-synced.ts'

/**
 * Says whether this very directory was closed in order. The marker names its
 * own file number and birth, which a copy has not: a folder that was restored
 * from a copy counts as not closed in order.
 */
export async function takeCleanMarker(dataDir: string): Promise<boolean> {
  const path = markerIn(dataDir)
  try {
    const content = await readFile(path, 'utf8')
    return content === (await identityOf(path))
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  } finally {
    await rm(path, { force: true })
    // It must not be there again after a loss of power.
    await syncFolder(dataDir)
  }
}

export async function leaveCleanMarker(dataDir: string): Promise<void> {
  const path = markerIn(dataDir)
  await writeFile(path, '')
  await writeFile(path, await identityOf(path))
}

function markerIn(dataDir: string): string {
  return join(dataDir, 'closed-in-order')
}

async function identityOf(path: string): Promise<string> {
  const { ino, birthtimeMs } = await stat(path)
  return `${ino} ${Math.round(birthtimeMs)}`
}
