import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ledgerIdSchema } from '@ourmoney/shared/identity/api.ts'
import { Failure } from '../failure.ts'
import { leaveCleanMarker, takeCleanMarker } from './clean-marker.ts'
import { isMissing, openEpochs } from './epochs.ts'
import { openDatabase, type Database } from './pouch.ts'

/** Every database of one data directory; it belongs to one process. */
export type Databases = {
  /** Users, sessions and the registry; never replicated. */
  readonly system: () => Database
  /** Makes the database of a ledger; harmless when it is there. */
  readonly create: (ledger: string) => Promise<void>
  /** Lends the database of a ledger; opened when needed, closed when others need the room. */
  readonly withLedger: <Answer>(
    ledger: string,
    work: (database: Database) => Promise<Answer>,
  ) => Promise<Answer>
  /** The same for writers: one at a time, so that a check and its write are one. Listeners hear of it afterwards. */
  readonly write: <Answer>(
    ledger: string,
    work: (database: Database) => Promise<Answer>,
  ) => Promise<Answer>
  readonly onWritten: (ledger: string, listener: () => void) => () => void
  readonly epoch: (ledger: string) => string
  readonly renewEpoch: (ledger: string) => Promise<string>
  /** Bytes that a ledger takes on disk. */
  readonly sizeOf: (ledger: string) => Promise<number>
  readonly countOpen: () => number
  readonly close: () => Promise<void>
}

export type DatabasesOptions = {
  readonly dataDir: string
  /** Most ledgers that are open at the same time. */
  readonly limit: number
}

type Lent = { readonly database: Promise<Database>; uses: number }

export async function openDatabases({
  dataDir,
  limit,
}: DatabasesOptions): Promise<Databases> {
  const ledgersDir = join(dataDir, 'ledgers')
  await mkdir(ledgersDir, { recursive: true })
  const system = await openSystem(dataDir)
  const epochs = await openEpochs(join(dataDir, 'epochs'))
  const existing = new Set(await readdir(ledgersDir))
  if (!(await takeCleanMarker(dataDir))) {
    for (const ledger of existing) await epochs.renew(ledger)
  }

  // In order of use: the first is the longest unused.
  const open = new Map<string, Lent>()
  const roomWaiters: (() => void)[] = []
  const queues = new Map<string, Promise<unknown>>()
  const listeners = new Map<string, Set<() => void>>()
  let opening: Promise<unknown> = Promise.resolve()
  let isClosed = false

  async function makeRoom(): Promise<void> {
    while (open.size >= limit) {
      const idle = [...open].find(([, { uses }]) => uses === 0)
      if (idle === undefined) {
        await new Promise<void>(resolve => roomWaiters.push(resolve))
        continue
      }
      const [ledger, { database }] = idle
      open.delete(ledger)
      await (await database).close()
    }
  }

  /** The open one, moved to the end of the order of use. */
  function take(ledger: string): Lent | undefined {
    const lent = open.get(ledger)
    if (lent === undefined) return undefined
    open.delete(ledger)
    open.set(ledger, lent)
    lent.uses += 1
    return lent
  }

  async function lend(ledger: string, create: boolean): Promise<Lent> {
    if (!create && !existing.has(ledger)) {
      if (!epochs.has(ledger)) throw new Failure('not-found')
      throw new Failure('ledger-quarantined', {
        retryAfter: 60,
        cause: new Error(`The folder of ledger ${ledger} is lost`),
      })
    }
    if (isClosed) throw new Failure('shutting-down', { retryAfter: 5 })
    const known = take(ledger)
    if (known !== undefined) return known
    // One by one, or several would find the same room.
    const lending = opening.then(async () => {
      await makeRoom()
      const meanwhile = take(ledger)
      if (meanwhile !== undefined) return meanwhile
      const path = join(ledgersDir, ledger)
      const lent = { database: openDatabase(path, { create }), uses: 1 }
      open.set(ledger, lent)
      return lent
    })
    opening = lending.catch(() => undefined)
    return lending
  }

  async function withLedger<Answer>(
    ledger: string,
    work: (database: Database) => Promise<Answer>,
    create = false,
  ): Promise<Answer> {
    const lent = await lend(ledger, create)
    try {
      return await work(await opened(ledger, lent))
    } finally {
      lent.uses -= 1
      if (lent.uses === 0) roomWaiters.shift()?.()
    }
  }

  /** A database that does not open takes nobody else with it. */
  async function opened(ledger: string, lent: Lent): Promise<Database> {
    try {
      return await lent.database
    } catch (cause) {
      open.delete(ledger)
      throw new Failure('ledger-quarantined', { retryAfter: 60, cause })
    }
  }

  async function write<Answer>(
    ledger: string,
    work: (database: Database) => Promise<Answer>,
  ): Promise<Answer> {
    const before = queues.get(ledger) ?? Promise.resolve()
    const writing = before
      .catch(() => undefined)
      .then(() => withLedger(ledger, work))
    queues.set(ledger, writing)
    try {
      return await writing
    } finally {
      if (queues.get(ledger) === writing) queues.delete(ledger)
      for (const listener of listeners.get(ledger) ?? []) listener()
    }
  }

  return {
    system: () => system,
    create: async ledger => {
      ledgerIdSchema.parse(ledger)
      if (existing.has(ledger)) return
      await epochs.renew(ledger)
      await withLedger(ledger, async () => {}, true)
      existing.add(ledger)
    },
    withLedger: (ledger, work) => withLedger(ledger, work),
    write,
    onWritten: (ledger, listener) => {
      const ofLedger = listeners.get(ledger) ?? new Set()
      listeners.set(ledger, ofLedger.add(listener))
      return () => {
        ofLedger.delete(listener)
        if (ofLedger.size === 0) listeners.delete(ledger)
      }
    },
    epoch: epochs.of,
    renewEpoch: epochs.renew,
    sizeOf: ledger => sizeOfFolder(join(ledgersDir, ledger)),
    countOpen: () => open.size,
    close: async () => {
      if (isClosed) return
      isClosed = true
      await Promise.allSettled(queues.values())
      for (const { database } of open.values()) {
        await database.then(
          each => each.close(),
          () => undefined,
        )
      }
      await system.close()
      await leaveCleanMarker(dataDir)
    },
  }
}

/** The system database is the lock of the directory: LevelDB lets one process in. */
async function openSystem(dataDir: string): Promise<Database> {
  try {
    return await openDatabase(join(dataDir, 'system'), { create: true })
  } catch (cause) {
    throw new Error(
      `"${dataDir}" cannot be opened. Another server may be using it, or it is damaged.`,
      { cause },
    )
  }
}

async function sizeOfFolder(folder: string): Promise<number> {
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
