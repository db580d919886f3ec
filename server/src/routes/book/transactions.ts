import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { Failure } from '../../failure.ts'
import type { Written } from '../../book/writing.ts'
import { problemOf } from '../../plugins/failures.ts'
import type { BookDeps } from './book-deps.ts'
import { create, edit, keyedId, remove } from './changes.ts'
import {
  demandIfMatch,
  idempotencyKey,
  ifMatch,
  readIfMatch,
} from './conditions.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { listKey, listQuery, readFilter, readOrder } from './filter-query.ts'
import { readDoc, readDocs } from './read-docs.ts'
import {
  bulkReply,
  bulkRequest,
  newTransaction,
  ofLedger,
  ofRecord,
  transactionPatch,
  transactionReply,
  transactionsReply,
  type Operation,
} from './schemas.ts'
import { etagOf, shown } from './shown.ts'
import { fieldsOf, patched, writeOne } from './write-one.ts'

const mostBulk = 4 * 1024 * 1024
const tags = ['Transactions']

const alsoReconciled = z.strictObject({
  reconciled: z
    .literal('keep')
    .optional()
    .describe('Change it also if a statement was reconciled with it'),
})

export function transactionRoutes(deps: BookDeps): FastifyPluginAsyncZod {
  const { databases, books, writing, enter } = deps
  const base = '/ledgers/:ledger/transactions'

  return async app => {
    app.get(
      base,
      {
        schema: {
          tags,
          summary: 'List',
          params: ofLedger,
          querystring: listQuery,
          response: { 200: transactionsReply },
        },
      },
      async (request, reply) => {
        enter(request, reply)
        const { ledger } = request.params
        const { limit, cursor } = request.query
        const filter = readFilter(request.query)
        const order = readOrder(request.query.order)
        const list = listKey(filter, order)
        const after =
          cursor === undefined ? undefined : readCursor(cursor, list)
        const book = await books.of(ledger)
        const { rows, isMore } = book.list(filter, order, after, limit)
        const docs = await readDocs(
          databases,
          ledger,
          rows.map(({ id }) => id),
        )
        const last = rows.at(-1)
        return {
          transactions: docs.map(shown),
          ...(isMore && last && { next: writeCursor(last, list) }),
        }
      },
    )

    app.get(
      `${base}/:id`,
      {
        schema: {
          tags,
          summary: 'Get one',
          params: ofRecord,
          response: { 200: transactionReply, 304: z.null() },
        },
      },
      async (request, reply) => {
        enter(request, reply)
        const { ledger, id } = request.params
        const doc = await readDoc(databases, ledger, id, 'transaction')
        void reply.header('etag', etagOf(doc))
        if (request.headers['if-none-match'] === etagOf(doc)) {
          return reply.code(304).send(null)
        }
        return shown(doc)
      },
    )

    app.post(
      base,
      {
        bodyLimit: mostOne,
        schema: {
          tags,
          summary: 'Create one',
          params: ofLedger,
          headers: idempotencyKey,
          body: newTransaction,
          response: { 201: transactionReply },
        },
      },
      async (request, reply) => {
        const { user } = enter(request, reply)
        const { ledger } = request.params
        const key = request.headers['idempotency-key']
        const keyed = key && keyedId('transaction', user, key)
        const change = create('transaction', fieldsOf(request.body), keyed)
        const doc = await writeOne(writing, enter, request, change)
        return reply
          .code(201)
          .header('etag', etagOf(doc))
          .header(
            'location',
            `/api/v1/ledgers/${ledger}/transactions/${doc._id}`,
          )
          .send(shown(doc))
      },
    )

    app.patch(
      `${base}/:id`,
      {
        bodyLimit: mostOne,
        schema: {
          tags,
          summary: 'Change one',
          params: ofRecord,
          querystring: alsoReconciled,
          headers: ifMatch,
          body: transactionPatch,
          response: { 200: transactionReply },
        },
      },
      async (request, reply) => {
        enter(request, reply)
        const options = {
          rev: demandIfMatch(request.headers['if-match']),
          mayChangeReconciled: request.query.reconciled === 'keep',
        }
        const { id } = request.params
        const set = patched(request.body)
        const change = edit('transaction', id, set, options)
        const doc = await writeOne(writing, enter, request, change)
        void reply.header('etag', etagOf(doc))
        return shown(doc)
      },
    )

    app.delete(
      `${base}/:id`,
      {
        schema: {
          tags,
          summary: 'Delete one',
          description: 'It goes to the trash, where people can restore it.',
          params: ofRecord,
          querystring: alsoReconciled,
          headers: ifMatch,
        },
      },
      async (request, reply) => {
        enter(request, reply)
        const change = remove('transaction', request.params.id, {
          rev: readIfMatch(request.headers['if-match']),
          mayChangeReconciled: request.query.reconciled === 'keep',
        })
        await writeOne(writing, enter, request, change)
        return reply.code(204).send()
      },
    )

    app.post(
      `${base}/bulk`,
      {
        bodyLimit: mostBulk,
        schema: {
          tags,
          summary: 'Create, change and delete up to 500',
          description: 'Each is done or refused by itself.',
          params: ofLedger,
          headers: idempotencyKey,
          body: bulkRequest,
          response: { 200: bulkReply },
        },
      },
      async (request, reply) => {
        const { user } = enter(request, reply)
        const key = request.headers['idempotency-key']
        const changes = request.body.operations.map((operation, at) =>
          changeOf(
            operation,
            key && keyedId('transaction', user, key, `${at}`),
          ),
        )
        if (new Set(changes.map(({ id }) => id)).size < changes.length) {
          throw new Failure('bad-request', {
            detail: 'body: /operations has one record twice',
          })
        }
        const { ledger } = request.params
        const written = await writing(ledger, () => enter(request), changes)
        const ids = changes.map(({ id }) => id)
        return {
          results: written.map((each, at) => resultOf(ids[at] ?? '', each)),
        }
      },
    )
  }
}

/** Bytes of a record that may be 64 KB as it is stored. */
const mostOne = 64 * 1024

function changeOf(operation: Operation, keyed: string | undefined) {
  switch (operation.do) {
    case 'create':
      return create('transaction', fieldsOf(operation.transaction), keyed)
    case 'patch': {
      const { id, rev, set } = operation
      return edit('transaction', id, patched(set), { rev })
    }
    case 'delete':
      return remove('transaction', operation.id, { rev: operation.rev })
  }
}

function resultOf(id: string, written: Written) {
  if (!written.ok) {
    const { status, code, detail } = problemOf(written.failure)
    return { id, status, code, detail }
  }
  const { doc, isNew } = written
  if (doc._deleted === true) return { id, status: 204 }
  return { id, status: isNew ? 201 : 200, rev: doc._rev }
}
