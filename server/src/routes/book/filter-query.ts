import * as z from 'zod'
import {
  filterFromSearch,
  filterToSearch,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import {
  orderFromSearch,
  orderToSearch,
  type TransactionOrder,
} from '@ourmoney/shared/transaction/order.ts'
import { Failure } from '../../failure.ts'

const text = z.string().max(4000).optional()
const list = (what: string) =>
  text.describe(`${what}; several with commas, a comma in one as \\,`)

/** The shared filter as an address carries it, the same as in the app's own. */
export const filterQuery = z.strictObject({
  text: text.describe(
    'Words that must all occur in description, category, payee, tags, notes or amount, case and accents aside',
  ),
  descriptions: list('Whole descriptions'),
  types: list('expense, income, transfer'),
  categories: list(
    'Category ids, each with what is below it; id.alone without; none for those without one',
  ),
  members: list('Member ids'),
  accounts: list('Account ids; none for those in none'),
  payees: list('Payee ids; none for those without one'),
  tags: list('Tags'),
  currencies: list('Currencies'),
  batches: list('Ids of import batches'),
  marks: list('open, ticked, locked: how far they are with a statement'),
  sync: list('synced, conflicted'),
  rate: text.describe('missing: without a rate to the ledger’s currency'),
  fromMinor: text.describe('Least amount, without its sign'),
  toMinor: text.describe('Largest amount, without its sign'),
  period: text.describe('A year 2026 or a month 2026-11 of the ledger'),
  from: text.describe('First day'),
  to: text.describe('Last day'),
})

export const listQuery = filterQuery.extend({
  order: z
    .enum([
      'date',
      'date-up',
      'amount',
      'amount-up',
      'description',
      'description-up',
    ])
    .default('date')
    .describe('Descending, or with -up ascending; ties by id, newest first'),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.string().max(2000).optional().describe('`next` of the page before'),
})

/** Throws a failure that names the parameter which means nothing. */
export function readFilter(
  query: z.infer<typeof filterQuery>,
): TransactionFilter {
  const given = Object.entries(query).flatMap(([key, value]) =>
    key in filterQuery.shape && typeof value === 'string'
      ? [[key, value] as const]
      : [],
  )
  const search = given
    .map(([key, value]) => `${key}=${encode(key, value)}`)
    .join('&')
  const filter = filterFromSearch(search)
  const read = new Map(
    filterToSearch(filter)
      .split('&')
      .map(part => part.split('='))
      .map(([key = '', value = '']) => [key, decodeURIComponent(value)]),
  )
  // What it read it writes the same: anything else was left out.
  const bad = given.find(([key, value]) => (read.get(key) ?? '') !== value)
  if (bad !== undefined) {
    throw new Failure('bad-request', { detail: `querystring: /${bad[0]}` })
  }
  return filter
}

export function readOrder(text: string): TransactionOrder {
  return orderFromSearch(text)
}

/** Names filter and order, so that a cursor is used for the list it is of. */
export function listKey(
  filter: TransactionFilter,
  order: TransactionOrder,
): string {
  return `${orderToSearch(order) ?? ''}?${filterToSearch(filter)}`
}

function encode(key: string, value: string): string {
  try {
    return encodeURIComponent(value)
  } catch (cause) {
    // Half of a character.
    throw new Failure('bad-request', { detail: `querystring: /${key}`, cause })
  }
}
