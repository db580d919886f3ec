import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemReply } from '@ourmoney/shared/identity/api.ts'
import { aDoc, aHousehold, push } from './a-book.ts'
import { aLedger, aServer, type AServer } from './a-server.ts'
import { prove } from './an-app.ts'
import { anyJson, fromSchema, spoiled, type Schema } from './from-schema.ts'

const runs = process.env['OURMONEY_LONG'] ? 400 : 25

type Parameter = {
  readonly in: string
  readonly name: string
  readonly required?: boolean
  readonly schema: Schema
}
type Operation = {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>
  }
  readonly responses: Readonly<Record<string, unknown>>
}
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

let server: AServer
let document: Document
let proof: Readonly<Record<string, string>>
beforeAll(async () => {
  server = await aServer()
  const coffee = {
    type: 'expense',
    description: 'Coffee',
    minor: 120,
    currency: 'EUR',
    date: '2026-11-22',
  }
  await push(server, [...aHousehold, aDoc('transaction', 'txn_0001', coffee)])
  const reply = await server.app.inject('/api/docs/openapi.json')
  document = reply.json()
  proof = await prove(server.app, server.token)
})
afterAll(async () => server.dispose())

const known = [
  aLedger,
  'acc_0001',
  'cat_0001',
  'pay_0001',
  'txn_0001',
  'none',
  '2026-11',
  'expense',
  '*',
  'EUR',
]

/** Of a parameter of an address nothing but text can be sent. */
function textOf(schema: Schema): fc.Arbitrary<string> {
  return fc
    .oneof(
      { weight: 4, arbitrary: fromSchema(schema, known) },
      { weight: 2, arbitrary: fc.constantFrom(...known) },
      { weight: 1, arbitrary: anyJson },
    )
    .map(value =>
      typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
    )
}

function requestsOf(path: string, operation: Operation) {
  const { parameters = [], requestBody } = operation
  const of = (place: string) => parameters.filter(each => each.in === place)
  const values = fc.record(
    Object.fromEntries(
      of('path').map(({ name, schema }) => [name, textOf(schema)]),
    ),
  )
  // A few at a time: each of many would be wrong in one of them.
  const some = (place: string) =>
    fc
      .subarray([...of(place)], { maxLength: Math.min(of(place).length, 3) })
      .chain(chosen =>
        fc.record(
          Object.fromEntries(
            chosen.map(({ name, schema }) => [
              name,
              name === 'if-match'
                ? fc.option(textOf(schema), { freq: 1, nil: '*' })
                : textOf(schema),
            ]),
          ),
        ),
      )
  const schema = Object.values(requestBody?.content ?? {})[0]?.schema
  return fc
    .record({
      values,
      query: fc.oneof(
        { weight: 4, arbitrary: some('query') },
        { weight: 1, arbitrary: fc.dictionary(fc.string(), fc.string()) },
      ),
      headers: some('header'),
      // Mostly of the ledger that there is, or nothing is found anywhere.
      ledger: fc.option(fc.constant(aLedger), { freq: 5 }),
      body:
        schema === undefined
          ? fc.option(anyJson, { freq: 1 })
          : spoiled(fromSchema(schema, known)),
    })
    .map(({ values, query, ledger, headers, body }) => ({
      url:
        path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
          encode(
            name === 'ledger' && ledger !== null
              ? ledger
              : (values[name] ?? ''),
          ),
        ) + searchOf(query),
      headers,
      body,
    }))
}

/** Halves of characters go over no wire. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

function searchOf(query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(
    ([key, value]) => `${encode(key)}=${encode(value)}`,
  )
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

/** What a header can carry. */
function sendable(headers: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      value.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 4_000),
    ]),
  )
}

test('S16 B11 no request to any route of the document, however wrong, is answered but as the document says, and never by a 500', async () => {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      method,
      path,
      operation,
    })),
  )
  expect(operations.length).toBeGreaterThan(60)
  const seen = new Set<number>()
  let client = 0
  for (const { method, path, operation } of operations) {
    await fc.assert(
      fc.asyncProperty(
        requestsOf(path, operation),
        async ({ url, headers, body }) => {
          client += 1
          const payload = JSON.stringify(body) ?? ''
          const reply = await server.app.inject({
            method: method as 'GET',
            url,
            // Each from another address: what is tried is no limit of requests.
            remoteAddress: `10.${client >> 16}.${(client >> 8) & 255}.${client & 255}`,
            headers: {
              ...sendable(headers),
              authorization: `Bearer ${server.token}`,
              // What cannot be taken back is only tried without a proof.
              ...(method === 'get' && proof),
              ...(method !== 'get' && { 'content-type': 'application/json' }),
            },
            ...(method !== 'get' && { payload }),
          })
          seen.add(reply.statusCode)
          const told = `${method} ${url} ${payload.slice(0, 200)}: ${reply.statusCode} ${reply.body.slice(0, 200)}`
          if (reply.statusCode < 400) {
            expect(Object.keys(operation.responses), told).toContain(
              String(reply.statusCode),
            )
            return
          }
          expect(reply.statusCode, told).toBeLessThan(500)
          expect(reply.headers['content-type'], told).toContain(
            'application/problem+json',
          )
          const problem = problemReply.parse(reply.json())
          expect(problem.status).toBe(reply.statusCode)
          expect(reply.body, told).not.toMatch(/\bat \/|node_modules|\.ts:/)
        },
      ),
      { numRuns: runs },
    )
  }
  // It got through as well as being refused.
  for (const status of [200, 201, 400, 404, 422]) expect(seen).toContain(status)
}, 240_000)
