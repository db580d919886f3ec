import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ledgerIdSchema } from '@ourmoney/shared/identity/api.ts'
import { Failure } from '../failure.ts'
import { leaveCleanMarker, takeCleanMarker } from './clean-marker.ts'
import { isMissing, openEpochs } from './epochs.ts'
import { openDatabase, type Database } from './pouch.ts'

/** A ledger's id names the database of its book; its receipts have one of their own. */
export type DatabaseName = string

export function receiptsOf(ledger: string): DatabaseName {
  return `${ledger}.receipts`
}

function ledgerOf(name: DatabaseName): string {
  return name.replace(/\.receipts$/, '')
}

/** Every database of one data directory; it belongs to one process. */
export type Databases = {
  /** Users, sessions and the registry; never replicated. */
  readonly system: () => Database
  /** Makes the databases of a ledger; harmless when they are there. */
  readonly create: (ledger: string) => Promise<void>
  /** Removes the databases of a ledger from the disk; harmless when they are not there. */
  readonly remove: (ledger: string) => Promise<void>
  /** Lends a database; opened when needed, closed when others need the room. */
  readonly withLedger: <Answer>(
    name: DatabaseName,
    work: (database: Database) => Promise<Answer>,
  ) => Promise<Answer>
  /** The same for writers: one at a time, so that a check and its write are one. Listeners hear of it afterwards. */
  readonly write: <Answer>(
    name: DatabaseName,
    work: (database: Database) => Promise<Answer>,
  ) => Promise<Answer>
  readonly onWritten: (name: DatabaseName, listener: () => void) => () => void
  readonly epoch: (ledger: string) => string
  readonly renewEpoch: (ledger: string) => Promise<string>
  /** Bytes that a database takes on disk. */
  readonly sizeOf: (name: DatabaseName) => Promise<number>
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
  const ledgers = [...existing].filter(name => name === ledgerOf(name))
  if (!(await takeCleanMarker(dataDir))) {
    for (const ledger of ledgers) await epochs.renew(ledger)
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
      const [name, { database }] = idle
      open.delete(name)
      await (await database).close()
    }
  }

  /** The open one, moved to the end of the order of use. */
  function take(name: DatabaseName): Lent | undefined {
    const lent = open.get(name)
    if (lent === undefined) return undefined
    open.delete(name)
    open.set(name, lent)
    lent.uses += 1
    return lent
  }

  async function lend(name: DatabaseName, create: boolean): Promise<Lent> {
    if (!create && !existing.has(name)) {
      if (!epochs.has(ledgerOf(name))) throw new Failure('not-found')
      throw new Failure('ledger-quarantined', {
        retryAfter: 60,
        cause: new Error(`The folder of ${name} is lost`),
      })
    }
    if (isClosed) throw new Failure('shutting-down', { retryAfter: 5 })
    const known = take(name)
    if (known !== undefined) return known
    // One by one, or several would find the same room.
    const lending = opening.then(async () => {
      await makeRoom()
      const meanwhile = take(name)
      if (meanwhile !== undefined) return meanwhile
      const path = join(ledgersDir, name)
      const lent = { database: openDatabase(path, { create }), uses: 1 }
      open.set(name, lent)
      return lent
    })
    opening = lending.catch(() => undefined)
    return lending
  }

  async function withLedger<Answer>(
    name: DatabaseName,
    work: (database: Database) => Promise<Answer>,
    create = false,
  ): Promise<Answer> {
    const lent = await lend(name, create)
    try {
      return await work(await opened(name, lent))
    } finally {
      lent.uses -= 1
      if (lent.uses === 0) roomWaiters.shift()?.()
    }
  }

  /** A database that does not open takes nobody else with it. */
  async function opened(name: DatabaseName, lent: Lent): Promise<Database> {
    try {
      return await lent.database
    } catch (cause) {
      open.delete(name)
      throw new Failure('ledger-quarantined', { retryAfter: 60, cause })
    }
  }

  async function write<Answer>(
    name: DatabaseName,
    work: (database: Database) => Promise<Answer>,
  ): Promise<Answer> {
    const before = queues.get(name) ?? Promise.resolve()
    const writing = before
      .catch(() => undefined)
      .then(() => withLedger(name, work))
    queues.set(name, writing)
    try {
      return await writing
    } finally {
      if (queues.get(name) === writing) queues.delete(name)
      for (const listener of listeners.get(name) ?? []) listener()
    }
  }

  async function make(name: DatabaseName): Promise<void> {
    await withLedger(name, async () => {}, true)
    existing.add(name)
  }

  async function drop(name: DatabaseName): Promise<void> {
    // From here on nobody is lent it any more.
    existing.delete(name)
    const lent = open.get(name)
    if (lent !== undefined) {
      while (lent.uses > 0) {
        await new Promise<void>(resolve => roomWaiters.push(resolve))
      }
      open.delete(name)
      await lent.database.then(
        database => database.close(),
        () => undefined,
      )
      roomWaiters.shift()?.()
    }
    await rm(join(ledgersDir, name), { recursive: true, force: true })
  }

  for (const ledger of ledgers) {
    if (existing.has(receiptsOf(ledger))) continue
    // Devices that sent theirs must compare again.
    await make(receiptsOf(ledger))
    await epochs.renew(ledger)
  }

  return {
    system: () => system,
    create: async ledger => {
      ledgerIdSchema.parse(ledger)
      if (existing.has(ledger)) return
      await epochs.renew(ledger)
      await make(ledger)
      await make(receiptsOf(ledger))
    },
    remove: async ledger => {
      ledgerIdSchema.parse(ledger)
      await drop(ledger)
      await drop(receiptsOf(ledger))
      await epochs.forget(ledger)
    },
    withLedger: (name, work) => withLedger(name, work),
    write,
    onWritten: (name, listener) => {
      const ofName = listeners.get(name) ?? new Set()
      listeners.set(name, ofName.add(listener))
      return () => {
        ofName.delete(listener)
        if (ofName.size === 0) listeners.delete(name)
      }
    },
    epoch: epochs.of,
    renewEpoch: epochs.renew,
    sizeOf: name => sizeOfFolder(join(ledgersDir, name)),
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
