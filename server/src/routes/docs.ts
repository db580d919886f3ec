import type { FastifyInstance } from 'fastify'
import type { OpenApi } from '../plugins/openapi.ts'
import { docsPage, docsStyle } from './docs-page.ts'

/** `/api/docs`: the API as a page without scripts, and as OpenAPI for programs. */
export async function docsRoutes(app: FastifyInstance): Promise<void> {
  let made: { readonly json: string; readonly page: string } | undefined

  /** All routes are there when the first request comes, and none is added later. */
  function document() {
    const openApi = app.swagger() as OpenApi
    made ??= { json: JSON.stringify(openApi), page: docsPage(openApi) }
    return made
  }

  app.get('/api/docs', (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(document().page),
  )
  app.get('/api/docs/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(document().json),
  )
  app.get('/api/docs/style.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(docsStyle),
  )
}
