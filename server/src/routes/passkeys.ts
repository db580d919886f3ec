import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { sessionReply } from '@ourmoney/shared/identity/api.ts'
import {
  addPasskeyRequest,
  passkeyOptionsReply,
  passkeyReply,
  passkeySignInRequest,
} from '@ourmoney/shared/identity/factors.ts'
import { Failure } from '../failure.ts'
import type { People } from '../people/people.ts'
import type { Proofs } from '../people/proofs.ts'
import type { BeginSession } from './begin-session.ts'
import type { SiteOf } from './site.ts'

type PasskeyDeps = {
  readonly people: People
  readonly proofs: Proofs
  readonly begin: BeginSession
  readonly siteOf: SiteOf
}

export function passkeyRoutes(deps: PasskeyDeps): FastifyPluginAsyncZod {
  const { begin, siteOf } = deps
  const { confirmed } = deps.proofs
  const { passkeys, sessions, users } = deps.people

  return async app => {
    app.post(
      '/passkeys/options',
      { schema: { response: { 200: passkeyOptionsReply } } },
      async request => {
        const { user, session } = confirmed(request)
        return {
          ...(await passkeys.beginAdding(siteOf(request), user, session)),
        }
      },
    )

    app.post(
      '/passkeys',
      {
        config: { act: 'passkey-add' },
        schema: { body: addPasskeyRequest, response: { 201: passkeyReply } },
      },
      async (request, reply) => {
        const { user, session } = confirmed(request)
        const { name, response } = request.body
        const site = siteOf(request)
        const added = await passkeys.add(site, user, session, name, response)
        return reply.code(201).send(added)
      },
    )

    app.delete(
      '/passkeys/:passkey',
      {
        config: { act: 'passkey-remove' },
        schema: {
          params: z.object({ passkey: z.string().regex(/^[\w-]{43}$/) }),
        },
      },
      async (request, reply) => {
        const { user, session } = confirmed(request)
        await passkeys.remove(user.id, request.params.passkey)
        await sessions.endAll(user.id, session)
        return reply.code(204).send()
      },
    )

    app.post(
      '/passkey/options',
      { schema: { response: { 200: passkeyOptionsReply } } },
      async request => ({ ...(await passkeys.beginSignIn(siteOf(request))) }),
    )

    app.post(
      '/passkey',
      {
        config: { act: 'sign-in' },
        schema: {
          body: passkeySignInRequest,
          response: { 200: sessionReply },
        },
      },
      async (request, reply) => {
        const { response } = request.body
        const id = await passkeys.verify(siteOf(request), response)
        const user = users.get(id)
        if (user === undefined) throw new Failure('wrong-passkey')
        return begin(request, reply, user, request.body.device)
      },
    )
  }
}
