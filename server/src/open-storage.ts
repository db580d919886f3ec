import type { Config } from './config.ts'
import { keptSecret } from './people/kept-secret.ts'
import { openCouchDatabases } from './storage/couch/couch-databases.ts'
import { leastRoom } from './storage/room.ts'
import { openDatabases } from './storage/databases.ts'
import type { Databases, DatabasesOptions } from './storage/databases.ts'
import type { FollowedDatabase } from './people/follow-store.ts'

export type Storage = {
  readonly databases: Databases
  readonly secret: string
  /** Where other processes may write, too. */
  readonly followed: FollowedDatabase | undefined
}

/** Where the configuration says that everything is kept. */
export async function openStorage(
  config: Config,
  options: Omit<DatabasesOptions, 'dataDir' | 'leastRoom'>,
): Promise<Storage> {
  const { couchUrl, dataDir, jwtSecret } = config
  const secret = jwtSecret ?? (await keptSecret(dataDir))
  if (couchUrl === undefined) {
    const databases = await openDatabases({
      dataDir,
      leastRoom: leastRoomBy(config),
      ...options,
    })
    return { databases, secret, followed: undefined }
  }
  const databases = await openCouchDatabases(couchUrl, secret, {
    leastOf: leastRoomBy(config),
    jwtKey: config.couchJwtKey,
  })
  return { databases, secret, followed: databases.followed }
}

/** What must stay free of a disk of some size. */
export function leastRoomBy({ leastFree }: Config): (size: number) => number {
  return leastFree === undefined ? leastRoom : () => leastFree
}
