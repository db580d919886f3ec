import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { ledgerIdSchema, ledgerReply } from '@ourmoney/shared/identity/api.ts'
import {
  invitationReply,
  invitationRequest,
  invitationsReply,
  inviteReply,
  inviteRequest,
} from '@ourmoney/shared/identity/members.ts'
import { Failure } from '../failure.ts'
import type { Identify } from '../people/identify.ts'
import type { People } from '../people/people.ts'
import { note } from '../plugins/audited.ts'

const ofLedger = z.object({ ledger: ledgerIdSchema })

export function invitationRoutes(
  { invitations, ledgers }: People,
  identify: Identify,
): FastifyPluginAsyncZod {
  return async app => {
    app.post(
      '/ledgers/:ledger/invitations',
      {
        config: { act: 'invite' },
        schema: {
          params: ofLedger,
          body: inviteRequest,
          response: { 201: inviteReply },
        },
      },
      async (request, reply) => {
        const by = identify(request).user.id
        const { ledger } = request.params
        const { role } = request.body
        note(request, { role })
        const made = await invitations.create(ledger, by, role)
        return reply.code(201).send({ ...made.invitation, code: made.code })
      },
    )

    app.get(
      '/ledgers/:ledger/invitations',
      { schema: { params: ofLedger, response: { 200: invitationsReply } } },
      request => {
        const by = identify(request).user.id
        const { ledger } = request.params
        return { invitations: [...invitations.ofLedger(ledger, by)] }
      },
    )

    app.delete(
      '/ledgers/:ledger/invitations/:invitation',
      {
        config: { act: 'invitation-revoke' },
        schema: { params: ofLedger.extend({ invitation: z.uuid() }) },
      },
      async (request, reply) => {
        const by = identify(request).user.id
        const { ledger, invitation } = request.params
        await invitations.revoke(ledger, by, invitation)
        return reply.code(204).send()
      },
    )

    app.post(
      '/invitations/look',
      {
        schema: { body: invitationRequest, response: { 200: invitationReply } },
      },
      request => {
        const found = invitations.look(request.body.code)
        return { ...found, ledger: ledgers.nameOf(found.ledger) }
      },
    )

    app.post(
      '/invitations/accept',
      {
        config: { act: 'invitation-accept' },
        schema: { body: invitationRequest, response: { 200: ledgerReply } },
      },
      async request => {
        const { user } = identify(request)
        const id = await invitations.accept(request.body.code, user.id)
        const ledger = ledgers.ofUser(user.id).find(each => each.id === id)
        if (ledger === undefined) throw new Failure('invitation-gone')
        note(request, { ledger: id, role: ledger.role })
        return ledger
      },
    )
  }
}
