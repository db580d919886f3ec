import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import type { Registration } from '@ourmoney/shared/identity/api.ts'
import Fastify, { LogController } from 'fastify'
import type { FastifyInstance } from 'fastify'
import {
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import type { Access } from './people/access.ts'
import { createAccessTokens } from './people/access-tokens.ts'
import { createAccess, createIdentify } from './people/identify.ts'
import type { People } from './people/people.ts'
import { createProofs } from './people/proofs.ts'
import { createRegistrationLimit } from './people/registration-limit.ts'
import { createSignInLimits } from './people/sign-in-limits.ts'
import {
  answerFailures,
  answerUnreadable,
  answerUnroutable,
} from './plugins/failures.ts'
import {
  bodyLimit,
  limitRequestRate,
  refuseEncodedBodies,
  refuseWhenStopping,
  requestTimeout,
} from './plugins/limits.ts'
import { logAnswers, loggerOptions } from './plugins/logging.ts'
import { refuseOtherOrigins } from './plugins/same-origin.ts'
import {
  securityHeaders,
  sendSecurityHeaders,
} from './plugins/security-headers.ts'
import { readBuildPolicy, serveWebApp } from './plugins/web-app.ts'
import { adminRoutes } from './routes/admin.ts'
import { authRoutes } from './routes/auth.ts'
import { createBeginSession } from './routes/begin-session.ts'
import { confirmationRoutes } from './routes/confirmation.ts'
import { healthRoutes } from './routes/health.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { ledgerRoutes } from './routes/ledgers.ts'
import { memberRoutes } from './routes/members.ts'
import { passkeyRoutes } from './routes/passkeys.ts'
import { passwordRoutes } from './routes/passwords.ts'
import { registrationRoutes } from './routes/registration.ts'
import { secondFactorRoutes } from './routes/second-factor.ts'
import { serverRoutes } from './routes/server.ts'
import { createSiteOf } from './routes/site.ts'

export type Deps = {
  readonly people: People
  readonly secret: string
  readonly version: string
  /** Adds the replication endpoint, which asks `access` who is there. */
  readonly replication?: (app: FastifyInstance, access: Access) => Promise<void>
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer } | undefined
  /** `invite` when absent. */
  readonly registration?: Registration
  readonly trustProxy?: readonly string[]
  readonly publicUrl?: string | undefined
  /** The built app, and where assets of earlier builds are kept. */
  readonly webDirs?: readonly string[]
  readonly logLevel?: string
  /** Where log lines go; standard output when absent. */
  readonly logTo?: { write(line: string): void }
}

export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const { people, publicUrl, tls, webDirs = [] } = deps
  const { registration = 'invite' } = deps
  const policy = await readBuildPolicy(webDirs[0])
  const headers = securityHeaders({
    https: tls !== undefined || publicUrl?.startsWith('https:') === true,
    ...policy,
  })

  const app: FastifyInstance = Fastify({
    ...(tls !== undefined && { https: tls }),
    trustProxy: deps.trustProxy === undefined ? false : [...deps.trustProxy],
    bodyLimit,
    requestTimeout,
    genReqId: () => randomUUID(),
    frameworkErrors: answerUnroutable(headers),
    clientErrorHandler: answerUnreadable(headers),
    // `refuseWhenStopping` answers in our own shape.
    return503OnClosing: false,
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      ...loggerOptions(deps.logLevel ?? 'silent'),
      ...(deps.logTo !== undefined && { stream: deps.logTo }),
    },
  })
  // Forms can send text from any site without asking; JSON they cannot.
  app.removeContentTypeParser('text/plain')

  sendSecurityHeaders(app, headers)
  logAnswers(app)
  answerFailures(app)
  refuseWhenStopping(app)
  refuseEncodedBodies(app)
  await app.register(cookie)

  const tokens = await createAccessTokens(app, deps.secret)
  const identify = createIdentify(people, tokens)
  const proofs = createProofs(app, identify)

  await app.register(healthRoutes)
  await app.register(
    async api => {
      api.setValidatorCompiler(validatorCompiler)
      api.setSerializerCompiler(serializerCompiler)
      acceptEmptyJson(api)
      await limitRequestRate(api)
      await api.register(serverRoutes(people, deps.version, registration))
      await api.register(ledgerRoutes(people, identify, proofs))
      await api.register(memberRoutes(people, identify, proofs))
      await api.register(invitationRoutes(people, identify))
      await api.register(adminRoutes(people, identify, proofs), {
        prefix: '/admin',
      })
      const siteOf = createSiteOf(publicUrl)
      const begin = createBeginSession(people, tokens)
      await api.register(
        async auth => {
          refuseOtherOrigins(auth, publicUrl)
          await auth.register(
            authRoutes({
              people,
              tokens,
              identify,
              proofs,
              begin,
              limits: createSignInLimits(),
            }),
          )
          await auth.register(
            confirmationRoutes({
              people,
              identify,
              proofs,
              limits: createSignInLimits(),
              siteOf,
            }),
          )
          await auth.register(passwordRoutes(people, proofs))
          await auth.register(secondFactorRoutes(people, identify, proofs))
          await auth.register(passkeyRoutes({ people, proofs, begin, siteOf }))
          const limit = createRegistrationLimit()
          await auth.register(
            registrationRoutes({ people, begin, registration, limit }),
          )
        },
        { prefix: '/auth' },
      )
    },
    { prefix: '/api/v1' },
  )
  await deps.replication?.(app, createAccess(people, identify))
  await serveWebApp(app, [...webDirs])
  return app
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
