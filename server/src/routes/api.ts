import type { FastifyInstance } from 'fastify'
import {
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import type { Registration } from '@ourmoney/shared/identity/api.ts'
import type { Operations } from '../operations.ts'
import type { AccessTokens } from '../people/access-tokens.ts'
import type { Identify } from '../people/identify.ts'
import type { People } from '../people/people.ts'
import type { Proofs } from '../people/proofs.ts'
import { createRegistrationLimit } from '../people/registration-limit.ts'
import { createSignInLimits } from '../people/sign-in-limits.ts'
import { auditActs } from '../plugins/audited.ts'
import { limitRequestRate } from '../plugins/limits.ts'
import { refuseOtherOrigins } from '../plugins/same-origin.ts'
import { adminRoutes } from './admin.ts'
import { apiTokenRoutes } from './api-tokens.ts'
import { auditRoutes } from './audit.ts'
import { authRoutes } from './auth.ts'
import { createBeginSession } from './begin-session.ts'
import { confirmationRoutes } from './confirmation.ts'
import { invitationRoutes } from './invitations.ts'
import { ledgerRoutes } from './ledgers.ts'
import { memberRoutes } from './members.ts'
import { passkeyRoutes } from './passkeys.ts'
import { passwordRoutes } from './passwords.ts'
import { registrationRoutes } from './registration.ts'
import { secondFactorRoutes } from './second-factor.ts'
import { serverRoutes } from './server.ts'
import { createSiteOf } from './site.ts'
import { webhookRoutes, type WebhookRoutesDeps } from './webhooks.ts'

export type ApiDeps = {
  readonly people: People
  readonly tokens: AccessTokens
  readonly identify: Identify
  readonly proofs: Proofs
  readonly version: string
  readonly registration: Registration
  readonly publicUrl: string | undefined
  readonly operations: Operations | undefined
  readonly deliveries: WebhookRoutesDeps['deliveries']
}

/** Everything under `/api/v1`. */
export function apiRoutes(deps: ApiDeps) {
  const { people, tokens, identify, proofs, deliveries } = deps
  const { registration, publicUrl } = deps
  const siteOf = createSiteOf(publicUrl)
  const begin = createBeginSession(people, tokens)

  /** The only routes that look at a cookie. */
  async function auth(app: FastifyInstance): Promise<void> {
    refuseOtherOrigins(app, publicUrl)
    await app.register(
      authRoutes({
        people,
        tokens,
        identify,
        proofs,
        begin,
        limits: createSignInLimits(),
      }),
    )
    await app.register(
      confirmationRoutes({
        people,
        identify,
        proofs,
        limits: createSignInLimits(),
        siteOf,
      }),
    )
    await app.register(passwordRoutes(people, proofs))
    await app.register(secondFactorRoutes(people, identify, proofs))
    await app.register(passkeyRoutes({ people, proofs, begin, siteOf }))
    const limit = createRegistrationLimit()
    await app.register(
      registrationRoutes({ people, begin, registration, limit }),
    )
  }

  return async (app: FastifyInstance): Promise<void> => {
    app.setValidatorCompiler(validatorCompiler)
    app.setSerializerCompiler(serializerCompiler)
    acceptEmptyJson(app)
    await limitRequestRate(app)
    auditActs(app, people.audit)
    await app.register(serverRoutes(people, deps.version, registration))
    await app.register(ledgerRoutes(people, identify, proofs))
    await app.register(memberRoutes(people, identify, proofs))
    await app.register(invitationRoutes(people, identify))
    await app.register(apiTokenRoutes(people, identify, proofs))
    await app.register(webhookRoutes({ people, identify, proofs, deliveries }))
    await app.register(auditRoutes(people, identify))
    await app.register(adminRoutes(people, identify, proofs, deps.operations), {
      prefix: '/admin',
    })
    await app.register(auth, { prefix: '/auth' })
  }
}

/** Clients send `content-type: application/json` also where there is no body. */
function acceptEmptyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (request, body, done) => {
      if (body === '') done(null, undefined)
      else void parse(request, String(body), done)
    },
  )
}
