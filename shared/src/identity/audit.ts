import * as z from 'zod'
import { roles } from './api.ts'

/** What happened at the server's door. */

/** What the audit writes down. */
export const auditActs = [
  'set-up',
  'register',
  'sign-in',
  'token-reuse',
  'confirm',
  'password-change',
  'reset',
  'second-factor-on',
  'second-factor-off',
  'recovery-codes',
  'passkey-add',
  'passkey-remove',
  'session-end',
  'sessions-end',
  'device-wipe',
  'ledger-connect',
  'ledger-delete',
  'ledger-restore',
  'member-role',
  'member-remove',
  'hand-over',
  'invite',
  'invitation-revoke',
  'invitation-accept',
  'api-token-make',
  'api-token-revoke',
  'webhook-make',
  'webhook-test',
  'webhook-revoke',
  'user-create',
  'user-change',
  'reset-link',
  'backup-make',
  'backup-restore',
] as const
export type AuditAct = (typeof auditActs)[number]

/**
 * Newest first: `GET /api/v1/auth/audit` of oneself, `GET /api/v1/ledgers/:ledger/audit`
 * for its owners, `GET /api/v1/admin/audit` for the server's admin, without ledgers.
 */
export const auditReply = z.object({
  events: z.array(
    z.object({
      at: z.int(),
      act: z.enum(auditActs),
      /** `done`, or the code of the failure. */
      outcome: z.string(),
      /** Names of who did it and of whom it was done to. */
      user: z.string().optional(),
      about: z.string().optional(),
      ledger: z.string().optional(),
      role: z.enum(roles).optional(),
      from: z.string().optional(),
    }),
  ),
})
