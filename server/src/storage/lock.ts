import { join } from 'node:path'
import { wordsOf } from './integrity.ts'
import { openDatabase } from './pouch.ts'

/**
 * Keeps every server from starting on a directory until it is released.
 * `undefined` when one is using it. What cannot be opened at all no server can
 * use either.
 */
export async function holdLock(
  dataDir: string,
): Promise<(() => Promise<void>) | undefined> {
  try {
    const system = await openDatabase(join(dataDir, 'system'), {
      create: false,
    })
    let isHeld = true
    return async () => {
      if (isHeld) await system.close()
      isHeld = false
    }
  } catch (error) {
    if (wordsOf(error).some(words => /IO error: lock /.test(words)))
      return undefined
    return async () => {}
  }
}
