import { execFile } from 'node:child_process'
import { readdir, readFile, rm, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Random } from './a-random.ts'

/** A disk that loses what nobody asked it to keep. */
export type APowerLoss = {
  /** For the process whose files it is about. */
  readonly environment: Readonly<Record<string, string>>
  /** Cuts files of `dataDir` somewhere between what was kept for sure and their end; says how many bytes went. */
  readonly strike: (dataDir: string, random: Random) => Promise<number>
}

const source = join(import.meta.dirname, 'fsync-log.c')

/** Nothing where there is no C compiler. */
export async function aPowerLoss(
  folder: string,
): Promise<APowerLoss | undefined> {
  const library = join(folder, 'fsync-log.so')
  const log = join(folder, 'fsync.log')
  const flags = ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl']
  try {
    await promisify(execFile)('cc', flags)
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return undefined
    throw error
  }
  /** Bytes of each file, by its inode. */
  const kept = new Map<number, number>()
  return {
    environment: { LD_PRELOAD: library, FSYNC_LOG: log },
    strike: async (dataDir, random) => {
      for (const [inode, size] of await readSynced(log)) kept.set(inode, size)
      await rm(log)
      let lost = 0
      for (const path of await filesOf(dataDir)) {
        const { ino, size } = await stat(path)
        const unsure = size - Math.min(size, kept.get(ino) ?? 0)
        // Half of the time all that can go goes.
        const gone = random.below(2) === 0 ? unsure : random.below(unsure + 1)
        if (gone > 0) await truncate(path, size - gone)
        kept.set(ino, size - gone)
        lost += gone
      }
      return lost
    },
  }
}

type Synced = readonly [inode: number, size: number]

async function readSynced(log: string): Promise<readonly Synced[]> {
  const lines = (await readFile(log, 'utf8')).trimEnd().split('\n')
  return lines.map(line => {
    const [inode, size] = line.split(' ')
    return [Number(inode), Number(size)]
  })
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  })
  return entries
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
}
