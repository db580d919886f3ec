import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import {
  confirmRequest,
  proofReply,
} from '@ourmoney/shared/identity/factors.ts'
import { Failure } from '../failure.ts'
import type { Identify } from '../people/identify.ts'
import type { People } from '../people/people.ts'
import type { Proofs } from '../people/proofs.ts'
import type { SignInLimits } from '../people/sign-in-limits.ts'
import type { SiteOf } from './site.ts'

type ConfirmationDeps = {
  readonly people: People
  readonly identify: Identify
  readonly proofs: Proofs
  /** Its own: who guesses at the sign-in must not keep the right person from confirming. */
  readonly limits: SignInLimits
  readonly siteOf: SiteOf
}

export function confirmationRoutes(
  deps: ConfirmationDeps,
): FastifyPluginAsyncZod {
  const { people, identify, proofs, limits, siteOf } = deps
  return async app => {
    app.post(
      '/confirm',
      {
        config: { act: 'confirm' },
        schema: { body: confirmRequest, response: { 200: proofReply } },
      },
      async request => {
        const { user, session } = identify(request)
        const giveBack = limits.attempt(user.name, request.ip)
        if ('response' in request.body) {
          const { response } = request.body
          const owner = await people.passkeys.verify(siteOf(request), response)
          if (owner !== user.id) throw new Failure('wrong-passkey')
        } else {
          const { password, code } = request.body
          const found = await people.users.signIn(user.name, password)
          if (found?.id !== user.id) throw new Failure('wrong-password')
          await people.secondFactor.check(user.id, code)
        }
        giveBack()
        return { proof: proofs.issue(session), expiresIn: proofs.lifetime }
      },
    )
  }
}
