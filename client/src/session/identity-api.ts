import { sessionsReply } from '@ourmoney/shared/identity/api.ts'
import { auditReply } from '@ourmoney/shared/identity/audit.ts'
import {
  factorsReply,
  recoveryCodesReply,
  totpReply,
} from '@ourmoney/shared/identity/factors.ts'
import { askFor, tell } from './api.ts'

type Token = string | undefined

/** What a person does about their own sign-in; throws ApiError. */
export const identityApi = {
  /** Chooses a new password by the token of a one-time link. */
  reset: (link: string, password: string) =>
    tell('/auth/reset', { method: 'POST', body: { token: link, password } }),
  changePassword: (token: Token, proof: string, password: string) =>
    tell('/auth/password', { method: 'PUT', body: { password }, token, proof }),
  factors: (token: Token) => askFor('/auth/factors', factorsReply, { token }),
  beginCodes: (token: Token, proof: string) =>
    askFor('/auth/totp', totpReply, { method: 'POST', token, proof }),
  turnOnCodes: (token: Token, proof: string, code: string) =>
    askFor('/auth/totp', recoveryCodesReply, {
      method: 'PUT',
      body: { code },
      token,
      proof,
    }),
  turnOffCodes: (token: Token, proof: string) =>
    tell('/auth/totp', { method: 'DELETE', token, proof }),
  renewRecoveryCodes: (token: Token, proof: string) =>
    askFor('/auth/recovery-codes', recoveryCodesReply, {
      method: 'POST',
      token,
      proof,
    }),
  removePasskey: (token: Token, proof: string, passkey: string) =>
    tell(`/auth/passkeys/${passkey}`, { method: 'DELETE', token, proof }),
  sessions: (token: Token) =>
    askFor('/auth/sessions', sessionsReply, { token }),
  endSession: (token: Token, session: string) =>
    tell(`/auth/sessions/${session}`, { method: 'DELETE', token }),
  endOthers: (token: Token) =>
    tell('/auth/sessions', { method: 'DELETE', token }),
  /** Its device is told to forget what it has as soon as it asks again. */
  wipe: (token: Token, proof: string, session: string) =>
    tell(`/auth/sessions/${session}/wipe`, { method: 'POST', token, proof }),
  ownEvents: (token: Token) => askFor('/auth/audit', auditReply, { token }),
  /** For its owners. */
  ledgerEvents: (token: Token, ledger: string) =>
    askFor(`/ledgers/${ledger}/audit`, auditReply, { token }),
}
