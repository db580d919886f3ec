import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import {
  changeUserRequest,
  resetLinkReply,
  userReply,
  usersReply,
} from '@ourmoney/shared/identity/users.ts'
import { Failure } from '../failure.ts'
import type { Operations } from '../operations.ts'
import type { Identify } from '../people/identify.ts'
import type { People } from '../people/people.ts'
import type { Proofs } from '../people/proofs.ts'
import { operationsRoutes } from './operations.ts'

const ofUser = z.object({ user: z.uuid() })

/** For who keeps the server: its users, never anybody's ledger. */
export function adminRoutes(
  people: People,
  identify: Identify,
  { confirmed }: Proofs,
  operations: Operations | undefined,
): FastifyPluginAsyncZod {
  const { users, sessions } = people

  /** Live, like everything else: who was admin when they signed in may be none now. */
  function admin(who: Identify): Identify {
    return request => {
      const signedIn = who(request)
      if (!signedIn.user.admin) throw new Failure('forbidden')
      return signedIn
    }
  }
  const asAdmin = admin(identify)
  const asConfirmedAdmin = admin(confirmed)

  return async app => {
    await app.register(
      operationsRoutes({ people, operations, asAdmin, asConfirmedAdmin }),
    )

    app.delete(
      '/users/:user/sessions',
      { config: { act: 'sessions-end' }, schema: { params: ofUser } },
      async (request, reply) => {
        asConfirmedAdmin(request)
        await sessions.endAll(request.params.user)
        return reply.code(204).send()
      },
    )

    app.get(
      '/users',
      { schema: { response: { 200: usersReply } } },
      request => {
        asAdmin(request)
        return {
          users: users.all().map(user => ({
            ...user,
            sessions: sessions.ofUser(user.id).length,
          })),
        }
      },
    )

    app.put(
      '/users/:user',
      {
        config: { act: 'user-change' },
        schema: {
          params: ofUser,
          body: changeUserRequest,
          response: { 200: userReply },
        },
      },
      request => {
        asConfirmedAdmin(request)
        return people.changeUser(request.params.user, request.body)
      },
    )

    app.post(
      '/users/:user/reset-link',
      {
        config: { act: 'reset-link' },
        schema: { params: ofUser, response: { 201: resetLinkReply } },
      },
      async (request, reply) => {
        asConfirmedAdmin(request)
        const { user } = request.params
        if (users.get(user) === undefined) throw new Failure('not-found')
        return reply.code(201).send(await people.resets.create(user))
      },
    )
  }
}
