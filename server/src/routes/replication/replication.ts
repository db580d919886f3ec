import { once } from 'node:events'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { docIdPattern } from '@ourmoney/shared/sync/kinds.ts'
import { Failure } from '../../failure.ts'
import type { Access, Membership } from '../../people/access.ts'
import type { Databases } from '../../storage/databases.ts'
import { createCaps, defaultCaps, type LedgerCaps } from './caps.ts'
import { readChangesOptions, streamChanges } from './changes.ts'
import { createFeeds } from './feeds.ts'
import { admitDocs } from './gate.ts'
import { depthOfJson, revPattern } from './structure.ts'

export type ReplicationDeps = {
  readonly databases: Databases
  readonly access: Access
  readonly caps?: LedgerCaps | undefined
}

const megabyte = 1024 * 1024
const mostBulkDocs = 8 * megabyte
const mostPerRequest = 1_000
const mostRevisions = 20_000
const deepestBody = 200

type LedgerRoute = { readonly Params: { readonly ledger: string } }
type DocRoute = {
  readonly Params: { readonly ledger: string; readonly id: string }
  readonly Querystring: Readonly<Record<string, string>>
}

/** The part of CouchDB's API that a replicator speaks, and no more. */
export function replicationRoutes({
  databases,
  access,
  caps = defaultCaps,
}: ReplicationDeps) {
  const refuseWhenFull = createCaps(databases, caps)
  const feeds = createFeeds()
  const answering = new Set<Promise<unknown>>()

  function memberOf(request: FastifyRequest<LedgerRoute>): Membership {
    const member = access.memberOf(request, request.params.ledger)
    if (member === undefined) throw new Failure('not-found')
    return member
  }

  return async (app: FastifyInstance): Promise<void> => {
    const stopListening = access.onRevoked(feeds.endRevoked)
    app.addHook('preClose', async () => {
      stopListening()
      feeds.endAll()
      // Only a connection whose answer is out can be closed as idle.
      await Promise.all(answering)
    })
    readJsonBodies(app)

    for (const url of ['/sync/:ledger', '/sync/:ledger/']) {
      app.get<LedgerRoute>(url, async request => ({
        couchdb: 'Welcome',
        uuid: databases.epoch(request.params.ledger),
        version: '3.5.0',
        vendor: { name: 'OurMoney' },
      }))
    }

    for (const url of ['/sync/:ledger/db', '/sync/:ledger/db/']) {
      app.get<LedgerRoute>(url, async request => {
        memberOf(request)
        const info = await databases.withLedger(
          request.params.ledger,
          database => database.info(),
        )
        return {
          db_name: 'db',
          doc_count: info.doc_count,
          update_seq: info.update_seq,
          instance_start_time: '0',
        }
      })
    }

    app.route<LedgerRoute>({
      method: ['GET', 'POST'],
      url: '/sync/:ledger/db/_changes',
      handler: async (request, reply) => {
        const member = memberOf(request)
        const asked = readChangesOptions(
          objectOf(request.query),
          objectOf(request.body),
        )
        const answered = once(reply.raw, 'close')
        answering.add(answered)
        void answered.finally(() => answering.delete(answered))
        return reply
          .type('application/json')
          .send(
            streamChanges(
              databases,
              feeds,
              request.params.ledger,
              member,
              asked,
            ),
          )
      },
    })

    app.post<LedgerRoute>(
      '/sync/:ledger/db/_revs_diff',
      { bodyLimit: megabyte },
      async request => {
        memberOf(request)
        const asked = parse(revsDiffRequest, request.body, '_revs_diff')
        const wanted = Object.entries(asked)
        const count = wanted.reduce((sum, [, revs]) => sum + revs.length, 0)
        if (wanted.length > mostPerRequest || count > mostRevisions) {
          throw new Failure('bad-request', { detail: '_revs_diff: too many' })
        }
        return databases.withLedger(request.params.ledger, database =>
          database.revsDiff(asked),
        )
      },
    )

    app.post<LedgerRoute>(
      '/sync/:ledger/db/_bulk_get',
      { bodyLimit: megabyte },
      async request => {
        memberOf(request)
        const { docs } = parse(bulkGetRequest, request.body, '_bulk_get')
        const query = objectOf(request.query)
        const found = await databases.withLedger(
          request.params.ledger,
          database =>
            database.bulkGet({
              docs: docs.map(({ id, rev }) => ({ id, rev })),
              revs: query['revs'] === 'true',
              latest: query['latest'] === 'true',
            } as PouchDB.Core.BulkGetOptions),
        )
        return { results: found.results.map(withoutStacks) }
      },
    )

    app.post<LedgerRoute>(
      '/sync/:ledger/db/_bulk_docs',
      { bodyLimit: mostBulkDocs },
      async (request, reply) => {
        const { role } = memberOf(request)
        const { docs } = parse(bulkDocsRequest, request.body, '_bulk_docs')
        const { ledger } = request.params
        const bytes = Number(request.headers['content-length'] ?? mostBulkDocs)
        const refused = await databases.write(ledger, async database => {
          const admission = await admitDocs(database, docs, role)
          const { newDocs } = admission
          await refuseWhenFull(ledger, database, { newDocs, bytes })
          const results = await database.bulkDocs(
            admission.admitted as PouchDB.Core.PutDocument<object>[],
            { new_edits: false },
          )
          const failed = results.find(each => 'error' in each && each.error)
          if (failed !== undefined) {
            throw new Error('PouchDB did not store a doc', { cause: failed })
          }
          return admission.refused
        })
        return reply.code(201).send(refused)
      },
    )

    app.get<DocRoute>('/sync/:ledger/db/:id', async request => {
      memberOf(request)
      const { id, ledger } = request.params
      if (!docIdPattern.test(id)) throw new Failure('not-found')
      const options = parse(docQuery, request.query, 'doc')
      return databases.withLedger(ledger, async database => {
        try {
          const found: unknown = await database.get(
            id,
            options as PouchDB.Core.GetOptions,
          )
          return Array.isArray(found) ? found.map(leafOf) : found
        } catch (error) {
          throw notFound(error)
        }
      })
    })

    const local = '/sync/:ledger/db/_local/:id'
    app.get<DocRoute>(local, async request => {
      const { user } = memberOf(request)
      const { id, ledger } = request.params
      return databases.withLedger(ledger, async database => {
        try {
          const doc = await database.get(localId(user, id))
          return { ...doc, _id: `_local/${id}` }
        } catch (error) {
          throw notFound(error)
        }
      })
    })

    app.put<DocRoute>(
      local,
      { bodyLimit: 8 * 1024 },
      async (request, reply) => {
        const { user } = memberOf(request)
        const { id, ledger } = request.params
        const checkpoint = parse(checkpointDoc, request.body, '_local')
        const rev = await databases
          .withLedger(ledger, async database => {
            const doc = { ...checkpoint, _id: localId(user, id) }
            return (await database.put(doc)).rev
          })
          .catch((error: unknown) => {
            throw statusOf(error) === 409
              ? new Failure('stale', { cause: error })
              : error
          })
        return reply.code(201).send({ ok: true, id: `_local/${id}`, rev })
      },
    )
  }
}

