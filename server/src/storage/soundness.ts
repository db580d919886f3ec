import { join } from 'node:path'
import { Failure } from '../failure.ts'
import type { Epochs } from './epochs.ts'
import { hasAllRows, isCorruption } from './integrity.ts'
import type { Damage, Marks } from './marks.ts'
import { openDatabase, type Database } from './pouch.ts'
import { isOutOfRoom } from './room.ts'

/** Why nobody is lent a database. */
export type Trouble = {
  readonly name: string
  readonly what: Damage | 'lost' | 'cannot-open' | 'being-restored'
}

/** What happened to a database that whoever keeps the server should know. */
export type Incident = {
  readonly name: string
  readonly what: Trouble['what'] | 'went-back'
  readonly cause?: unknown
}

type SoundnessDeps = {
  readonly ledgersDir: string
  readonly epochs: Epochs
  readonly marks: Marks
  readonly ledgerOf: (name: string) => string
  readonly onIncident: (incident: Incident) => void
}

/** Knows which databases are fit for use; whatever is wrong with one takes nobody else with it. */
export function createSoundness(deps: SoundnessDeps) {
  const { ledgersDir, epochs, marks, ledgerOf, onIncident } = deps
  const troubles = new Map<string, Trouble['what']>()
  /** Not yet looked through since the server was not stopped in order. */
  const unchecked = new Set<string>()

  function tell(name: string, what: Trouble['what'], cause?: unknown): void {
    if (troubles.get(name) === what) return
    troubles.set(name, what)
    onIncident({ name, what, cause })
  }

  function quarantined(cause: unknown): Failure {
    return new Failure('ledger-quarantined', { retryAfter: 60, cause })
  }

  /** For good: it stays aside over restarts, until it is restored. */
  function putAside(name: string, damage: Damage, cause?: unknown): Failure {
    marks.note(name, { damage })
    tell(name, damage, cause)
    return quarantined(cause)
  }

  async function check(name: string, database: Database): Promise<void> {
    if (!(await hasAllRows(database))) throw putAside(name, 'counts')
    unchecked.delete(name)
  }

  async function open(name: string): Promise<Database> {
    try {
      const path = join(ledgersDir, name)
      const database = await openDatabase(path, { create: false })
      if (troubles.get(name) === 'cannot-open') troubles.delete(name)
      return database
    } catch (cause) {
      if (isOutOfRoom(cause)) throw cause
      tell(name, 'cannot-open', cause)
      throw quarantined(cause)
    }
  }

  return {
    troubles,
    unchecked,
    check,
    /** What a failure of its users means for the database itself. */
    judge: (name: string, error: unknown): unknown => {
      if (isOutOfRoom(error)) {
        return new Failure('disk-full', { retryAfter: 60, cause: error })
      }
      return isCorruption(error) ? putAside(name, 'unreadable', error) : error
    },
    refuseTroubled: (name: string): void => {
      const trouble = troubles.get(name)
      // One that did not open is tried again: it may have lacked descriptors.
      if (trouble === undefined || trouble === 'cannot-open') return
      throw quarantined(new Error(`${name}: ${trouble}`))
    },
    openSound: async (name: string): Promise<Database> => {
      const database = await open(name)
      try {
        const seq = Number((await database.info()).update_seq)
        if (seq < marks.of(name).seq) {
          // It lost what devices believe to be here: they must compare again.
          await epochs.renew(ledgerOf(name))
          marks.note(name, { seq, compactedSeq: 0 })
          unchecked.add(name)
          onIncident({ name, what: 'went-back' })
        }
        if (unchecked.has(name)) await check(name, database)
        return database
      } catch (error) {
        await database.close()
        throw error
      }
    },
  }
}
