import * as z from 'zod'

/** Requests and replies of the API under `/api/v1`, shared by server and client. */

export const ledgerIdSchema = z.string().regex(/^[0-9a-hjkmnp-tv-z]{26}$/)

export const roles = ['owner', 'editor', 'viewer'] as const
export type Role = (typeof roles)[number]

/** Who may become a user: whoever was invited, anybody, or nobody. */
export const registrations = ['invite', 'open', 'closed'] as const
export type Registration = (typeof registrations)[number]

const userName = z.string().trim().min(1).max(64)
const password = z.string().min(8).max(1024)
const deviceName = z.string().trim().max(120)

const secondFactorCode = z.string().trim().min(6).max(40)

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
const invitationCode = z.string().regex(/^[\w-]{22}$/)

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

/** What `navigator.credentials` gave, as JSON, without what the server does not look at. */
const credential = {
  id: z.string().min(1).max(2048),
  rawId: z.string().min(1).max(2048),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
}
const base64url = z.string().max(8192)

const newPasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
  }),
})

const passkeyResponse = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
  }),
})

/** Answer of `POST /api/v1/auth/passkeys/options`, with a proof, and of `POST …/auth/passkey/options`, for signing in or confirming. */
export const passkeyOptionsReply = z.looseObject({ challenge: z.string() })

/** `POST /api/v1/auth/passkeys`, with a proof; one is removed by `DELETE …/passkeys/:passkey`. */
export const addPasskeyRequest = z.strictObject({
  name: z.string().trim().min(1).max(64),
  response: newPasskey,
})
export const passkeyReply = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.int(),
  lastUsedAt: z.int(),
})

/** `POST /api/v1/auth/passkey`: signs in without name, password or second factor. */
export const passkeySignInRequest = z.strictObject({
  response: passkeyResponse,
  device: deviceName,
})

/** `GET /api/v1/auth/factors` */
export const factorsReply = z.object({
  totp: z.boolean(),
  recoveryCodesLeft: z.int(),
  passkeys: z.array(passkeyReply),
})

/** `POST /api/v1/auth/totp`, with a proof: the secret for an app that shows codes, also as the address of a QR code. */
export const totpReply = z.object({ secret: z.string(), uri: z.string() })

/** `PUT /api/v1/auth/totp`, with a proof: turns it on by a code of that app. `DELETE` turns it off. */
export const codeRequest = z.strictObject({ code: secondFactorCode })

/** Answer of turning it on and of `POST /api/v1/auth/recovery-codes`, with a proof. */
export const recoveryCodesReply = z.object({ codes: z.array(z.string()) })

/**
 * `POST /api/v1/auth/confirm`: who uses the session proves again who they are.
 * What cannot be taken back wants the proof in the header `ourmoney-proof`.
 */
export const confirmRequest = z.union([
  z.strictObject({ password: z.string().min(1).max(1024) }),
  z.strictObject({ response: passkeyResponse }),
])
export const proofReply = z.object({
  proof: z.string(),
  /** Seconds. */
  expiresIn: z.int(),
})

/** `PUT /api/v1/auth/password`, with a proof; every other session ends. */
export const passwordRequest = z.strictObject({ password })

/** `POST /api/v1/auth/reset`, with the token of a one-time link; every session ends. */
export const resetRequest = z.strictObject({
  token: z.string().min(1).max(200),
  password,
})

/** `POST /api/v1/admin/users/:user/reset-link`, with a proof. The link is `<origin>/reset#<token>`. */
export const resetLinkReply = z.object({
  token: z.string(),
  expiresAt: z.int(),
})

/** `GET /api/v1/admin/users` */
export const userReply = z.object({
  id: z.string(),
  name: z.string(),
  admin: z.boolean(),
  disabled: z.boolean(),
  createdAt: z.int(),
})
export const usersReply = z.object({ users: z.array(userReply) })

/** `PUT /api/v1/admin/users/:user`, with a proof. */
export const changeUserRequest = z.strictObject({
  admin: z.boolean().optional(),
  disabled: z.boolean().optional(),
})

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

/** `GET /api/v1/ledgers/:ledger/members`; `DELETE …/members/:user` removes one, or is how oneself leaves. */
export const memberReply = z.object({
  user: z.string(),
  name: z.string(),
  role: z.enum(roles),
})
export const membersReply = z.object({ members: z.array(memberReply) })

/** `PUT /api/v1/ledgers/:ledger/members/:user` */
export const roleRequest = z.strictObject({ role: z.enum(roles) })

/** `POST /api/v1/ledgers/:ledger/hand-over`: that member becomes owner, the asking owner an editor. */
export const handOverRequest = z.strictObject({ user: z.uuid() })

/** `POST /api/v1/ledgers/:ledger/invitations`, by an owner. */
export const inviteRequest = z.strictObject({ role: z.enum(roles) })

const invitation = z.object({
  id: z.string(),
  role: z.enum(roles),
  /** Name of the owner who made it. */
  createdBy: z.string(),
  createdAt: z.int(),
  expiresAt: z.int(),
})
/** The only time that anybody is told the code. */
export const inviteReply = invitation.extend({ code: z.string() })

/** `GET /api/v1/ledgers/:ledger/invitations`; one is revoked by `DELETE …/invitations/:invitation`. */
export const invitationsReply = z.object({
  invitations: z.array(invitation),
})

/** `POST /api/v1/invitations/look`, open to everybody, and `POST /api/v1/invitations/accept`, which answers a `ledgerReply`. */
export const invitationRequest = z.strictObject({ code: invitationCode })

/** What an invited person is told before they decide. */
export const invitationReply = z.object({
  ledger: z.string(),
  role: z.enum(roles),
  createdBy: z.string(),
  expiresAt: z.int(),
})

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
  'user-create',
  'user-change',
  'reset-link',
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
  'ledger-full',
  'ledger-quarantined',
  'shutting-down',
  'internal',
] as const
export type ProblemCode = (typeof problemCodes)[number]
