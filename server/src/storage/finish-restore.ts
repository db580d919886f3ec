import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setAside } from './folders.ts'
import { isMissing } from './write-synced.ts'

/** What a data directory holds that a backup brings back. */
const parts = ['system', 'ledgers', 'epochs', 'marks', 'closed-in-order']

/** Swaps a restored directory in, also if it was interrupted in that before. */
export async function finishRestore(dataDir: string): Promise<void> {
  const building = join(dataDir, 'restoring')
  if (!(await exists(join(building, 'ready')))) return
  for (const part of parts) {
    if (!(await exists(join(building, part)))) continue
    await setAside(dataDir, join(dataDir, part))
    await rename(join(building, part), join(dataDir, part))
  }
  await rm(building, { recursive: true })
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}
