import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import {
  aDoc,
  aHousehold,
  askBook,
  aToken,
  push,
} from '../../../test/a-book.ts'
import { aServer, type AServer } from '../../../test/a-server.ts'

let server: AServer
let token: string
const many = 1203
beforeAll(async () => {
  server = await aServer()
  const rows = Array.from({ length: many }, (_, n) =>
    aDoc('transaction', `txn_${10_000 + n}`, {
      type: n === 0 ? 'transfer' : 'expense',
      description: n === 1 ? '=1+1, "so"' : `Coffee ${n}`,
      minor: 120,
      currency: 'EUR',
      date: '2026-11-22',
      account: 'acc_0001',
      ...(n === 0 && { toAccount: 'acc_0003', toMinor: 132 }),
      ...(n === 2 && {
        splits: [
          { minor: 100, category: 'cat_0002' },
          { minor: 20, note: 'tip' },
        ],
      }),
    }),
  )
  await push(server, [...aHousehold, ...rows.slice(0, 700)])
  await push(server, rows.slice(700))
  token = (await aToken(server)).token
  const any = { 'if-match': '*' }
  await ask('PATCH', '/transactions/txn_10005', { minor: 7 }, any)
  await ask('DELETE', '/transactions/txn_10006')
})
afterAll(async () => server.dispose())

function ask(method: string, path: string, body?: object, headers = {}) {
  return askBook(server, token, method, path, body, headers)
}

test('JSON is everything that is not deleted, with its history, as the app reads it', async () => {
  const { body, headers } = await ask('GET', '/export')
  expect(headers.get('content-disposition')).toContain('ourmoney.json')
  expect(body).toMatchObject({ format: 'ourmoney', version: 1 })
  const docs = body['docs'] as StoredDoc[]
  expect(docs).toHaveLength(aHousehold.length + many - 1)
  for (const doc of docs) expect(decodeDoc(doc).state).toBe('known')
  const edited = docs.find(({ _id }) => _id === 'txn_10005')
  expect(edited).toMatchObject({ minor: 7, log: [{ was: { minor: 120 } }] })
  expect(edited).not.toHaveProperty('_rev')
  expect((await ask('GET', '/export?text=coffee')).status).toBe(400)
})

test('a line of JSON or of a table for what the filter finds, each once', async () => {
  const lines = async (query: string) =>
    (await ask('GET', `/export?${query}`)).text.trimEnd().split(/\r?\n/)
  const all = (await lines('format=ndjson')).map(
    line => JSON.parse(line) as { readonly id: string },
  )
  expect(new Set(all.map(({ id }) => id)).size).toBe(many - 1)
  expect(all).toHaveLength(many - 1)

  const coffee = await lines('format=csv&descriptions=Coffee%20123')
  expect(coffee).toEqual([
    'date,type,description,amount,currency,account,toAccount,toAmount,toCurrency,category,payee,member,tags,notes,partNotes,id',
    '2026-11-22,expense,Coffee 123,-1.20,EUR,Purse,,,,,,,,,,txn_10123',
  ])
  const table = (await lines('format=csv')).filter(line =>
    /txn_1000[012]$/.test(line),
  )
  expect(table.toSorted()).toEqual([
    `2026-11-22,expense,"'=1+1, ""so""",-1.20,EUR,Purse,,,,,,,,,,txn_10001`,
    '2026-11-22,expense,Coffee 2,-0.20,EUR,Purse,,,,,,,,,tip,txn_10002',
    '2026-11-22,expense,Coffee 2,-1.00,EUR,Purse,,,,Food:Légumes,,,,,,txn_10002',
    '2026-11-22,transfer,Coffee 0,-1.20,EUR,Purse,Dollars,1.32,USD,,,,,,,txn_10000',
  ])
})

test('B26 who loses access while a file is sent gets no page more', async () => {
  const { token: mine, id } = await aToken(server, 'read')
  let asked = 0
  const find = server.people.apiTokens.find
  const { apiTokens } = server.people as { apiTokens: { find: typeof find } }
  apiTokens.find = text => {
    asked += 1
    // Once for the request, once for its first page.
    return asked > 2 ? undefined : find(text)
  }
  await expect(
    askBook(server, mine, 'GET', '/export?format=ndjson'),
  ).rejects.toThrow()
  apiTokens.find = find
  expect(id).not.toBe('')
})
