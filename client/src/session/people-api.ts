import {
  ledgerReply,
  sessionReply,
  type Role,
} from '@ourmoney/shared/identity/api.ts'
import {
  invitationReply,
  invitationsReply,
  inviteReply,
  memberReply,
  membersReply,
} from '@ourmoney/shared/identity/members.ts'
import { askFor, tell } from './api.ts'

type Token = string | undefined

/** Who is in a ledger and who is invited, as the server knows it; throws ApiError. */
export const peopleApi = {
  members: (token: Token, ledger: string) =>
    askFor(`/ledgers/${ledger}/members`, membersReply, { token }),
  setRole: (token: Token, ledger: string, user: string, role: Role) =>
    askFor(`/ledgers/${ledger}/members/${user}`, memberReply, {
      method: 'PUT',
      body: { role },
      token,
    }),
  /** Of another, or of oneself: who leaves needs nobody's leave. */
  removeMember: (token: Token, ledger: string, user: string) =>
    tell(`/ledgers/${ledger}/members/${user}`, { method: 'DELETE', token }),
  handOver: (token: Token, proof: string, ledger: string, user: string) =>
    askFor(`/ledgers/${ledger}/hand-over`, membersReply, {
      method: 'POST',
      body: { user },
      token,
      proof,
    }),
  invitations: (token: Token, ledger: string) =>
    askFor(`/ledgers/${ledger}/invitations`, invitationsReply, { token }),
  invite: (token: Token, ledger: string, role: Role) =>
    askFor(`/ledgers/${ledger}/invitations`, inviteReply, {
      method: 'POST',
      body: { role },
      token,
    }),
  revoke: (token: Token, ledger: string, invitation: string) =>
    tell(`/ledgers/${ledger}/invitations/${invitation}`, {
      method: 'DELETE',
      token,
    }),
  lookAtInvitation: (code: string) =>
    askFor('/invitations/look', invitationReply, {
      method: 'POST',
      body: { code },
    }),
  accept: (token: Token, code: string) =>
    askFor('/invitations/accept', ledgerReply, {
      method: 'POST',
      body: { code },
      token,
    }),
  register: (body: object) =>
    askFor('/auth/register', sessionReply, { method: 'POST', body }),
  deleteLedger: (token: Token, proof: string, ledger: string) =>
    tell(`/ledgers/${ledger}`, { method: 'DELETE', token, proof }),
  restoreLedger: (token: Token, proof: string, ledger: string) =>
    askFor(`/ledgers/${ledger}/restore`, ledgerReply, {
      method: 'POST',
      token,
      proof,
    }),
}
