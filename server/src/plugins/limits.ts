import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { Failure } from '../failure.ts'
import { clientBlock } from '../people/client-block.ts'

/** Milliseconds for a whole request to arrive. */
export const requestTimeout = 120_000
/** Bytes; routes that take more say so. */
export const bodyLimit = 16 * 1024

/** A proxy in front and we could each believe another (RFC 9112, 3.2). */
export function refuseSecondHosts(app: FastifyInstance): void {
  app.addHook('onRequest', async request => {
    const names = request.raw.rawHeaders.filter((_, at) => at % 2 === 0)
    const hosts = names.filter(name => name.toLowerCase() === 'host')
    if (hosts.length > 1) throw new Failure('bad-request', { detail: 'host' })
  })
}

export function refuseEncodedBodies(app: FastifyInstance): void {
  app.addHook('onRequest', async request => {
    const encoding = request.headers['content-encoding'] ?? 'identity'
    if (encoding.toLowerCase() !== 'identity') {
      throw new Failure('unsupported-media-type')
    }
  })
}

/** Between the signal to stop and the last answer nothing new is begun. */
export function refuseWhenStopping(app: FastifyInstance): void {
  let isStopping = false
  app.addHook('preClose', async () => {
    isStopping = true
  })
  app.addHook('onRequest', async request => {
    if (isStopping && request.routeOptions.url !== '/health/live') {
      throw new Failure('shutting-down', { retryAfter: 5 })
    }
  })
  app.addHook('onSend', async (_request, reply) => {
    // A connection that is kept alive would keep the server from ending.
    if (isStopping) void reply.header('connection', 'close')
  })
}

/** For the API only: replication is bounded by its own costs. */
export async function limitRequestRate(
  app: FastifyInstance,
  /** A minute, from one address. */
  max = 600,
): Promise<void> {
  await app.register(rateLimit, {
    max,
    timeWindow: 60_000,
    keyGenerator: request => clientBlock(request.ip),
    addHeaders: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
      'retry-after': false,
    },
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    errorResponseBuilder: (_request, { ttl }) =>
      new Failure('too-many-requests', { retryAfter: Math.ceil(ttl / 1000) }),
  })
}
