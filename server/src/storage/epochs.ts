import { createHmac, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing, writeSynced } from './write-synced.ts'

/**
 * A ledger's epoch is part of the replication id: when it changes, devices
 * compare from the beginning instead of believing a checkpoint of a server
 * that no longer has what it had.
 */
export type Epochs = {
  /** Looks the same for a ledger that does not exist. */
  readonly of: (ledger: string) => string
  readonly renew: (ledger: string) => Promise<string>
  /** As if the ledger had never been. */
  readonly forget: (ledger: string) => Promise<void>
  /** There was such a ledger, whatever became of its database. */
  readonly has: (ledger: string) => boolean
  readonly all: () => readonly string[]
}

export async function openEpochs(dir: string): Promise<Epochs> {
  await mkdir(dir, { recursive: true })
  const key = await readKey(join(dir, 'unknown.key'))
  const known = new Map<string, string>()
  for (const file of await readdir(dir)) {
    const ledger = /^([0-9a-z]{26})\.epoch$/.exec(file)?.[1]
    if (ledger === undefined) continue
    known.set(ledger, (await readFile(join(dir, file), 'utf8')).trim())
  }
  return {
    has: ledger => known.has(ledger),
    all: () => [...known.keys()],
    of: ledger =>
      known.get(ledger) ??
      createHmac('sha256', key).update(ledger).digest('hex').slice(0, 32),
    renew: async ledger => {
      const epoch = randomBytes(16).toString('hex')
      await writeSynced(join(dir, `${ledger}.epoch`), epoch)
      known.set(ledger, epoch)
      return epoch
    },
    forget: async ledger => {
      await rm(join(dir, `${ledger}.epoch`), { force: true })
      known.delete(ledger)
    },
  }
}

async function readKey(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (!isMissing(error)) throw error
    const key = randomBytes(32).toString('hex')
    await writeSynced(path, key)
    return key
  }
}
