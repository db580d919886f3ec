import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { ledgerIdSchema } from '@ourmoney/shared/identity/api.ts'
import { auditReply } from '@ourmoney/shared/identity/audit.ts'
import { Failure } from '../failure.ts'
import type { AuditEvent } from '../people/audit.ts'
import type { Identify } from '../people/identify.ts'
import type { People } from '../people/people.ts'

/** As many as are told at once, the newest. */
const most = 500

export function auditRoutes(
  { audit, ledgers, users }: People,
  identify: Identify,
): FastifyPluginAsyncZod {
  const answersEvents = { response: { 200: auditReply } }

  /** Addresses are told of one's own doings, and to the server's admin. */
  function tell(
    events: readonly AuditEvent[],
    isTold: (by?: string) => boolean,
  ) {
    return {
      events: events.slice(0, most).map(({ user, about, from, ...event }) => ({
        ...event,
        user: user && users.nameOf(user),
        about: about && users.nameOf(about),
        from: isTold(user) ? from : undefined,
      })),
    }
  }

  return async app => {
    app.get('/auth/audit', { schema: answersEvents }, request => {
      const { id } = identify(request).user
      const own = audit.find(({ user, about }) => user === id || about === id)
      return tell(own, by => by === id)
    })

    app.get(
      '/ledgers/:ledger/audit',
      {
        schema: {
          params: z.object({ ledger: ledgerIdSchema }),
          ...answersEvents,
        },
      },
      request => {
        const { user } = identify(request)
        const id = request.params.ledger
        const role = ledgers.roleOf(user.id, id)
        if (role === undefined) throw new Failure('not-found')
        if (role !== 'owner') throw new Failure('forbidden')
        const events = audit.find(({ ledger }) => ledger === id)
        return tell(events, by => by === user.id)
      },
    )

    app.get('/admin/audit', { schema: answersEvents }, request => {
      const { user } = identify(request)
      if (!user.admin) throw new Failure('forbidden')
      const events = audit.find(({ ledger }) => ledger === undefined)
      return tell(events, () => true)
    })
  }
}
