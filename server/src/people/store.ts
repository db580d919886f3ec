import * as z from 'zod'
import { roles } from '@ourmoney/shared/identity/api.ts'

/**
 * The system store: users, sessions and ledgers, in one database that is never
 * replicated. It is mirrored in memory, so every request can be checked live.
 */
export type Store = {
  readonly users: Table<UserRecord>
  readonly sessions: Table<SessionRecord>
  readonly ledgers: Table<LedgerRecord>
}

export type Table<Row extends Stored> = {
  readonly get: (id: string) => Row | undefined
  readonly all: () => readonly Row[]
  /** Compare-and-set: throws `StaleRecordError` if somebody saved since `row` was read. */
  readonly save: (row: Row) => Promise<Row>
  readonly remove: (row: Row) => Promise<void>
}

/** The part of a PouchDB that the store needs. */
export type SystemDatabase = {
  allDocs(options: { include_docs: true }): Promise<{
    rows: readonly { doc?: unknown }[]
  }>
  put(doc: Stored): Promise<{ rev: string }>
  compact(): Promise<unknown>
}

type Stored = {
  readonly _id: string
  readonly _rev?: string | undefined
}

const stored = { _id: z.string(), _rev: z.string().optional() }

const userRecord = z.object({
  ...stored,
  kind: z.literal('user'),
  name: z.string(),
  password: z.string(),
  admin: z.boolean(),
  disabled: z.boolean(),
  createdAt: z.int(),
})
export type UserRecord = Readonly<z.infer<typeof userRecord>>

const sessionRecord = z.object({
  ...stored,
  kind: z.literal('session'),
  user: z.string(),
  device: z.string(),
  /** SHA-256 of the refresh token in force, and of the one before it. */
  token: z.string(),
  formerToken: z.string().optional(),
  rotatedAt: z.int(),
  createdAt: z.int(),
  lastUsedAt: z.int(),
})
export type SessionRecord = Readonly<z.infer<typeof sessionRecord>>

const ledgerRecord = z.object({
  ...stored,
  kind: z.literal('ledger'),
  name: z.string(),
  /** Role by user. Kept in the ledger's record, so that a ledger never exists without its owner. */
  members: z.record(z.string(), z.enum(roles)),
  createdAt: z.int(),
})
export type LedgerRecord = Readonly<z.infer<typeof ledgerRecord>>

const anyRecord = z.discriminatedUnion('kind', [
  userRecord,
  sessionRecord,
  ledgerRecord,
])

/** Somebody else saved the record first: read it again. */
export class StaleRecordError extends Error {
  override readonly name = 'StaleRecordError'
}

export async function openStore(database: SystemDatabase): Promise<Store> {
  const users = new Map<string, UserRecord>()
  const sessions = new Map<string, SessionRecord>()
  const ledgers = new Map<string, LedgerRecord>()

  const { rows } = await database.allDocs({ include_docs: true })
  for (const { doc } of rows) {
    const read = anyRecord.safeParse(doc)
    // A newer version may keep kinds here that this one does not know.
    if (!read.success) continue
    const record = read.data
    if (record.kind === 'user') users.set(bareId(record), record)
    else if (record.kind === 'session') sessions.set(bareId(record), record)
    else ledgers.set(bareId(record), record)
  }

  return {
    users: openTable(database, users),
    sessions: openTable(database, sessions),
    ledgers: openTable(database, ledgers),
  }
}

/** `user_…`, `session_…` and `ledger_…` without their prefix. */
export function bareId(row: Stored): string {
  return row._id.slice(row._id.indexOf('_') + 1)
}

function openTable<Row extends Stored>(
  database: SystemDatabase,
  mirror: Map<string, Row>,
): Table<Row> {
  async function write(row: Stored): Promise<string> {
    try {
      return (await database.put(row)).rev
    } catch (cause) {
      if (isConflict(cause)) {
        throw new StaleRecordError(`Stale: ${row._id}`, { cause })
      }
      throw cause
    }
  }

  return {
    get: id => mirror.get(id),
    all: () => [...mirror.values()],
    save: async row => {
      const saved = { ...row, _rev: await write(row) }
      mirror.set(bareId(row), saved)
      return saved
    },
    remove: async row => {
      const tombstone = { _id: row._id, _rev: row._rev, _deleted: true }
      await write(tombstone)
      mirror.delete(bareId(row))
    },
  }
}

function isConflict(cause: unknown): boolean {
  return (
    typeof cause === 'object' &&
    cause !== null &&
    'status' in cause &&
    cause.status === 409
  )
}
