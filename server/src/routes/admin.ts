import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import {
  changeUserRequest,
  resetLinkReply,
  userReply,
  usersReply,
} from '@ourmoney/shared/identity/users.ts'
import { Failure } from '../failure.ts'
import type { Identify } from '../people/identify.ts'
import type { People } from '../people/people.ts'
import type { Proofs } from '../people/proofs.ts'

const ofUser = z.object({ user: z.uuid() })

/** For who keeps the server: its users, never anybody's ledger. */
export function adminRoutes(
  people: People,
  identify: Identify,
  { confirmed }: Proofs,
): FastifyPluginAsyncZod {
  const { users } = people

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
    app.get(
      '/users',
      { schema: { response: { 200: usersReply } } },
      request => {
        asAdmin(request)
        return { users: [...users.all()] }
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
