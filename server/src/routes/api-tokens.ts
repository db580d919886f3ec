import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { ledgerIdSchema } from '@ourmoney/shared/identity/api.ts'
import {
  makeTokenReply,
  makeTokenRequest,
  tokensReply,
} from '@ourmoney/shared/identity/api-tokens.ts'
import { Failure } from '../failure.ts'
import type { ApiToken } from '../people/api-tokens.ts'
import type { Identify } from '../people/identify.ts'
import type { People } from '../people/people.ts'
import type { Proofs } from '../people/proofs.ts'
import { note } from '../plugins/audited.ts'

const ofLedger = z.object({ ledger: ledgerIdSchema })
const ofToken = ofLedger.extend({ token: z.string().regex(/^[\w-]{43}$/) })

/** For people at the app: a program cannot make itself another token. */
export function apiTokenRoutes(
  { apiTokens, ledgers, users }: People,
  identify: Identify,
  { confirmed }: Proofs,
): FastifyPluginAsyncZod {
  function tell<Told extends ApiToken>(token: Told) {
    return { ...token, user: users.nameOf(token.user) }
  }

  /** Those that a member may see and revoke. */
  function seenBy(user: string, ledger: string): readonly ApiToken[] {
    const role = ledgers.roleOf(user, ledger)
    if (role === undefined) throw new Failure('not-found')
    const all = apiTokens.ofLedger(ledger)
    return role === 'owner' ? all : all.filter(each => each.user === user)
  }

  return async app => {
    app.get(
      '/ledgers/:ledger/tokens',
      { schema: { params: ofLedger, response: { 200: tokensReply } } },
      request => {
        const { user } = identify(request)
        const seen = seenBy(user.id, request.params.ledger)
        return { tokens: seen.map(tell) }
      },
    )

    app.post(
      '/ledgers/:ledger/tokens',
      {
        config: { act: 'api-token-make' },
        schema: {
          params: ofLedger,
          body: makeTokenRequest,
          response: { 201: makeTokenReply },
        },
      },
      async (request, reply) => {
        const user = confirmed(request).user.id
        const { ledger } = request.params
        if (ledgers.roleOf(user, ledger) === undefined) {
          throw new Failure('not-found')
        }
        const made = await apiTokens.make({ ...request.body, user, ledger })
        return reply.code(201).send(tell(made))
      },
    )

    app.delete(
      '/ledgers/:ledger/tokens/:token',
      { config: { act: 'api-token-revoke' }, schema: { params: ofToken } },
      async (request, reply) => {
        const { user } = identify(request)
        const { ledger, token } = request.params
        const found = seenBy(user.id, ledger).find(({ id }) => id === token)
        if (found === undefined) throw new Failure('not-found')
        note(request, { about: found.user })
        await apiTokens.revoke(ledger, token)
        return reply.code(204).send()
      },
    )
  }
}
