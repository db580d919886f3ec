import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { ledgerIdSchema } from '@ourmoney/shared/identity/api.ts'
import {
  makeWebhookReply,
  makeWebhookRequest,
  testWebhookReply,
  webhooksReply,
} from '@ourmoney/shared/identity/webhooks.ts'
import { Failure } from '../failure.ts'
import type { Identify } from '../people/identify.ts'
import type { People } from '../people/people.ts'
import type { Proofs } from '../people/proofs.ts'
import type { Webhook } from '../people/webhooks.ts'
import { note } from '../plugins/audited.ts'
import type { Deliveries } from '../webhooks/deliveries.ts'

const ofLedger = z.object({ ledger: ledgerIdSchema })
const ofWebhook = ofLedger.extend({ webhook: z.uuid() })

export type WebhookRoutesDeps = {
  readonly people: People
  readonly identify: Identify
  readonly proofs: Proofs
  readonly deliveries: Pick<Deliveries, 'readAddress' | 'positionOf' | 'test'>
}

/** For people at the app, beside the tokens of their programs. */
export function webhookRoutes({
  people: { webhooks, ledgers, users },
  identify,
  proofs: { confirmed },
  deliveries,
}: WebhookRoutesDeps): FastifyPluginAsyncZod {
  function tell<Told extends Webhook>(webhook: Told) {
    return { ...webhook, user: users.nameOf(webhook.user) }
  }

  /** Those that a member may see, test and revoke. */
  function seenBy(user: string, ledger: string): readonly Webhook[] {
    const role = ledgers.roleOf(user, ledger)
    if (role === undefined) throw new Failure('not-found')
    const all = webhooks.ofLedger(ledger, user)
    return role === 'owner' ? all : all.filter(each => each.user === user)
  }

  function find(user: string, { ledger, webhook }: z.infer<typeof ofWebhook>) {
    const found = seenBy(user, ledger).find(({ id }) => id === webhook)
    if (found === undefined) throw new Failure('not-found')
    return found
  }

  return async app => {
    app.get(
      '/ledgers/:ledger/webhooks',
      { schema: { params: ofLedger, response: { 200: webhooksReply } } },
      request => {
        const { user } = identify(request)
        const seen = seenBy(user.id, request.params.ledger)
        return { webhooks: seen.map(tell) }
      },
    )

    app.post(
      '/ledgers/:ledger/webhooks',
      {
        config: { act: 'webhook-make' },
        schema: {
          params: ofLedger,
          body: makeWebhookRequest,
          response: { 201: makeWebhookReply },
        },
      },
      async (request, reply) => {
        const user = confirmed(request).user.id
        const { ledger } = request.params
        if (ledgers.roleOf(user, ledger) === undefined) {
          throw new Failure('not-found')
        }
        const address = deliveries.readAddress(request.body.address)
        if (address === undefined) throw new Failure('wrong-address')
        const told = await deliveries.positionOf(ledger)
        const made = await webhooks.make({ user, ledger, address, told })
        return reply.code(201).send(tell(made))
      },
    )

    app.post(
      '/ledgers/:ledger/webhooks/:webhook/test',
      {
        config: { act: 'webhook-test' },
        schema: { params: ofWebhook, response: { 200: testWebhookReply } },
      },
      async request => {
        const { user } = identify(request)
        const found = find(user.id, request.params)
        note(request, { about: found.user })
        return { failure: await deliveries.test(found.id, user.id) }
      },
    )

    app.delete(
      '/ledgers/:ledger/webhooks/:webhook',
      { config: { act: 'webhook-revoke' }, schema: { params: ofWebhook } },
      async (request, reply) => {
        const found = find(identify(request).user.id, request.params)
        note(request, { about: found.user })
        await webhooks.revoke(request.params.ledger, found.id)
        return reply.code(204).send()
      },
    )
  }
}
