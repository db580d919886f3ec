import {
  makeTokenReply,
  tokensReply,
  type TokenAccess,
} from '@ourmoney/shared/identity/api-tokens.ts'
import { askFor, tell } from './api.ts'

type Token = string | undefined

export type NewToken = {
  readonly name: string
  readonly access: TokenAccess
  readonly days: number
}

/** Tokens for a person's own programs; throws ApiError. */
export const tokensApi = {
  of: (token: Token, ledger: string) =>
    askFor(`/ledgers/${ledger}/tokens`, tokensReply, { token }),
  make: (token: Token, proof: string, ledger: string, body: NewToken) =>
    askFor(`/ledgers/${ledger}/tokens`, makeTokenReply, {
      method: 'POST',
      body,
      token,
      proof,
    }),
  revoke: (token: Token, ledger: string, id: string) =>
    tell(`/ledgers/${ledger}/tokens/${id}`, { method: 'DELETE', token }),
}
