import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { ledgerIdSchema } from '@ourmoney/shared/identity/api.ts'
import {
  handOverRequest,
  memberReply,
  membersReply,
  roleRequest,
} from '@ourmoney/shared/identity/members.ts'
import { Failure } from '../failure.ts'
import type { Identify } from '../people/identify.ts'
import type { People } from '../people/people.ts'
import type { Proofs } from '../people/proofs.ts'
import { note } from '../plugins/audited.ts'

const ofLedger = z.object({ ledger: ledgerIdSchema })
const ofMember = ofLedger.extend({ user: z.uuid() })

export function memberRoutes(
  { ledgers, members }: People,
  identify: Identify,
  { confirmed }: Proofs,
): FastifyPluginAsyncZod {
  return async app => {
    app.get(
      '/ledgers/:ledger/members',
      { schema: { params: ofLedger, response: { 200: membersReply } } },
      request => {
        const { user } = identify(request)
        const { ledger } = request.params
        if (ledgers.roleOf(user.id, ledger) === undefined) {
          throw new Failure('not-found')
        }
        return { members: [...members.of(ledger)] }
      },
    )

    app.put(
      '/ledgers/:ledger/members/:user',
      {
        config: { act: 'member-role' },
        schema: {
          params: ofMember,
          body: roleRequest,
          response: { 200: memberReply },
        },
      },
      request => {
        const by = identify(request).user.id
        const { ledger, user } = request.params
        const { role } = request.body
        note(request, { role })
        return members.setRole(ledger, by, user, role)
      },
    )

    app.delete(
      '/ledgers/:ledger/members/:user',
      { config: { act: 'member-remove' }, schema: { params: ofMember } },
      async (request, reply) => {
        const by = identify(request).user.id
        const { ledger, user } = request.params
        await members.remove(ledger, by, user)
        return reply.code(204).send()
      },
    )

    app.post(
      '/ledgers/:ledger/hand-over',
      {
        config: { act: 'hand-over' },
        schema: {
          params: ofLedger,
          body: handOverRequest,
          response: { 200: membersReply },
        },
      },
      async request => {
        const by = confirmed(request).user.id
        const { ledger } = request.params
        note(request, { about: request.body.user })
        await members.handOver(ledger, by, request.body.user)
        return { members: [...members.of(ledger)] }
      },
    )
  }
}
