import {
  backupReply,
  healthReply,
  restoreReply,
  serverLedgersReply,
} from '@ourmoney/shared/identity/operations.ts'
import {
  resetLinkReply,
  userReply,
  usersReply,
} from '@ourmoney/shared/identity/users.ts'
import { askFor, tell } from './api.ts'

type Token = string | undefined

/** The server itself, for its admin; throws ApiError. */
export const serverApi = {
  health: (token: Token) => askFor('/admin/health', healthReply, { token }),
  users: (token: Token) => askFor('/admin/users', usersReply, { token }),
  ledgers: (token: Token) =>
    askFor('/admin/ledgers', serverLedgersReply, { token }),
  change: (token: Token, proof: string, user: string, body: object) =>
    askFor(`/admin/users/${user}`, userReply, {
      method: 'PUT',
      body,
      token,
      proof,
    }),
  resetLink: (token: Token, proof: string, user: string) =>
    askFor(`/admin/users/${user}/reset-link`, resetLinkReply, {
      method: 'POST',
      token,
      proof,
    }),
  endSessions: (token: Token, proof: string, user: string) =>
    tell(`/admin/users/${user}/sessions`, { method: 'DELETE', token, proof }),
  backUp: (token: Token) =>
    askFor('/admin/backups', backupReply, { method: 'POST', token }),
  restore: (token: Token, proof: string, backup: string, ledger: string) =>
    askFor(`/admin/backups/${backup}/ledgers/${ledger}`, restoreReply, {
      method: 'POST',
      token,
      proof,
    }),
}
