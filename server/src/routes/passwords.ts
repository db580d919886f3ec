import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import {
  passwordRequest,
  resetRequest,
} from '@ourmoney/shared/identity/factors.ts'
import type { People } from '../people/people.ts'
import type { Proofs } from '../people/proofs.ts'
import { note } from '../plugins/audited.ts'

export function passwordRoutes(
  { users, sessions, resets }: People,
  { confirmed }: Proofs,
): FastifyPluginAsyncZod {
  return async app => {
    app.put(
      '/password',
      { config: { act: 'password-change' }, schema: { body: passwordRequest } },
      async (request, reply) => {
        const { user, session } = confirmed(request)
        const { password } = request.body
        const change = await users.preparePassword(user.id, password)
        await change()
        await resets.cancel(user.id)
        await sessions.endAll(user.id, session)
        return reply.code(204).send()
      },
    )

    app.post(
      '/reset',
      { config: { act: 'reset' }, schema: { body: resetRequest } },
      async (request, reply) => {
        const { token, password } = request.body
        note(request, { user: await resets.redeem(token, password) })
        return reply.code(204).send()
      },
    )
  }
}
