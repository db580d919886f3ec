import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { ProblemCode } from '@ourmoney/shared/identity/api.ts'
import type { AuditAct } from '@ourmoney/shared/identity/audit.ts'
import type { Audit, AuditEvent } from '../people/audit.ts'
import { clientBlock } from '../people/client-block.ts'
import { failureOf } from './failures.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the audit calls a request to this route. */
    act?: AuditAct
  }
}

type Note = Pick<AuditEvent, 'user' | 'about' | 'ledger' | 'role'>

const notes = new WeakMap<FastifyRequest, Note>()

/** Tells what a request turned out to be about; the rest is seen from outside. */
export function note(request: FastifyRequest, more: Note): void {
  notes.set(request, { ...notes.get(request), ...more })
}

/** Says nothing of who it was, or is told often and means nothing. */
const silent: ReadonlySet<ProblemCode> = new Set([
  'bad-request',
  'not-signed-in',
  'session-ended',
  'second-factor-needed',
  'too-many-requests',
  'too-large',
  'wrong-origin',
  'internal',
])

/** Writes down each request to a route that has an act, before it is answered. */
export function auditActs(app: FastifyInstance, audit: Audit): void {
  app.addHook('onSend', async request => {
    const { act } = request.routeOptions.config
    const failure = failureOf(request)
    if (act === undefined) return
    if (failure !== undefined && silent.has(failure)) return
    try {
      await audit.record({
        act,
        outcome: failure ?? 'done',
        ...params(request),
        ...notes.get(request),
        from: clientBlock(request.ip),
      })
    } catch (error) {
      // What was done is done; a full disk must not make it look undone.
      request.log.error({ err: error }, 'audit failed')
    }
  })
}

const known = z.object({
  ledger: z.string().optional(),
  user: z.string().optional(),
})

/** The schemas of the routes have checked them, or the request is not written down. */
function params(request: FastifyRequest): Note {
  const { ledger, user } = known.parse(request.params ?? {})
  return { ledger, about: user }
}
