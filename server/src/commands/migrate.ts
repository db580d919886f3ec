import { leastRoomBy } from '../open-storage.ts'
import { registeredIn } from '../people/restored.ts'
import { CopyError, copyAll } from '../storage/copy-all.ts'
import { openCouchDatabases } from '../storage/couch/couch-databases.ts'
import { openDatabases } from '../storage/databases.ts'
import { NoRoomError } from '../storage/room.ts'
import type { Databases } from '../storage/databases.ts'
import type { BackupCommand } from './backup-commands.ts'
import { CommandError } from './command-error.ts'

/** From the data directory into a CouchDB, or back; what was there stays as it is. */
export async function migrate({
  config,
  argument,
}: BackupCommand): Promise<string> {
  const { couchUrl, couchJwtKey, dataDir, jwtSecret } = config
  if (couchUrl === undefined || jwtSecret === undefined) {
    throw new CommandError('Set COUCHDB_URL and JWT_SECRET.')
  }
  const here = await openDatabases({
    dataDir,
    limit: 4,
    leastRoom: leastRoomBy(config),
  })
  try {
    const there = await openCouchDatabases(couchUrl, jwtSecret, {
      jwtKey: couchJwtKey,
    })
    try {
      if (argument === 'to-couchdb') return await copy(here, there)
      if (argument === 'from-couchdb') return await copy(there, here)
      throw new CommandError('Say to-couchdb or from-couchdb.')
    } finally {
      await there.close()
    }
  } finally {
    await here.close()
  }
}

async function copy(from: Databases, to: Databases): Promise<string> {
  try {
    const ledgers = await registeredIn(from.system())
    const copied = await copyAll(from, to, ledgers)
    return `Copied ${copied.ledgers} ledgers, ${copied.docs} docs, and read them all again there.`
  } catch (error) {
    if (error instanceof CopyError || error instanceof NoRoomError) {
      throw new CommandError(error.message, { cause: error })
    }
    throw error
  }
}
