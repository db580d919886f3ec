import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ledgerIdSchema } from '@ourmoney/shared/identity/api.ts'
import { Failure } from '../failure.ts'
import { leaveCleanMarker, takeCleanMarker } from './clean-marker.ts'
import { openEpochs } from './epochs.ts'
import { finishRestore } from './finish-restore.ts'
import { setAside, sizeOfFolder } from './folders.ts'
import { hasAllRows } from './integrity.ts'
import { createLending } from './lending.ts'
import { openMarks } from './marks.ts'
import { openDatabase, openSystem, type Database } from './pouch.ts'
import { createRoom, type Room } from './room.ts'
import { createSoundness, type Incident, type Trouble } from './soundness.ts'
import { createTurns } from './turns.ts'

/** A ledger's id names the database of its book; its receipts have one of their own. */
export type DatabaseName = string

export function receiptsOf(ledger: string): DatabaseName {
  return `${ledger}.receipts`
}

export function ledgerOf(name: DatabaseName): string {
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
  /** Lends a database while no writer has its turn. */
  readonly alone: Databases['withLedger']
  readonly onWritten: (name: DatabaseName, listener: () => void) => () => void
  /** How often a database was written to since the start; `undefined` where others write to it as well, or nobody is lent it. */
  readonly writes: (name: DatabaseName) => number | undefined
  /** Sequences are opaque texts, else numbers. */
  readonly isOpaque: boolean
  readonly epoch: (ledger: string) => string
  readonly renewEpoch: (ledger: string) => Promise<string>
  /** Puts what `fill` writes into new databases in the place of a ledger's; those go to `set-aside`. */
  readonly replace: (ledger: string, fill: Fill) => Promise<void>
  /** Looks whether a database has all its rows; puts it aside if not. */
  readonly check: (name: DatabaseName) => Promise<void>
  /** Drops old versions of docs, where anything was written since the last time. */
  readonly compact: (name: DatabaseName) => Promise<void>
  /** Names ledgers that must be here; what is not is in trouble. */
  readonly expect: (ledgers: readonly string[]) => void
  readonly names: () => readonly DatabaseName[]
  readonly troubles: () => readonly Trouble[]
  readonly room: Room
  /** Bytes that a database takes on disk. */
  readonly sizeOf: (name: DatabaseName) => Promise<number>
  readonly countOpen: () => number
  readonly close: () => Promise<void>
}

export type Fill = (name: DatabaseName, database: Database) => Promise<void>

export type DatabasesOptions = {
  readonly dataDir: string
  /** Most ledgers that are open at the same time. */
  readonly limit: number
  /** What must stay free of a disk of this size. */
  readonly leastRoom?: ((size: number) => number) | undefined
  readonly onIncident?: ((incident: Incident) => void) | undefined
}

/** Milliseconds between what is written of how far databases have come. */
const markEvery = 10_000

