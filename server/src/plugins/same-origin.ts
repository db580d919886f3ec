import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Failure } from '../failure.ts'

/**
 * Cookies travel with requests that other sites cause; this refuses those.
 * Every browser sends `Origin` or `Sec-Fetch-Site` with them, and no page can
 * forge either. Programs send neither, and carry no one else's cookie.
 */
export function refuseOtherOrigins(
  app: FastifyInstance,
  publicUrl: string | undefined,
): void {
  app.addHook('onRequest', async request => {
    const site = request.headers['sec-fetch-site'] ?? 'same-origin'
    const origin = request.headers.origin
    const isOurs =
      (site === 'same-origin' || site === 'none') &&
      (origin === undefined || isOwnOrigin(origin, request, publicUrl))
    if (!isOurs) throw new Failure('wrong-origin')
  })
}

function isOwnOrigin(
  origin: string,
  request: FastifyRequest,
  publicUrl: string | undefined,
): boolean {
  if (publicUrl !== undefined) return origin === publicUrl
  // Not the scheme: behind a proxy that is not trusted by name, we see http where the browser sees https.
  return URL.parse(origin)?.host === request.host.toLowerCase()
}
