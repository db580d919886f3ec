import {
  makeWebhookReply,
  testWebhookReply,
  webhooksReply,
} from '@ourmoney/shared/identity/webhooks.ts'
import { askFor, tell } from './api.ts'

type Token = string | undefined

/** Addresses that are told when a ledger changes; throws ApiError. */
export const webhooksApi = {
  of: (token: Token, ledger: string) =>
    askFor(`/ledgers/${ledger}/webhooks`, webhooksReply, { token }),
  make: (token: Token, proof: string, ledger: string, address: string) =>
    askFor(`/ledgers/${ledger}/webhooks`, makeWebhookReply, {
      method: 'POST',
      body: { address },
      token,
      proof,
    }),
  test: (token: Token, ledger: string, id: string) =>
    askFor(`/ledgers/${ledger}/webhooks/${id}/test`, testWebhookReply, {
      method: 'POST',
      token,
    }),
  revoke: (token: Token, ledger: string, id: string) =>
    tell(`/ledgers/${ledger}/webhooks/${id}`, { method: 'DELETE', token }),
}
