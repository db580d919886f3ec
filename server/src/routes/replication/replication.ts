import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Failure } from '../../failure.ts'
import type { Access } from '../../people/access.ts'
import { receiptsOf, type Databases } from '../../storage/databases.ts'
import { defaultCaps, defaultReceiptCaps, type LedgerCaps } from './caps.ts'
import { databaseRoutes, type Replicated } from './database-routes.ts'
import { createFeeds } from './feeds.ts'
import { giveWay } from './give-way.ts'
import { refuseAmongReceipts, refuseInBook } from './gate.ts'
import type { RefusedBodies } from './refused-bodies.ts'
import { mostPerRequest, mostRevisions, parseJson } from './requests.ts'
import { breaksBounds, type JsonBounds } from './json-bounds.ts'
import { createSentTexts } from './sent-texts.ts'

export type ReplicationDeps = {
  readonly databases: Databases
  readonly access: Access
  readonly caps?: LedgerCaps | undefined
  readonly receiptCaps?: LedgerCaps | undefined
  /** Nobody waits for having sent nonsense when absent. */
  readonly refusedBodies?: RefusedBodies | undefined
}

/** No request has more docs, ids or revisions; each route says what it takes of them. What devices send has more than eight bytes for each value. */
const bounds: JsonBounds = {
  depth: 200,
  values: [mostPerRequest, mostRevisions],
  all: 1_000_000,
}
/** Characters of docs that are kept to be sent once more. */
const mostSent = 24 * 1024 ** 2

type LedgerRoute = { readonly Params: { readonly ledger: string } }

/** The part of CouchDB's API that a replicator speaks, and no more: for a ledger's book and for its receipts. */
export function replicationRoutes({
  databases,
  access,
  caps = defaultCaps,
  receiptCaps = defaultReceiptCaps,
  refusedBodies,
}: ReplicationDeps) {
  const feeds = createFeeds()
  const answering = new Set<Promise<unknown>>()
  const sent = createSentTexts(mostSent)
  const book: Replicated = {
    path: 'db',
    nameOf: ledger => ledger,
    refuseContent: refuseInBook,
    caps,
  }
  const receipts: Replicated = {
    path: 'receipts',
    nameOf: receiptsOf,
    refuseContent: refuseAmongReceipts,
    caps: receiptCaps,
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
    for (const each of [book, receipts]) {
      databaseRoutes(app, each, {
        databases,
        access,
        feeds,
        answering,
        sent,
        refusedBodies,
      })
    }
  }
}

/** Their own: a poisoned key in one doc must not fail the whole batch, and empty bodies are fine. */
function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string) => {
      if (body === '') return undefined
      await giveWay()
      const broken = breaksBounds(body, bounds)
      if (broken !== undefined) {
        throw new Failure('bad-request', { detail: `body: ${broken}` })
      }
      const parsed = parseJson(body)
      if (parsed === undefined) {
        throw new Failure('bad-request', { detail: 'body: not JSON' })
      }
      return parsed
    },
  )
}
