import { createDoc } from '@ourmoney/shared/sync/edit.ts'
import type { Fields } from '@ourmoney/shared/sync/groups.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import type { Kind } from '@ourmoney/shared/sync/prefixes.ts'
import type { ApiToken } from '../src/people/api-tokens.ts'
import { revise } from '../src/book/revise.ts'
import { aLedger, type AServer } from './a-server.ts'

/** A doc as a device of Ann's made it. */
export function aDoc(kind: Kind, id: string, fields: Fields): Doc {
  const stamp = { at: 1_000, by: 'mem_0001', device: 'laptop' }
  return createDoc(kind, id, fields, stamp)
}

/** What a small household keeps. */
export const aHousehold: readonly Doc[] = [
  aDoc('ledger', 'ledger_main', {
    name: 'Home',
    currency: 'EUR',
    timeZone: 'Europe/Lisbon',
    firstDay: 1,
  }),
  aDoc('account', 'acc_0001', { name: 'Purse', type: 'cash', currency: 'EUR' }),
  aDoc('account', 'acc_0002', { name: 'Bank', type: 'bank', currency: 'EUR' }),
  aDoc('account', 'acc_0003', {
    name: 'Dollars',
    type: 'bank',
    currency: 'USD',
  }),
  aDoc('category', 'cat_0001', { name: 'Food', type: 'expense' }),
  aDoc('category', 'cat_0002', {
    name: 'Légumes',
    type: 'expense',
    parent: 'cat_0001',
  }),
  aDoc('category', 'cat_0003', { name: 'Salary', type: 'income' }),
  aDoc('payee', 'pay_0001', { name: 'Mercado Central' }),
  aDoc('rate', 'rate_0001', {
    base: 'EUR',
    quote: 'USD',
    date: '2026-11-20',
    ratePpm: 1_100_000,
  }),
]

/** Sends docs as a device does. */
export async function push(
  { url, token }: AServer,
  docs: readonly Doc[],
): Promise<void> {
  const revised = docs.map(doc => revise(doc, undefined))
  const reply = await fetch(`${url}/_bulk_docs`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ docs: revised, new_edits: false }),
  })
  const refused = await reply.text()
  if (refused !== '[]') throw new Error(refused)
}

/** A token of Ann's for her ledger. */
export function aToken(
  { people, session }: AServer,
  access: ApiToken['access'] = 'write',
) {
  const user = session.user.id
  return people.apiTokens.make({
    name: 'Script',
    access,
    user,
    ledger: aLedger,
    days: 1,
  })
}

/** Asks about Ann's ledger as a program does. */
export async function askBook(
  { origin }: AServer,
  token: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
) {
  const reply = await fetch(`${origin}/api/v1/ledgers/${aLedger}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await reply.text()
  const type = reply.headers.get('content-type') ?? ''
  const isJson = /^application\/(problem\+)?json/.test(type)
  return {
    status: reply.status,
    headers: reply.headers,
    text,
    body: (isJson && text !== '' ? JSON.parse(text) : {}) as Record<
      string,
      unknown
    >,
  }
}
