import * as z from 'zod'
import { invitationCode, roles } from './api.ts'

/** Who is in a ledger, and who is invited. */

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
