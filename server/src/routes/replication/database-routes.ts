import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { roleHeader } from '@ourmoney/shared/identity/may-write.ts'
import { docIdPattern } from '@ourmoney/shared/sync/prefixes.ts'
import { Failure } from '../../failure.ts'
import type { Access } from '../../people/access.ts'
import { signals } from '../../signals.ts'
import type { DatabaseName, Databases } from '../../storage/databases.ts'
import { createCaps, type LedgerCaps } from './caps.ts'
import { createTurns } from '../../storage/turns.ts'
import { readBulk } from './bulk-get.ts'
import { createChangesPages } from './changes-pages.ts'
import { readChangesOptions, sendChanges } from './changes.ts'
import type { Feeds } from './feeds.ts'
import { giveWay } from './give-way.ts'
import {
  admitDocs,
  checkDocs,
  refusedAll,
  type ContentRule,
  type RefusedDoc,
} from './gate.ts'
import {
  bulkDocsRequest,
  bulkGetRequest,
  checkpointDoc,
  docQuery,
  objectOf,
  parse,
  readRevsDiff,
} from './requests.ts'
import type { RefusedBodies } from './refused-bodies.ts'
import type { SentTexts } from './sent-texts.ts'
import { storeDocs } from './store-docs.ts'

/** One of a ledger's databases as a replicator reaches it. */
export type Replicated = {
  /** Last part of its address: `/sync/:ledger/<path>`. */
  readonly path: string
  readonly nameOf: (ledger: string) => DatabaseName
  readonly refuseContent: ContentRule
  readonly caps: LedgerCaps
}

export type DatabaseRoutesDeps = {
  readonly databases: Databases
  readonly access: Access
  readonly feeds: Feeds
  /** Answers that are still being sent. */
  readonly answering: Set<Promise<unknown>>
  readonly sent: SentTexts
  readonly refusedBodies: RefusedBodies | undefined
}

const megabyte = 1024 * 1024
const mostBulkDocs = 8 * megabyte

type LedgerRoute = { readonly Params: { readonly ledger: string } }
type DocRoute = {
  readonly Params: { readonly ledger: string; readonly id: string }
  readonly Querystring: Readonly<Record<string, string>>
}

