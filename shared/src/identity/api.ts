import * as z from 'zod'

/** Requests and replies of the API under `/api/v1`, shared by server and client. */

export const ledgerIdSchema = z.string().regex(/^[0-9a-hjkmnp-tv-z]{26}$/)

export const roles = ['owner', 'editor', 'viewer'] as const
export type Role = (typeof roles)[number]

/** Who may become a user: whoever was invited, anybody, or nobody. */
export const registrations = ['invite', 'open', 'closed'] as const
export type Registration = (typeof registrations)[number]

const userName = z.string().trim().min(1).max(64)
export const password = z.string().min(8).max(1024)
export const deviceName = z.string().trim().max(120)

export const secondFactorCode = z.string().trim().min(6).max(40)

/** `GET /api/v1/server`, open to everybody. */
export const serverReply = z.object({
  version: z.string(),
  /** No user exists yet: only the one-time set-up link can make the first. */
  needsSetup: z.boolean(),
  registration: z.enum(registrations),
})

/** `POST /api/v1/auth/set-up` */
export const setUpRequest = z.strictObject({
  token: z.string().min(1).max(200),
  name: userName,
  password,
  device: deviceName,
})

/** 128 random bits that an invited person shows, once. */
export const invitationCode = z.string().regex(/^[\w-]{22}$/)

/** `POST /api/v1/auth/register`; the code joins the ledger, and lets in where an invitation is needed. */
export const registerRequest = z.strictObject({
  name: userName,
  password,
  device: deviceName,
  code: invitationCode.optional(),
})

/** `POST /api/v1/auth/sign-in` */
export const signInRequest = z.strictObject({
  name: userName,
  password: z.string().min(1).max(1024),
  device: deviceName,
  /** Six digits or a recovery code; without it, who has a second factor gets `second-factor-needed`. */
  code: secondFactorCode.optional(),
})

/** Answer of set-up, sign-in and `POST /api/v1/auth/refresh`. */
export const sessionReply = z.object({
  accessToken: z.string(),
  /** Seconds; the client's clock may be wrong, so never a point in time. */
  expiresIn: z.int(),
  session: z.string(),
  user: z.object({ id: z.string(), name: z.string(), admin: z.boolean() }),
})
export type SessionReply = z.infer<typeof sessionReply>

/**
 * `GET /api/v1/auth/sessions`. One is ended by `DELETE …/sessions/:session`,
 * every other by `DELETE …/sessions`, one whose device is to forget everything,
 * with a proof, by `POST …/sessions/:session/wipe`.
 */
export const sessionsReply = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      device: z.string(),
      createdAt: z.int(),
      lastUsedAt: z.int(),
      /** When it ends by itself, if it is not used again. */
      endsAt: z.int(),
      current: z.boolean(),
      /** Its device is to be wiped, and was not heard of since. */
      wiping: z.boolean(),
    }),
  ),
})

/** `PUT /api/v1/ledgers/:ledger`: registers the ledger, or joins it as who is already a member. */
export const connectRequest = z.strictObject({
  name: z.string().trim().min(1).max(120),
})
export const ledgerReply = z.object({
  id: ledgerIdSchema,
  name: z.string(),
  role: z.enum(roles),
})

/** `GET /api/v1/ledgers` */
export const ledgersReply = z.object({
  ledgers: z.array(ledgerReply),
  /** Until `removedAt` an owner can bring one back: `POST /api/v1/ledgers/:ledger/restore`. */
  deleted: z.array(
    ledgerReply.extend({ deletedAt: z.int(), removedAt: z.int() }),
  ),
})

/** Every failure: RFC 9457 problem details; `code` is for programs. */
export const problemReply = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
})

export const problemCodes = [
  'bad-request',
  'bad-credentials',
  'second-factor-needed',
  'second-factor-is-on',
  'wrong-code',
  'wrong-passkey',
  'wrong-password',
  'not-confirmed',
  'not-signed-in',
  'session-ended',
  'wipe-device',
  'forbidden',
  'not-found',
  'already-set-up',
  'wrong-set-up-link',
  'wrong-reset-link',
  'last-admin',
  'common-password',
  'registration-closed',
  'name-taken',
  'invitation-gone',
  'ledger-taken',
  'ledger-deleted',
  'last-owner',
  'too-large',
  'too-many-requests',
  'unsupported-media-type',
  'wrong-origin',
  'stale',
  'precondition-required',
  'precondition-failed',
  'key-reused',
  'refused',
  'reconciled',
  'ledger-full',
  'ledger-quarantined',
  'disk-full',
  'no-storage',
  'overloaded',
  'wrong-backup',
  'too-many-webhooks',
  'wrong-address',
  'shutting-down',
  'internal',
] as const
export type ProblemCode = (typeof problemCodes)[number]
