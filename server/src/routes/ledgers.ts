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

export function ledgerRoutes(
  people: People,
  identify: Identify,
): FastifyPluginAsyncZod {
  return async app => {
    app.get(
      '/ledgers',
      { schema: { response: { 200: ledgersReply } } },
      request => ({
        ledgers: [...people.ledgers.ofUser(identify(request).user.id)],
      }),
    )

    app.put(
      '/ledgers/:ledger',
      {
        schema: {
          params: z.object({ ledger: ledgerIdSchema }),
          body: connectRequest,
          response: { 200: ledgerReply },
        },
      },
      request => {
        const { user } = identify(request)
        const { ledger } = request.params
        return people.ledgers.connect(user.id, ledger, request.body.name)
      },
    )
  }
}