export function databaseRoutes(
  app: FastifyInstance,
  { path, nameOf, refuseContent, caps }: Replicated,
  {
    databases,
    access,
    feeds,
    answering,
    sent,
    refusedBodies,
  }: DatabaseRoutesDeps,
): void {
  const base = `/sync/:ledger/${path}`
  const refuseWhenFull = createCaps(databases, caps)
  const reading = createTurns()
  const readPage = createChangesPages(databases)
  const changes = { databases, feeds, readPage }
  const sessions = new WeakMap<object, string>()

  function enter(request: FastifyRequest<LedgerRoute>, reply: FastifyReply) {
    const { ledger } = request.params
    const member = access.memberOf(request, ledger)
    if (member === undefined) throw new Failure('not-found')
    // So that the device knows at once what it need not offer.
    void reply.header(roleHeader, member.role)
    return { member, name: nameOf(ledger) }
  }

  /** For routes with a body: nobody's is read who may not be here, or who sends nonsense again and again. */
  const guard = {
    onRequest: async (
      request: FastifyRequest<LedgerRoute>,
      reply: FastifyReply,
    ) => {
      const { session } = enter(request, reply).member
      refusedBodies?.refuseMore(session)
      sessions.set(request, session)
    },
    onError: async (
      request: FastifyRequest<LedgerRoute>,
      _reply: FastifyReply,
      error: Error,
    ) => {
      const session = sessions.get(request)
      const isNonsense =
        error instanceof Failure && error.code === 'bad-request'
      if (isNonsense && session !== undefined) refusedBodies?.note(session)
    },
  }

  for (const url of [base, `${base}/`]) {
    app.get<LedgerRoute>(url, async (request, reply) => {
      const { name } = enter(request, reply)
      const info = await databases.withLedger(name, database => database.info())
      return {
        db_name: path,
        doc_count: info.doc_count,
        update_seq: info.update_seq,
        instance_start_time: '0',
      }
    })
  }

  app.route<LedgerRoute>({
    method: ['GET', 'POST'],
    url: `${base}/_changes`,
    handler: async (request, reply) => {
      const { name, member } = enter(request, reply)
      const { ledger } = request.params
      const asked = readChangesOptions(
        objectOf(request.query),
        objectOf(request.body),
      )
      void reply.type('application/json')
      if (request.method === 'HEAD') return reply.send()
      // A feed writes by itself.
      reply.hijack()
      const { raw } = reply
      for (const [header, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) raw.setHeader(header, value)
      }
      const place = { ledger, name }
      const answered = sendChanges(changes, place, member, asked, raw)
      answering.add(answered)
      try {
        await answered
      } catch (error) {
        request.log.error({ err: error }, 'an answer was cut short')
        raw.destroy()
      } finally {
        answering.delete(answered)
      }
    },
  })

  app.post<LedgerRoute>(
    `${base}/_revs_diff`,
    { ...guard, bodyLimit: megabyte },
    async (request, reply) => {
      const { name } = enter(request, reply)
      const asked = readRevsDiff(request.body)
      return databases.withLedger(name, database => database.revsDiff(asked))
    },
  )

  app.post<LedgerRoute>(
    `${base}/_bulk_get`,
    { ...guard, bodyLimit: megabyte },
    async (request, reply) => {
      const { name } = enter(request, reply)
      const { docs } = parse(bulkGetRequest, request.body, '_bulk_get')
      const query = objectOf(request.query)
      const epoch = databases.epoch(request.params.ledger)
      const options = {
        // Under another epoch there may be another doc of that revision.
        place: `${epoch} ${path}`,
        revs: query['revs'] === 'true',
        latest: query['latest'] === 'true',
      }
      // Whoever waits for a turn finds among what was sent what others read.
      const results = await reading.take(name, async () => {
        await giveWay()
        enter(request, reply)
        return databases.withLedger(name, database =>
          readBulk(database, docs, options, sent),
        )
      })
      signals.docsOut.tell(results.length)
      return reply
        .type('application/json; charset=utf-8')
        .send(`{"results":[${results.join(',')}]}`)
    },
  )

  app.post<LedgerRoute>(
    `${base}/_bulk_docs`,
    { ...guard, bodyLimit: mostBulkDocs },
    async (request, reply) => {
      const { name, member } = enter(request, reply)
      const { docs } = parse(bulkDocsRequest, request.body, '_bulk_docs')
      const checked = await checkDocs(docs, member.role, refuseContent)
      const bytes = Number(request.headers['content-length'] ?? mostBulkDocs)
      const refused =
        refusedAll(checked) ??
        (await databases.write(name, async database => {
          // Asked again: the membership may have changed while this waited its turn.
          const { role } = enter(request, reply).member
          const admission = await admitDocs(database, checked, role)
          const { newDocs } = admission
          await refuseWhenFull(name, database, { newDocs, bytes })
          await storeDocs(database, admission.admitted)
          signals.docsIn.tell(admission.admitted.length)
          return admission.refused
        }))
      tellRefused(refused)
      return reply.code(201).send(refused)
    },
  )

  app.get<DocRoute>(`${base}/:id`, async (request, reply) => {
    const { name } = enter(request, reply)
    const { id } = request.params
    if (!docIdPattern.test(id)) throw new Failure('not-found')
    const options = parse(docQuery, request.query, 'doc')
    return databases.withLedger(name, async database => {
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

  const local = `${base}/_local/:id`
  app.get<DocRoute>(local, async (request, reply) => {
    const { name, member } = enter(request, reply)
    const { id } = request.params
    return databases.withLedger(name, async database => {
      try {
        const doc = await database.get(localId(member.user, id))
        return { ...doc, _id: `_local/${id}` }
      } catch (error) {
        throw notFound(error)
      }
    })
  })

  app.put<DocRoute>(local, { bodyLimit: 8 * 1024 }, async (request, reply) => {
    const { name, member } = enter(request, reply)
    const { id } = request.params
    const checkpoint = parse(checkpointDoc, request.body, '_local')
    const rev = await databases
      .withLedger(name, async database => {
        const doc = { ...checkpoint, _id: localId(member.user, id) }
        return (await database.put(doc)).rev
      })
      .catch((error: unknown) => {
        throw statusOf(error) === 409
          ? new Failure('stale', { cause: error })
          : error
      })
    return reply.code(201).send({ ok: true, id: `_local/${id}`, rev })
  })
}

function tellRefused(refused: readonly RefusedDoc[]): void {
  for (const { reason } of refused) {
    signals.docRefused.tell(reason.split(':', 1)[0] ?? '')
  }
}

/** Checkpoints are per person, so that nobody reads or spoils another's. */
function localId(user: string, id: string): string {
  if (!/^[\w.~=+-]{1,200}$/.test(id)) throw new Failure('not-found')
  return `_local/${user}.${id}`
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
