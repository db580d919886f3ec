import type * as z from 'zod'
import {
  apiTokenRecord,
  auditRecord,
  invitationRecord,
  ledgerRecord,
  passkeyRecord,
  resetRecord,
  sessionRecord,
  userRecord,
} from './records.ts'
import type {
  ApiTokenRecord,
  AuditRecord,
  InvitationRecord,
  LedgerRecord,
  PasskeyRecord,
  ResetRecord,
  SessionRecord,
  UserRecord,
} from './records.ts'

/**
 * The system store: one table for each kind of record, in one database that is
 * never replicated. It is mirrored in memory, so every request can be checked live.
 */
export type Store = {
  readonly users: Table<UserRecord>
  readonly sessions: Table<SessionRecord>
  readonly ledgers: Table<LedgerRecord>
  readonly invitations: Table<InvitationRecord>
  readonly resets: Table<ResetRecord>
  readonly passkeys: Table<PasskeyRecord>
  readonly apiTokens: Table<ApiTokenRecord>
  readonly audit: Table<AuditRecord>
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

/** Somebody else saved the record first: read it again. */
export class StaleRecordError extends Error {
  override readonly name = 'StaleRecordError'
}

export async function openStore(database: SystemDatabase): Promise<Store> {
  const { rows } = await database.allDocs({ include_docs: true })
  const docs = rows.map(({ doc }) => doc)
  const table = <Row extends Stored>(schema: z.ZodType<Row>) =>
    openTable(database, readRows(docs, schema))
  return {
    users: table(userRecord),
    sessions: table(sessionRecord),
    ledgers: table(ledgerRecord),
    invitations: table(invitationRecord),
    resets: table(resetRecord),
    passkeys: table(passkeyRecord),
    apiTokens: table(apiTokenRecord),
    audit: table(auditRecord),
  }
}

/** `user_…`, `session_…` and so on without their prefix. */
export function bareId(row: Stored): string {
  return row._id.slice(row._id.indexOf('_') + 1)
}

function readRows<Row extends Stored>(
  docs: readonly unknown[],
  schema: z.ZodType<Row>,
): Map<string, Row> {
  const read = docs.flatMap(doc => {
    const row = schema.safeParse(doc)
    return row.success ? row.data : []
  })
  return new Map(read.map(row => [bareId(row), row]))
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