export async function openDatabases({
  dataDir,
  limit,
  leastRoom,
  onIncident = () => {},
}: DatabasesOptions): Promise<Databases> {
  await finishRestore(dataDir)
  const ledgersDir = join(dataDir, 'ledgers')
  await mkdir(ledgersDir, { recursive: true })
  const system = await openSystem(dataDir)
  const epochs = await openEpochs(join(dataDir, 'epochs'))
  const marks = await openMarks(join(dataDir, 'marks'))
  const room = createRoom(dataDir, leastRoom)
  const existing = new Set(await readdir(ledgersDir))
  const ledgers = [...existing].filter(name => name === ledgerOf(name))
  const soundness = createSoundness({
    ledgersDir,
    epochs,
    marks,
    ledgerOf,
    onIncident,
  })
  const { troubles, check, judge, refuseTroubled, openSound } = soundness
  if (!(await takeCleanMarker(dataDir))) {
    for (const ledger of ledgers) await epochs.renew(ledger)
    for (const name of existing) soundness.unchecked.add(name)
  }
  for (const name of existing) {
    const { damage } = marks.of(name)
    if (damage !== undefined) troubles.set(name, damage)
  }
  for (const ledger of epochs.all()) {
    if (!existing.has(ledger)) troubles.set(ledger, 'lost')
  }

  const lending = createLending(limit)
  const turns = createTurns()
  const listeners = new Map<string, Set<() => void>>()
  const writes = new Map<string, number>()
  const marking = setInterval(() => {
    // Older marks are harmless, and a full disk is told elsewhere.
    void marks.flush().catch(() => undefined)
  }, markEvery)
  let isClosed = false

  async function withLedger<Answer>(
    name: DatabaseName,
    work: (database: Database) => Promise<Answer>,
  ): Promise<Answer> {
    refuseTroubled(name)
    if (!existing.has(name)) throw new Failure('not-found')
    try {
      return await lending.lend(name, () => openSound(name), work)
    } catch (error) {
      throw judge(name, error)
    }
  }

  async function write<Answer>(
    name: DatabaseName,
    work: (database: Database) => Promise<Answer>,
  ): Promise<Answer> {
    try {
      return await turns.take(name, async () => {
        await room.refuseWhenFull()
        return withLedger(name, async database => {
          const answer = await work(database)
          const { update_seq } = await database.info()
          marks.note(name, { seq: Number(update_seq) })
          return answer
        })
      })
    } finally {
      tellWritten(name)
    }
  }

  function tellWritten(name: DatabaseName): void {
    writes.set(name, (writes.get(name) ?? 0) + 1)
    for (const listener of listeners.get(name) ?? []) listener()
  }

  async function make(name: DatabaseName): Promise<void> {
    const path = join(ledgersDir, name)
    const database = await openDatabase(path, { create: true })
    await database.close()
    existing.add(name)
  }

  async function drop(name: DatabaseName): Promise<void> {
    // From here on nobody is lent it any more.
    existing.delete(name)
    await lending.close(name)
    await rm(join(ledgersDir, name), { recursive: true, force: true })
    await marks.forget(name)
    troubles.delete(name)
  }

  async function build(name: DatabaseName, fill: Fill): Promise<void> {
    const path = join(dataDir, 'building', name)
    await clear(name)
    await mkdir(path, { recursive: true })
    const database = await openDatabase(path, { create: true })
    try {
      await fill(name, database)
    } finally {
      await database.close()
    }
  }

  async function swap(name: DatabaseName): Promise<void> {
    await lending.close(name)
    await setAside(dataDir, join(ledgersDir, name))
    await rename(join(dataDir, 'building', name), join(ledgersDir, name))
    await marks.forget(name)
    existing.add(name)
  }

  async function replace(ledger: string, fill: Fill): Promise<void> {
    ledgerIdSchema.parse(ledger)
    await room.refuseUnlessFits()
    const names = [ledger, receiptsOf(ledger)]
    const before = names.map(name => [name, troubles.get(name)] as const)
    // What is written from here on would not be in what takes its place.
    for (const name of names) troubles.set(name, 'being-restored')
    let isSwapping = false
    try {
      for (const name of names) await build(name, fill)
      // First: other data must never be served under the epoch of these.
      await epochs.renew(ledger)
      isSwapping = true
      for (const name of names) await turns.take(name, () => swap(name))
      for (const name of names) troubles.delete(name)
      // Whoever read the ones before under the new epoch must not be believed.
      for (const name of names) tellWritten(name)
    } catch (error) {
      for (const [name, trouble] of before) {
        // Half of one and half of the other serves nobody.
        if (isSwapping) troubles.set(name, 'lost')
        else if (trouble === undefined) troubles.delete(name)
        else troubles.set(name, trouble)
      }
      if (isSwapping) onIncident({ name: ledger, what: 'lost', cause: error })
      for (const name of names) await clear(name)
      throw error
    }
  }

  async function clear(name: DatabaseName): Promise<void> {
    await rm(join(dataDir, 'building', name), { recursive: true, force: true })
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
      await room.refuseWhenFull()
      await epochs.renew(ledger)
      await make(ledger)
      await make(receiptsOf(ledger))
      troubles.delete(ledger)
    },
    remove: async ledger => {
      ledgerIdSchema.parse(ledger)
      await drop(ledger)
      await drop(receiptsOf(ledger))
      await epochs.forget(ledger)
    },
    withLedger,
    alone: (name, work) => turns.take(name, () => withLedger(name, work)),
    write,
    onWritten: (name, listener) => {
      const ofName = listeners.get(name) ?? new Set()
      listeners.set(name, ofName.add(listener))
      return () => {
        ofName.delete(listener)
        if (ofName.size === 0) listeners.delete(name)
      }
    },
    writes: name => {
      const isLent = existing.has(name) && !troubles.has(name)
      return isLent ? (writes.get(name) ?? 0) : undefined
    },
    isOpaque: false,
    epoch: epochs.of,
    renewEpoch: epochs.renew,
    replace,
    check: async name => {
      if (await withLedger(name, hasAllRows)) return
      // Written in meanwhile, it may lack nothing: count again while nobody writes.
      await turns.take(name, () =>
        withLedger(name, database => check(name, database)),
      )
    },
    compact: async name => {
      const { seq, compactedSeq } = marks.of(name)
      if (seq === compactedSeq) return
      await room.refuseWhenFull()
      await withLedger(name, database => database.compact())
      marks.note(name, { compactedSeq: seq })
    },
    expect: expected => {
      for (const ledger of expected) {
        if (!existing.has(ledger)) troubles.set(ledger, 'lost')
      }
    },
    names: () => [...existing],
    troubles: () => [...troubles].map(([name, what]) => ({ name, what })),
    room,
    sizeOf: name => sizeOfFolder(join(ledgersDir, name)),
    countOpen: lending.count,
    close: async () => {
      if (isClosed) return
      isClosed = true
      clearInterval(marking)
      await turns.idle()
      await lending.closeAll()
      await system.close()
      await marks.flush()
      await leaveCleanMarker(dataDir)
    },
  }
}
