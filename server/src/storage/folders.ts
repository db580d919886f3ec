import { mkdir, readdir, rename, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isMissing } from './write-synced.ts'

export async function sizeOfFolder(folder: string): Promise<number> {
  let size = 0
  for (const file of await readdir(folder)) {
    try {
      size += (await stat(join(folder, file))).size
    } catch (error) {
      // LevelDB has merged it into another meanwhile.
      if (!isMissing(error)) throw error
    }
  }
  return size
}

/** Moves what another folder replaces to `set-aside`: nothing is thrown away by itself. */
export async function setAside(dataDir: string, path: string): Promise<void> {
  const when = new Date().toISOString().replaceAll(':', '-')
  const aside = join(dataDir, 'set-aside', `${basename(path)}-${when}`)
  await mkdir(dirname(aside), { recursive: true })
  try {
    await rename(path, aside)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}
