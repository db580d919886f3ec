import * as z from 'zod'
import { problemCodes, roles } from '@ourmoney/shared/identity/api.ts'
import { tokenAccesses } from '@ourmoney/shared/identity/api-tokens.ts'
import { auditActs } from '@ourmoney/shared/identity/audit.ts'
import { webhookFailures } from '@ourmoney/shared/identity/webhooks.ts'

/** What the system store keeps, kind by kind; whatever is newer than this version is left alone. */

const stored = { _id: z.string(), _rev: z.string().optional() }

export const userRecord = z.object({
  ...stored,
  kind: z.literal('user'),
  name: z.string(),
  password: z.string(),
  admin: z.boolean(),
  disabled: z.boolean(),
  createdAt: z.int(),
  totp: z
    .object({
      secret: z.string(),
      /** Number of the half minute whose code was used last. */
      lastStep: z.int(),
      /** SHA-256 of the recovery codes that are left. */
      recovery: z.array(z.string()),
    })
    .optional(),
  /** The secret of an app that has not yet shown a code. */
  comingTotp: z.string().optional(),
})
export type UserRecord = Readonly<z.infer<typeof userRecord>>

export const sessionRecord = z.object({
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
  /** Ended; its device is to be told to forget what it has. */
  wipe: z.boolean().optional(),
})
export type SessionRecord = Readonly<z.infer<typeof sessionRecord>>

export const ledgerRecord = z.object({
  ...stored,
  kind: z.literal('ledger'),
  name: z.string(),
  /** Role by user. Kept in the ledger's record, so that a ledger never exists without its owner. */
  members: z.record(z.string(), z.enum(roles)),
  createdAt: z.int(),
  /** Nobody sees it any more; an owner may bring it back for a week. */
  deletedAt: z.int().optional(),
  /** Its databases are gone. The record stays, so that its id is never used again. */
  removedAt: z.int().optional(),
})
export type LedgerRecord = Readonly<z.infer<typeof ledgerRecord>>

export const invitationRecord = z.object({
  ...stored,
  kind: z.literal('invitation'),
  ledger: z.string(),
  role: z.enum(roles),
  /** SHA-256 of the code, which nobody but the invited has. */
  code: z.string(),
  createdBy: z.string(),
  createdAt: z.int(),
  expiresAt: z.int(),
})
export type InvitationRecord = Readonly<z.infer<typeof invitationRecord>>

export const resetRecord = z.object({
  ...stored,
  kind: z.literal('reset'),
  user: z.string(),
  /** SHA-256 of the token in the link. */
  token: z.string(),
  /** Whoever uses it has lost their second factor and passkeys too. */
  clearsFactors: z.boolean().optional(),
  expiresAt: z.int(),
})
export type ResetRecord = Readonly<z.infer<typeof resetRecord>>

/** Its id is the SHA-256 of the credential's. */
export const passkeyRecord = z.object({
  ...stored,
  kind: z.literal('passkey'),
  user: z.string(),
  name: z.string(),
  credential: z.string(),
  publicKey: z.string(),
  /** Of signatures; many devices leave it at 0. */
  counter: z.int(),
  createdAt: z.int(),
  lastUsedAt: z.int(),
})
export type PasskeyRecord = Readonly<z.infer<typeof passkeyRecord>>

/** Its id is the SHA-256 of the token, which nobody has but the program it was made for. */
export const apiTokenRecord = z.object({
  ...stored,
  kind: z.literal('api-token'),
  user: z.string(),
  ledger: z.string(),
  name: z.string(),
  access: z.enum(tokenAccesses),
  createdAt: z.int(),
  expiresAt: z.int(),
  lastUsedAt: z.int().optional(),
})
export type ApiTokenRecord = Readonly<z.infer<typeof apiTokenRecord>>

const position = z.object({
  epoch: z.string(),
  seq: z.union([z.int(), z.string()]),
})
/** How far the changes of a ledger's database were read. */
export type Position = Readonly<z.infer<typeof position>>

export const webhookRecord = z.object({
  ...stored,
  kind: z.literal('webhook'),
  user: z.string(),
  ledger: z.string(),
  address: z.string(),
  /** As its program has it. */
  secret: z.string(),
  createdAt: z.int(),
  /** Up to where it was told. */
  told: position,
  /** What it is being told; stays the same until that arrives. */
  message: z
    .object({
      id: z.string(),
      upTo: position,
      at: z.int(),
      attempts: z.int(),
      /** Of the next attempt, which a server puts off for all others when it begins one. */
      dueAt: z.int(),
    })
    .optional(),
  deliveredAt: z.int().optional(),
  failingSince: z.int().optional(),
  failure: z
    .object({ reason: z.enum(webhookFailures), status: z.int().optional() })
    .optional(),
  offAt: z.int().optional(),
})
export type WebhookRecord = Readonly<z.infer<typeof webhookRecord>>

/** Its id is a place in one of two rings; when all are taken, a new event takes the place of an old one. */
export const auditRecord = z.object({
  ...stored,
  kind: z.literal('audit'),
  ring: z.enum(['done', 'refused']),
  seq: z.int(),
  at: z.int(),
  act: z.enum(auditActs),
  outcome: z.enum(['done', ...problemCodes]),
  user: z.string().optional(),
  about: z.string().optional(),
  ledger: z.string().optional(),
  role: z.enum(roles).optional(),
  from: z.string().optional(),
})
export type AuditRecord = Readonly<z.infer<typeof auditRecord>>