/** Checkpoints are per person, so that nobody reads or spoils another's. */
function localId(user: string, id: string): string {
  if (!/^[\w.~=+-]{1,200}$/.test(id)) throw new Failure('not-found')
  return `_local/${user}.${id}`
}

const revsDiffRequest = z.record(
  z.string().regex(docIdPattern),
  z.array(z.string().regex(revPattern)).max(mostPerRequest),
)

const bulkGetRequest = z.object({
  docs: z
    .array(
      z.object({
        id: z.string().regex(docIdPattern),
        rev: z.string().regex(revPattern).optional(),
      }),
    )
    .max(mostPerRequest),
})

const bulkDocsRequest = z.object({
  docs: z.array(z.unknown()).max(mostPerRequest),
  new_edits: z.literal(false),
})

const flag = z
  .enum(['true', 'false'])
  .transform(value => value === 'true')
  .optional()

const docQuery = z.object({
  rev: z.string().regex(revPattern).optional(),
  revs: flag,
  latest: flag,
  conflicts: flag,
  open_revs: z
    .union([
      z.literal('all'),
      z.string().transform((text, context) => {
        const revs = z
          .array(z.string().regex(revPattern))
          .max(mostPerRequest)
          .safeParse(parseJson(text))
        if (revs.success) return revs.data
        context.addIssue('not a list of revisions')
        return z.NEVER
      }),
    ])
    .optional(),
})

/** What PouchDB's and CouchDB's replicators keep, and nothing else. */
const checkpointDoc = z.looseObject({
  _rev: z.string().max(60).optional(),
  session_id: z.string().max(200),
  history: z.array(z.looseObject({})).max(100),
})

/** Their own: a poisoned key in one doc must not fail the whole batch, and empty bodies are fine. */
function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string) => {
      if (body === '') return undefined
      if (depthOfJson(body) > deepestBody) {
        throw new Failure('bad-request', { detail: 'body: too deep' })
      }
      const parsed = parseJson(body)
      if (parsed === undefined) {
        throw new Failure('bad-request', { detail: 'body: not JSON' })
      }
      return parsed
    },
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // `undefined` stands in no JSON text; callers say what is wrong.
    return undefined
  }
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Failure('bad-request', { detail: `${what}: malformed` })
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {}
}

/** PouchDB's errors carry stacks. */
function withoutStacks(result: { id: string; docs: readonly unknown[] }) {
  return {
    id: result.id,
    docs: result.docs.map(each => {
      const { ok, error } = objectOf(each)
      if (ok !== undefined) return { ok }
      const { rev } = objectOf(error)
      return {
        error: { id: result.id, rev, error: 'not_found', reason: 'missing' },
      }
    }),
  }
}

function leafOf(leaf: unknown): unknown {
  const { ok, missing } = objectOf(leaf)
  return ok === undefined ? { missing } : { ok }
}

function notFound(error: unknown): unknown {
  return statusOf(error) === 404
    ? new Failure('not-found', { cause: error })
    : error
}

function statusOf(error: unknown): unknown {
  return objectOf(error)['status']
}
