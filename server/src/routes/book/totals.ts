import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { Failure } from '../../failure.ts'
import type { BookDeps } from './book-deps.ts'
import { filterQuery, readFilter } from './filter-query.ts'
import { bookReply, ofLedger, totalsReply } from './schemas.ts'

export function totalsRoutes({
  books,
  enter,
}: BookDeps): FastifyPluginAsyncZod {
  return async app => {
    app.get(
      '/ledgers/:ledger',
      {
        schema: {
          tags: ['Ledger'],
          summary: 'What it is',
          params: ofLedger,
          response: { 200: bookReply },
        },
      },
      async (request, reply) => {
        const { role } = enter(request, reply)
        const { ledger } = request.params
        const [doc] = (await books.of(ledger)).docs('ledger')
        // Registered, and no device has sent it yet.
        if (doc === undefined) throw new Failure('not-found')
        const { name, currency, timeZone, firstDay } = doc
        return { id: ledger, name, currency, timeZone, firstDay, role }
      },
    )

    app.get(
      '/ledgers/:ledger/totals',
      {
        schema: {
          tags: ['Transactions'],
          summary: 'Sums of what a filter finds',
          description:
            'The sums that stand over the list in the app: of split transactions the parts that the filter names, transfers counted and not summed.',
          params: ofLedger,
          querystring: filterQuery,
          response: { 200: totalsReply },
        },
      },
      async (request, reply) => {
        enter(request, reply)
        const filter = readFilter(request.query)
        const book = await books.of(request.params.ledger)
        const { totals, base } = book.totals(filter)
        return {
          totals: [...totals],
          base: { ...base, missing: [...base.missing] },
        }
      },
    )
  }
}
