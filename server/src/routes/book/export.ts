import { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import {
  isEmptyFilter,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import { newestFirst } from '@ourmoney/shared/transaction/order.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import type { Place } from '../../book/book.ts'
import { Failure } from '../../failure.ts'
import type { BookDeps } from './book-deps.ts'
import { filterQuery, readFilter } from './filter-query.ts'
import { readDocs } from './read-docs.ts'
import { ofLedger } from './schemas.ts'
import { shown } from './shown.ts'
import { tableHead, tableLines } from './table-lines.ts'

const page = 500

const mediaTypes = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
} as const

const exportQuery = filterQuery.extend({
  format: z
    .enum(['json', 'ndjson', 'csv'])
    .default('json')
    .describe(
      'json: everything with its history, as the app saves and reads it; ndjson and csv: the transactions that the filter finds',
    ),
})

/** Asked before each page is read: who lost access gets no more of it. */
type MayGoOn = () => unknown

export function exportRoutes({
  databases,
  books,
  enter,
}: BookDeps): FastifyPluginAsyncZod {
  /** The app's own lossless file: every doc with its log, without revisions. */
  async function* wholeLedger(ledger: string, mayGoOn: MayGoOn) {
    yield '{"format":"ourmoney","version":1,"docs":[\n'
    let last: string | undefined
    for (;;) {
      mayGoOn()
      const after = last === undefined ? {} : { startkey: last, skip: 1 }
      const { rows } = await databases.withLedger(ledger, database =>
        database.allDocs({ include_docs: true, limit: page, ...after }),
      )
      const docs = rows.map(({ doc }) => JSON.stringify(withoutRevision(doc)))
      if (docs.length > 0) {
        yield (last === undefined ? '' : ',\n') + docs.join(',\n')
      }
      last = rows.at(-1)?.id
      if (rows.length < page) break
    }
    yield '\n]}\n'
  }

  async function* found(
    ledger: string,
    filter: TransactionFilter,
    mayGoOn: MayGoOn,
  ): AsyncGenerator<readonly TransactionDoc[]> {
    let after: Place | undefined
    for (let isMore = true; isMore;) {
      mayGoOn()
      const book = await books.of(ledger)
      const listed = book.list(filter, newestFirst, after, page)
      after = listed.rows.at(-1)
      isMore = listed.isMore
      yield await readDocs(
        databases,
        ledger,
        listed.rows.map(({ id }) => id),
      )
    }
  }

  async function* lines(
    ledger: string,
    filter: TransactionFilter,
    mayGoOn: MayGoOn,
  ) {
    for await (const docs of found(ledger, filter, mayGoOn)) {
      yield docs.map(doc => `${JSON.stringify(shown(doc))}\n`).join('')
    }
  }

  async function* table(
    ledger: string,
    filter: TransactionFilter,
    mayGoOn: MayGoOn,
  ) {
    yield tableHead
    for await (const docs of found(ledger, filter, mayGoOn)) {
      const book = await books.of(ledger)
      yield docs.map(doc => tableLines(doc, book)).join('')
    }
  }

  return async app => {
    app.get(
      '/ledgers/:ledger/export',
      {
        schema: {
          tags: ['Ledger'],
          summary: 'Take it out, as a stream',
          params: ofLedger,
          querystring: exportQuery,
          response: {
            200: {
              description: 'A file',
              content: {
                'application/json': { schema: z.unknown() },
                'application/x-ndjson': { schema: z.string() },
                'text/csv': { schema: z.string() },
              },
            },
          },
        },
      },
      async (request, reply) => {
        enter(request, reply)
        const { ledger } = request.params
        const { format } = request.query
        const filter = readFilter(request.query)
        if (format === 'json' && !isEmptyFilter(filter)) {
          throw new Failure('bad-request', {
            detail: 'querystring: /format json takes no filter',
          })
        }
        const mayGoOn = () => enter(request)
        const pieces = {
          json: () => wholeLedger(ledger, mayGoOn),
          ndjson: () => lines(ledger, filter, mayGoOn),
          csv: () => table(ledger, filter, mayGoOn),
        }[format]()
        return reply
          .type(`${mediaTypes[format]}; charset=utf-8`)
          .header(
            'content-disposition',
            `attachment; filename="ourmoney.${format}"`,
          )
          .send(Readable.from(pieces, { objectMode: false }))
      },
    )
  }
}

function withoutRevision(doc: object | undefined): object {
  return Object.fromEntries(
    Object.entries(doc ?? {}).filter(
      ([key]) => key === '_id' || !key.startsWith('_'),
    ),
  )
}
