import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Registration } from '@ourmoney/shared/identity/api.ts'
import { serverReply } from '@ourmoney/shared/identity/api.ts'
import type { People } from '../people/people.ts'

export function serverRoutes(
  people: People,
  version: string,
  registration: Registration,
): FastifyPluginAsyncZod {
  return async app => {
    app.get('/server', { schema: { response: { 200: serverReply } } }, () => ({
      version,
      needsSetup: people.users.isEmpty(),
      registration,
    }))
  }
}
