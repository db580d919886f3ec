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
  webhookRecord,
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
  WebhookRecord,
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
  readonly webhooks: Table<WebhookRecord>
  readonly audit: Table<AuditRecord>
  /** Mirrors what others have written; says what became of what. */
  readonly take: (doc: TakenDoc) => Taken | undefined
}

/** As a feed of changes brings it. */
export type TakenDoc = {
  readonly _id: string
  readonly _rev: string
  readonly _deleted?: boolean | undefined
}

export type Taken = {
  readonly id: string
  readonly before: Kinds | undefined
  readonly after: Kinds | undefined
}

type Kinds =
  | UserRecord
  | SessionRecord
  | LedgerRecord
  | InvitationRecord
  | ResetRecord
  | PasskeyRecord
  | ApiTokenRecord
  | WebhookRecord
  | AuditRecord

export type Table<Row extends Stored> = {
  readonly get: (id: string) => Row | undefined
  readonly all: () => readonly Row[]
  /** Compare-and-set: throws `StaleRecordError` if somebody saved since `row` was read. */
  readonly save: (row: Row) => Promise<Row>
  readonly remove: (row: Row) => Promise<void>
  /** The same from the database itself, where another process may have made it a moment ago. */
  readonly read: (id: string) => Promise<Row | undefined>
  /** `undefined` for what is known already. */
  readonly take: (doc: TakenDoc) => Mirrored<Row> | undefined
}

type Mirrored<Row> = {
  readonly id: string
  readonly before: Row | undefined
  readonly after: Row | undefined
}

/** The part of a PouchDB that the store needs. */
export type SystemDatabase = {
  allDocs(options: { include_docs: true }): Promise<{
    rows: readonly { doc?: unknown }[]
  }>
  put(doc: Stored): Promise<{ rev: string }>
  get(id: string): Promise<unknown>
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
  const table = <Row extends Stored>(prefix: string, schema: z.ZodType<Row>) =>
    openTable(database, prefix, schema, readRows(docs, schema))
  const tables = {
    users: table('user', userRecord),
    sessions: table('session', sessionRecord),
    ledgers: table('ledger', ledgerRecord),
    invitations: table('invitation', invitationRecord),
    resets: table('reset', resetRecord),
    passkeys: table('passkey', passkeyRecord),
    apiTokens: table('token', apiTokenRecord),
    webhooks: table('webhook', webhookRecord),
    audit: table('audit', auditRecord),
  }
  const { users, sessions, ledgers, invitations } = tables
  const { resets, passkeys, apiTokens, webhooks, audit } = tables
  const byPrefix: Readonly<Record<string, Pick<Store, 'take'>>> = {
    user: users,
    session: sessions,
    ledger: ledgers,
    invitation: invitations,
    reset: resets,
    passkey: passkeys,
    token: apiTokens,
    webhook: webhooks,
    audit,
  }
  return {
    ...tables,
    take: doc => byPrefix[doc._id.split('_', 1)[0] ?? '']?.take(doc),
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
  prefix: string,
  schema: z.ZodType<Row>,
  mirror: Map<string, Row>,
): Table<Row> {
  /** The newest revision of each that was seen, also of what is gone. */
  const newest = new Map(
    [...mirror].map(([id, { _rev = '' }]) => [id, _rev] as const),
  )

  async function write(row: Stored): Promise<string> {
    try {
      return (await database.put(row)).rev
    } catch (cause) {
      if (!hasStatus(cause, 409)) throw cause
      await reload(row._id)
      throw new StaleRecordError(`Stale: ${row._id}`, { cause })
    }
  }

  /** Another process may have written it: whoever tries again must see that. */
  async function reload(_id: string): Promise<void> {
    try {
      take((await database.get(_id)) as TakenDoc)
    } catch (error) {
      if (!hasStatus(error, 404)) throw error
      mirror.delete(bareId({ _id }))
    }
  }

  function take(doc: TakenDoc): Mirrored<Row> | undefined {
    const id = bareId(doc)
    if (generationOf(newest.get(id)) >= generationOf(doc._rev)) return undefined
    newest.set(id, doc._rev)
    const before = mirror.get(id)
    const read = doc._deleted === true ? undefined : schema.safeParse(doc)
    const after = read?.success === true ? read.data : undefined
    if (after === undefined) mirror.delete(id)
    else mirror.set(id, after)
    return { id, before, after }
  }

  return {
    get: id => mirror.get(id),
    all: () => [...mirror.values()],
    read: async id => {
      await reload(`${prefix}_${id}`)
      return mirror.get(id)
    },
    save: async row => {
      const rev = await write(row)
      const saved = { ...row, _rev: rev }
      const id = bareId(row)
      // A later one may have come by the feed before this one was answered.
      if (generationOf(newest.get(id)) <= generationOf(rev)) {
        newest.set(id, rev)
        mirror.set(id, saved)
      }
      return saved
    },
    remove: async row => {
      const tombstone = { _id: row._id, _rev: row._rev, _deleted: true }
      const id = bareId(row)
      newest.set(id, await write(tombstone))
      mirror.delete(id)
    },
    take,
  }
}

function generationOf(rev = '0-'): number {
  return Number(rev.split('-', 1)[0])
}

function hasStatus(cause: unknown, status: number): boolean {
  return (
    typeof cause === 'object' &&
    cause !== null &&
    'status' in cause &&
    cause.status === status
  )
}
