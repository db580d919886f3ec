import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import {
  codeRequest,
  factorsReply,
  recoveryCodesReply,
  totpReply,
} from '@ourmoney/shared/identity/factors.ts'
import type { Identify } from '../people/identify.ts'
import type { People } from '../people/people.ts'
import type { Proofs } from '../people/proofs.ts'

/** What a person has besides the password. Turning it on or off ends every other session. */
export function secondFactorRoutes(
  { secondFactor, passkeys, sessions }: People,
  identify: Identify,
  { confirmed }: Proofs,
): FastifyPluginAsyncZod {
  const answersCodes = { response: { 200: recoveryCodesReply } }

  return async app => {
    app.get(
      '/factors',
      { schema: { response: { 200: factorsReply } } },
      request => {
        const { id } = identify(request).user
        return {
          totp: secondFactor.isOn(id),
          recoveryCodesLeft: secondFactor.recoveryCodesLeft(id),
          passkeys: [...passkeys.ofUser(id)],
        }
      },
    )

    app.post('/totp', { schema: { response: { 200: totpReply } } }, request =>
      secondFactor.begin(confirmed(request).user.id),
    )

    app.put(
      '/totp',
      {
        config: { act: 'second-factor-on' },
        schema: { body: codeRequest, ...answersCodes },
      },
      async request => {
        const { user, session } = confirmed(request)
        const codes = await secondFactor.turnOn(user.id, request.body.code)
        await sessions.endAll(user.id, session)
        return { codes: [...codes] }
      },
    )

    app.delete(
      '/totp',
      { config: { act: 'second-factor-off' } },
      async (request, reply) => {
        const { user, session } = confirmed(request)
        await secondFactor.turnOff(user.id)
        await sessions.endAll(user.id, session)
        return reply.code(204).send()
      },
    )

    app.post(
      '/recovery-codes',
      { config: { act: 'recovery-codes' }, schema: answersCodes },
      async request => {
        const { user } = confirmed(request)
        return { codes: [...(await secondFactor.renewRecoveryCodes(user.id))] }
      },
    )
  }
}
