import * as z from 'zod'
import { ledgerIdSchema } from './api.ts'

/** How the server is, for its admin. Nothing here is out of anybody's ledger. */

export const troubles = [
  'counts',
  'unreadable',
  'lost',
  'cannot-open',
  'being-restored',
] as const

/** `GET /api/v1/admin/health` */
export const healthReply = z.object({
  version: z.string(),
  /** Milliseconds since 1970 by the server's clock. */
  now: z.int(),
  /** Seconds since it started. */
  uptime: z.int(),
  memory: z.int(),
  /** Milliseconds that work waits for its turn, lately: the 99th of 100. */
  lag: z.number(),
  /** Absent where a CouchDB has the data. */
  disk: z
    .object({
      free: z.int(),
      size: z.int(),
      /** Below this nothing more is taken in. */
      least: z.int(),
    })
    .optional(),
  /** Sessions in force. */
  sessions: z.int(),
  openDatabases: z.int(),
  /** Newest first; absent where nobody said where to put them. */
  backups: z.array(z.object({ name: z.string(), at: z.int() })).optional(),
})
export type HealthReply = z.infer<typeof healthReply>

/** `GET /api/v1/admin/ledgers`: the largest first. Names stay with the members. */
export const serverLedgersReply = z.object({
  ledgers: z.array(
    z.object({
      id: ledgerIdSchema,
      /** Names of users. */
      owners: z.array(z.string()),
      members: z.int(),
      /** On the disk, with receipts. */
      bytes: z.int(),
      deletedAt: z.int().optional(),
      /** Why nobody can use it. */
      trouble: z.enum(troubles).optional(),
    }),
  ),
})
export type ServerLedger = z.infer<typeof serverLedgersReply>['ledgers'][number]

/** `POST /api/v1/admin/backups` */
export const backupReply = z.object({
  name: z.string(),
  /** Databases that could not be read, and are not in it. */
  missing: z.array(z.string()),
})

/** `POST /api/v1/admin/backups/:backup/ledgers/:ledger`, with a proof: brings that ledger back. */
export const restoreReply = z.object({
  /** Databases that the backup has not got: they begin empty. */
  empty: z.array(z.string()),
})
export type RestoreReply = z.infer<typeof restoreReply>

export const backupName = z.string().regex(/^ourmoney-[0-9TZ-]{20}$/)
