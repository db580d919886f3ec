import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { BookDeps } from './book-deps.ts'
import { create, edit, keyedId, remove } from './changes.ts'
import {
  demandIfMatch,
  idempotencyKey,
  ifMatch,
  readIfMatch,
} from './conditions.ts'
import { readDoc } from './read-docs.ts'
import { ofLedger, ofRecord, smallKinds } from './schemas.ts'
import { etagOf, shown } from './shown.ts'
import { patched, writeOne } from './write-one.ts'

type Path = keyof typeof smallKinds

/**
 * Accounts, categories, payees, budgets and the people of the household. What
 * transactions may refer to is archived or merged in the app, never deleted.
 */
export function smallRecordRoutes(
  deps: BookDeps,
  path: Path,
): FastifyPluginAsyncZod {
  const { databases, books, writing, enter } = deps
  const { kind, body, patch, reply: record } = smallKinds[path]
  const base = `/ledgers/:ledger/${path}`
  const tags = [`${path.charAt(0).toUpperCase()}${path.slice(1)}`]

  return async app => {
    app.get(
      base,
      {
        schema: {
          tags,
          summary: 'List all',
          params: ofLedger,
          response: { 200: z.object({ [path]: z.array(record) }) },
        },
      },
      async (request, reply) => {
        enter(request, reply)
        const book = await books.of(request.params.ledger)
        return { [path]: book.docs(kind).map(shown) }
      },
    )

    app.get(
      `${base}/:id`,
      {
        schema: {
          tags,
          summary: 'Get one',
          params: ofRecord,
          response: { 200: record },
        },
      },
      async (request, reply) => {
        enter(request, reply)
        const { ledger, id } = request.params
        const doc = await readDoc(databases, ledger, id, kind)
        void reply.header('etag', etagOf(doc))
        return shown(doc)
      },
    )

    app.post(
      base,
      {
        schema: {
          tags,
          summary: 'Create one',
          params: ofLedger,
          headers: idempotencyKey,
          body,
          response: { 201: record },
        },
      },
      async (request, reply) => {
        const { user } = enter(request, reply)
        const { ledger } = request.params
        const key = request.headers['idempotency-key']
        const keyed = key && keyedId(kind, user, key)
        const change = create(kind, request.body, keyed)
        const doc = await writeOne(writing, enter, request, change)
        return reply
          .code(201)
          .header('etag', etagOf(doc))
          .header('location', `/api/v1/ledgers/${ledger}/${path}/${doc._id}`)
          .send(shown(doc))
      },
    )

    app.patch(
      `${base}/:id`,
      {
        schema: {
          tags,
          summary: 'Change one',
          params: ofRecord,
          headers: ifMatch,
          body: patch,
          response: { 200: record },
        },
      },
      async (request, reply) => {
        enter(request, reply)
        const rev = demandIfMatch(request.headers['if-match'])
        const { id } = request.params
        const change = edit(kind, id, patched(request.body), { rev })
        const doc = await writeOne(writing, enter, request, change)
        void reply.header('etag', etagOf(doc))
        return shown(doc)
      },
    )

    if (kind !== 'budget') return
    app.delete(
      `${base}/:id`,
      {
        schema: {
          tags,
          summary: 'Delete one',
          description: 'It goes to the trash, where people can restore it.',
          params: ofRecord,
          headers: ifMatch,
        },
      },
      async (request, reply) => {
        enter(request, reply)
        const rev = readIfMatch(request.headers['if-match'])
        const change = remove(kind, request.params.id, { rev })
        await writeOne(writing, enter, request, change)
        return reply.code(204).send()
      },
    )
  }
}
