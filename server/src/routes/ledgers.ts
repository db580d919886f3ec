import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import {
  connectRequest,
  ledgerIdSchema,
  ledgerReply,
  ledgersReply,
} from '@ourmoney/shared/identity/api.ts'
import type { Identify } from '../people/identify.ts'
import type { People } from '../people/people.ts'
import type { Proofs } from '../people/proofs.ts'

const ofLedger = z.object({ ledger: ledgerIdSchema })

export function ledgerRoutes(
  { ledgers }: People,
  identify: Identify,
  { confirmed }: Proofs,
): FastifyPluginAsyncZod {
  return async app => {
    app.get(
      '/ledgers',
      { schema: { response: { 200: ledgersReply } } },
      request => {
        const { user } = identify(request)
        return {
          ledgers: [...ledgers.ofUser(user.id)],
          deleted: [...ledgers.deletedOf(user.id)],
        }
      },
    )

    app.put(
      '/ledgers/:ledger',
      {
        config: { act: 'ledger-connect' },
        schema: {
          params: ofLedger,
          body: connectRequest,
          response: { 200: ledgerReply },
        },
      },
      request => {
        const { user } = identify(request)
        const { ledger } = request.params
        return ledgers.connect(user.id, ledger, request.body.name)
      },
    )

    app.delete(
      '/ledgers/:ledger',
      { config: { act: 'ledger-delete' }, schema: { params: ofLedger } },
      async (request, reply) => {
        const { user } = confirmed(request)
        await ledgers.remove(request.params.ledger, user.id)
        return reply.code(204).send()
      },
    )

    app.post(
      '/ledgers/:ledger/restore',
      {
        config: { act: 'ledger-restore' },
        schema: { params: ofLedger, response: { 200: ledgerReply } },
      },
      request => {
        const { user } = confirmed(request)
        return ledgers.restore(request.params.ledger, user.id)
      },
    )
  }
}
