import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import type { Registration } from '@ourmoney/shared/identity/api.ts'
import Fastify, { LogController } from 'fastify'
import type { FastifyInstance, RouteOptions } from 'fastify'
import type { Operations } from './operations.ts'
import type { Access } from './people/access.ts'
import { createAccessTokens } from './people/access-tokens.ts'
import { createAccess, createIdentify } from './people/identify.ts'
import type { People } from './people/people.ts'
import { createProofs } from './people/proofs.ts'
import { note } from './plugins/audited.ts'
import {
  answerFailures,
  answerUnreadable,
  answerUnroutable,
} from './plugins/failures.ts'
import {
  bodyLimit,
  refuseEncodedBodies,
  refuseSecondHosts,
  refuseWhenStopping,
  requestTimeout,
} from './plugins/limits.ts'
import { refuseWhenOverloaded } from './plugins/overload.ts'
import { logAnswers, loggerOptions } from './plugins/logging.ts'
import { describeRoutes } from './plugins/openapi.ts'
import {
  securityHeaders,
  sendSecurityHeaders,
} from './plugins/security-headers.ts'
import { readBuildPolicy, serveWebApp } from './plugins/web-app.ts'
import { apiRoutes, type ApiDeps } from './routes/api.ts'
import { docsRoutes } from './routes/docs.ts'
import { healthRoutes } from './routes/health.ts'

export type Deps = {
  readonly people: People
  readonly secret: string
  readonly version: string
  readonly deliveries: ApiDeps['deliveries']
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
  readonly operations?: Operations
  /** Hears of every answer. */
  readonly watch?: (app: FastifyInstance) => void
  /** Milliseconds that work may wait for its turn before more is refused; any when absent. */
  readonly mostDelay?: number
  /** Hears of every route, so that somebody can check that none is forgotten. */
  readonly onRoute?: (route: RouteOptions) => void
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
  if (deps.onRoute !== undefined) app.addHook('onRoute', deps.onRoute)
  // Forms can send text from any site without asking; JSON they cannot.
  app.removeContentTypeParser('text/plain')

  sendSecurityHeaders(app, headers)
  logAnswers(app)
  answerFailures(app)
  refuseWhenStopping(app)
  refuseSecondHosts(app)
  refuseEncodedBodies(app)
  deps.watch?.(app)
  if (deps.mostDelay !== undefined) {
    await refuseWhenOverloaded(app, deps.mostDelay)
  }
  await app.register(cookie)
  const { version, operations, deliveries } = deps
  await describeRoutes(app, version)

  const tokens = await createAccessTokens(app, deps.secret)
  const identify = createIdentify(people, tokens, (request, user) =>
    note(request, { user }),
  )
  const proofs = createProofs(app, identify)

  await app.register(healthRoutes(operations, people.following))
  await app.register(docsRoutes)
  await app.register(
    apiRoutes({
      people,
      tokens,
      identify,
      proofs,
      version,
      registration,
      publicUrl,
      operations,
      deliveries,
    }),
    { prefix: '/api/v1' },
  )
  await deps.replication?.(app, createAccess(people, identify))
  await serveWebApp(app, [...webDirs])
  return app
}
