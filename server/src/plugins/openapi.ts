import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { OpenAPIV3_1 } from 'openapi-types'
import * as z from 'zod'
import { webhookBody } from '@ourmoney/shared/identity/webhooks.ts'

export type OpenApi = OpenAPIV3_1.Document

/** Gathers what every route under `/api/v1` says of itself; before any route. */
export async function describeRoutes(
  app: FastifyInstance,
  version: string,
): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'OurMoney',
        version,
        description:
          'A ledger for programs: the same records by the same rules as on every device. Amounts are whole minor units. What goes wrong is told as problem details (RFC 9457).',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      webhooks: { changed },
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            description:
              'A token from Settings, Programs; routes about people want a session instead.',
          },
        },
      },
      security: [{ bearer: [] }],
    },
    transform: route => {
      const { url } = route
      // There is none where a route asks nothing.
      const schema: FastifySchema | undefined = route.schema
      if (!url.startsWith('/api/v1/')) return { schema: { hide: true }, url }
      const told = jsonSchemaTransform({
        ...route,
        schema: { ...schema, tags: schema?.tags ?? [tagOf(url)] },
      } as never)
      return {
        ...told,
        schema: {
          ...told.schema,
          ...(isOpen(url) && { security: [] }),
          response: {
            ...(told.schema.response ?? done),
            default: problem,
          },
        },
      }
    },
  })
}

/** What we ask of others. */
const changed: OpenAPIV3_1.PathItemObject = {
  post: {
    summary: 'A ledger has changed',
    description:
      'Asked of the address of a webhook, and signed as Standard Webhooks says.',
    tags: ['Webhooks'],
    security: [],
    requestBody: {
      content: {
        'application/json': { schema: z.toJSONSchema(webhookBody) as object },
      },
    },
    responses: {
      '2XX': { description: 'Heard; anything else is tried again' },
      '410': { description: 'To be asked no more' },
    },
  },
}

const done = { 204: { type: 'null', description: 'Done' } }

const problem = {
  description: 'What went wrong',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'code'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string', description: 'For programs' },
          detail: { type: 'string', description: 'Where it is wrong' },
        },
      },
    },
  },
}

function tagOf(url: string): string {
  if (url.startsWith('/api/v1/auth')) return 'Signing in'
  return url.startsWith('/api/v1/admin') ? 'Admin' : 'People'
}

/** Asked by whoever has no session yet. */
function isOpen(url: string): boolean {
  return /^\/api\/v1\/(server|invitations\/look|auth\/(set-up|register|sign-in|refresh|sign-out|reset|passkey|passkey\/options))$/.test(
    url,
  )
}
