import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { registerRequest, sessionReply } from '@ourmoney/shared/identity/api.ts'
import type { Registration } from '@ourmoney/shared/identity/api.ts'
import { Failure } from '../failure.ts'
import type { People } from '../people/people.ts'
import type { RegistrationLimit } from '../people/registration-limit.ts'
import { note } from '../plugins/audited.ts'
import type { BeginSession } from './begin-session.ts'

type RegistrationDeps = {
  readonly people: People
  readonly begin: BeginSession
  readonly registration: Registration
  readonly limit: RegistrationLimit
}

export function registrationRoutes(
  deps: RegistrationDeps,
): FastifyPluginAsyncZod {
  const { begin, registration, limit } = deps
  const { users, invitations } = deps.people

  return async app => {
    app.post(
      '/register',
      {
        config: { act: 'register' },
        schema: { body: registerRequest, response: { 200: sessionReply } },
      },
      async (request, reply) => {
        const { name, password, device, code } = request.body
        const isUninvited = code === undefined && registration !== 'open'
        // The first user comes by the set-up link only.
        if (registration === 'closed' || isUninvited || users.isEmpty()) {
          throw new Failure('registration-closed')
        }
        limit(request.ip)
        if (code !== undefined) {
          const { ledger, role } = invitations.look(code)
          note(request, { ledger, role })
        }
        const create = () => users.create({ name, password, admin: false })
        const user =
          code === undefined
            ? await create()
            : await invitations.acceptAs(code, create)
        return begin(request, reply, user, device)
      },
    )
  }
}
