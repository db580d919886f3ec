import type { FastifyInstance } from 'fastify'
import { Failure } from '../../failure.ts'
import { breaksBounds } from '../replication/json-bounds.ts'

const bounds = { depth: 32, values: [] }

/** JSON, also as a merge patch, and none that is nested without end. */
export function readPatches(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser(
    ['application/json', 'application/merge-patch+json'],
    { parseAs: 'string' },
    (request, body, done) => {
      const text = String(body)
      // Sent with the type also where there is nothing to send.
      if (text === '') return done(null, undefined)
      if (breaksBounds(text, bounds) !== undefined) {
        return done(new Failure('bad-request', { detail: 'body: too deep' }))
      }
      void parse(request, text, done)
    },
  )
}
