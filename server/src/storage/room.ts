import type { StatsFs } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Failure } from '../failure.ts'
import { wordsOf } from './integrity.ts'
import { isMissing } from './write-synced.ts'

const megabyte = 1024 ** 2
/** Milliseconds that an answer about the disk is good for. */
const goodFor = 2_000

export type Room = {
  /** Bytes; asked of the disk every few seconds at most. */
  readonly look: () => Promise<{ readonly free: number; readonly size: number }>
  /** What must stay free, so that LevelDB can still be opened. */
  readonly leastOf: (size: number) => number
  readonly refuseWhenFull: () => Promise<void>
  /** For work of whoever keeps the server: throws `NoRoomError` unless so many bytes would fit now. */
  readonly refuseUnlessFits: (bytes?: number) => Promise<void>
}

/** What is wanted would leave less of a disk than must stay free. */
export class NoRoomError extends Error {
  override readonly name = 'NoRoomError'

  constructor(dir: string, free: number, wanted: number) {
    super(
      `Too little room on the disk of ${dir}: ${inMegabytes(free)} are free, ${inMegabytes(wanted)} must be. Make room there (old backups, set-aside), take a folder on another disk, or lower LEAST_FREE_BYTES.`,
    )
  }
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / megabyte)} MB`
}

/** A twentieth of the disk, 500 MB at most and 24 MB at least. */
export function leastRoom(size: number): number {
  return Math.max(24 * megabyte, Math.min(500 * megabyte, size / 20))
}

/**
 * A database on a full disk cannot even be opened, so nothing more is taken
 * in while there is still some room.
 */
export function createRoom(
  dir: string,
  leastOf: (size: number) => number = leastRoom,
): Room {
  let seen: {
    readonly at: number
    readonly free: number
    readonly size: number
  }
  seen = { at: -Infinity, free: 0, size: 0 }

  async function look() {
    const at = performance.now()
    if (at - seen.at > goodFor) {
      const { bavail, bsize, blocks } = await statDisk(dir)
      seen = { at, free: bavail * bsize, size: blocks * bsize }
    }
    return seen
  }

  return {
    look,
    leastOf,
    refuseWhenFull: async () => {
      const { free, size } = await look()
      if (free < leastOf(size))
        throw new Failure('disk-full', { retryAfter: 60 })
    },
    refuseUnlessFits: async (bytes = 0) => {
      seen = { ...seen, at: -Infinity }
      const { free, size } = await look()
      const wanted = leastOf(size) + bytes
      if (free < wanted) throw new NoRoomError(dir, free, wanted)
    },
  }
}

/** Also of a folder that is still to be made. */
async function statDisk(dir: string): Promise<StatsFs> {
  try {
    return await statfs(dir)
  } catch (error) {
    if (!isMissing(error) || dirname(dir) === dir) throw error
    return statDisk(dirname(dir))
  }
}

/** The disk had no room for what was written. */
export function isOutOfRoom(error: unknown): boolean {
  return wordsOf(error).some(words =>
    /ENOSPC|No space left on device/.test(words),
  )
}
