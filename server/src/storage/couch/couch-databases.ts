import { createHmac, randomBytes } from 'node:crypto'
import { ledgerIdSchema } from '@ourmoney/shared/identity/api.ts'
import { Failure } from '../../failure.ts'
import type { FollowedDatabase } from '../../people/follow-store.ts'
import { ledgerOf, receiptsOf, type Databases } from '../databases.ts'
import { findDoc, type Database } from '../pouch.ts'
import { leastRoom } from '../room.ts'
import { createTurns } from '../turns.ts'
import { couchServer, systemDatabase } from './couch-server.ts'
import { createListening } from './listening.ts'

export type CouchDatabases = Databases & {
  /** What other processes write into the system store. */
  readonly followed: FollowedDatabase
}

type CouchOptions = {
  /** What must stay free of a disk of some size. */
  readonly leastOf?: (size: number) => number
  /** Known to CouchDB too: who has it is an admin there. */
  readonly jwtKey?: string | undefined
}

type EpochDoc = { readonly _id: string } & (
  { readonly epoch: string } | { readonly _deleted: true }
)

/** Everything in a CouchDB, which any number of processes may share. */
export async function openCouchDatabases(
  url: string,
  secret: string,
  { leastOf = leastRoom, jwtKey }: CouchOptions = {},
): Promise<CouchDatabases> {
  const server = couchServer(url, jwtKey)
  await server.create(systemDatabase)
  const system = server.open(systemDatabase)
  const countsRules = await server.countsRules()
  const open = new Map<string, Database>()
  const turns = createTurns()
  const epochs = new Map<string, string>()
  const listening = createListening(name => databaseOf(name))

  function databaseOf(name: string): Database {
    const database = open.get(name) ?? server.open(couchName(name), countsRules)
    open.set(name, database)
    return database
  }

  function hear(doc: unknown): void {
    if (!isEpochDoc(doc)) return
    const ledger = doc._id.slice('epoch_'.length)
    if ('epoch' in doc) epochs.set(ledger, doc.epoch)
    else forget(ledger)
  }

  function forget(ledger: string): void {
    epochs.delete(ledger)
    for (const name of [ledger, receiptsOf(ledger)]) open.delete(name)
  }

  async function renewEpoch(ledger: string): Promise<string> {
    const epoch = randomBytes(16).toString('hex')
    const known = await findDoc(system, `epoch_${ledger}`)
    await system.put({
      _id: `epoch_${ledger}`,
      ...(known && { _rev: known._rev }),
      epoch,
    } as object)
    epochs.set(ledger, epoch)
    return epoch
  }

  async function removeEpoch(ledger: string): Promise<void> {
    const known = await findDoc(system, `epoch_${ledger}`)
    if (known === undefined) return
    await system.remove(known).catch((error: unknown) => {
      // Another server sweeps at the same hour.
      if (statusOf(error) !== 409) throw error
    })
  }

  async function withLedger<Answer>(
    name: string,
    work: (database: Database) => Promise<Answer>,
  ): Promise<Answer> {
    return work(databaseOf(name))
  }

  const { rows } = await system.allDocs({
    include_docs: true,
    startkey: 'epoch_',
    endkey: 'epoch_\ufff0',
  })
  for (const { doc } of rows as { doc?: unknown }[]) hear(doc)

  return {
    system: () => system,
    followed: {
      changes: async options => {
        const found = await (system as unknown as FollowedDatabase).changes(
          options,
        )
        for (const { doc } of found.results) hear(doc)
        return found
      },
    },
    isOpaque: true,
    create: async ledger => {
      ledgerIdSchema.parse(ledger)
      await server.create(couchName(ledger))
      await server.create(couchName(receiptsOf(ledger)))
      if (!epochs.has(ledger)) await renewEpoch(ledger)
    },
    remove: async ledger => {
      ledgerIdSchema.parse(ledger)
      await server.remove(couchName(ledger))
      await server.remove(couchName(receiptsOf(ledger)))
      await removeEpoch(ledger)
      forget(ledger)
    },
    withLedger,
    write: async (name, work) => {
      try {
        return await turns.take(name, () => withLedger(name, work))
      } finally {
        listening.tell(name)
      }
    },
    alone: (name, work) => turns.take(name, () => withLedger(name, work)),
    onWritten: listening.on,
    writes: () => undefined,
    epoch: ledger =>
      epochs.get(ledger) ??
      createHmac('sha256', secret).update(ledger).digest('hex').slice(0, 32),
    renewEpoch,
    replace: async () => {
      throw new Failure('not-found', { detail: 'CouchDB restores itself' })
    },
    // A cluster looks after its own files.
    check: async name => void (await databaseOf(name).info()),
    compact: async () => {},
    expect: () => {},
    names: () =>
      [...epochs.keys()].flatMap(ledger => [ledger, receiptsOf(ledger)]),
    troubles: () => [],
    room: {
      look: async () => ({ free: Infinity, size: Infinity }),
      leastOf,
      refuseWhenFull: async () => {},
      refuseUnlessFits: async () => {},
    },
    sizeOf: async name => sizeIn(await databaseOf(name).info()),
    countOpen: () => open.size,
    close: async () => {
      listening.stop()
      await turns.idle()
    },
  }
}

/** `ledger-<id>`; a name that no ledger has is never asked for. */
function couchName(name: string): string {
  ledgerIdSchema.parse(ledgerOf(name))
  const isReceipts = name !== ledgerOf(name)
  return `ledger-${ledgerOf(name)}${isReceipts ? '-receipts' : ''}`
}

function isEpochDoc(doc: unknown): doc is EpochDoc {
  return (
    typeof doc === 'object' &&
    doc !== null &&
    '_id' in doc &&
    String(doc._id).startsWith('epoch_') &&
    (('epoch' in doc && typeof doc.epoch === 'string') ||
      ('_deleted' in doc && doc._deleted === true))
  )
}

/** Different versions call it differently. */
function sizeIn(info: object): number {
  const sizes = 'sizes' in info ? (info.sizes as { file?: unknown }) : {}
  const size = sizes.file ?? ('disk_size' in info ? info.disk_size : 0)
  return Number(size) || 0
}

function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'status' in error
    ? error.status
    : undefined
}
