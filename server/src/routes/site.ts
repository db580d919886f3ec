import type { FastifyRequest } from 'fastify'
import type { Site } from '../people/passkeys.ts'

export type SiteOf = (request: FastifyRequest) => Site

/** The site that passkeys belong to: `publicUrl`, or whatever the browser asked for. */
export function createSiteOf(publicUrl: string | undefined): SiteOf {
  return request => {
    if (publicUrl !== undefined) {
      return { host: new URL(publicUrl).hostname, origins: [publicUrl] }
    }
    // Both schemes: behind a proxy that is not trusted by name, we see http where the browser sees https.
    const host = request.host.toLowerCase()
    return {
      host: request.hostname.toLowerCase(),
      origins: [`https://${host}`, `http://${host}`],
    }
  }
}
