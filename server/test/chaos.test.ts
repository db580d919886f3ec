import { request } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import { aProxy, type Proxy } from './a-proxy.ts'
import { aRandom } from './a-random.ts'
import { aLedger, aServer } from './a-server.ts'

const isLong = process.env['OURMONEY_LONG'] === '1'
/** Every byte is one of them in the long run. */
const step = isLong ? 1 : 97
const seed = Number(process.env['OURMONEY_SEED_BASE'] ?? Date.now())
const random = aRandom(seed)

let server: Awaited<ReturnType<typeof aServer>>
let proxy: Proxy
beforeEach(async () => {
  server = await aServer()
  proxy = await aProxy(new URL(server.url).origin)
})
afterEach(async () => {
  await proxy.close()
  await server.dispose()
})

test.each([
  ['up', 'cut'],
  ['down', 'cut'],
  ['up', 'reset'],
  ['down', 'reset'],
  ['up', 'silence'],
  ['down', 'silence'],
  ['up', 'garbage'],
  ['down', 'garbage'],
] as const)(
  `S1 a _bulk_docs that breaks at any byte on its way %s by %s is stored whole or not at all, and can be sent again, seed ${seed}`,
  async (way, what) => {
    await send(someDocs())
    const length = proxy.passed()[way]
    expect(length).toBeGreaterThan(200)
    let stored = 3
    for (let after = 0; after < length; after += step) {
      proxy.breakAt({ way, after, what })
      const docs = someDocs()
      const answer = await send(docs, 150)
      expect(answer, `at ${after}`).toBe('unknown')
      // All of a request, or nothing of it.
      expect([0, docs.length], `at ${after}`).toContain(await missingOf(docs))

      proxy.breakAt(undefined)
      expect(await send(docs), `again, at ${after}`).toBe('stored')
      expect(await missingOf(docs)).toBe(0)
      stored += docs.length
    }
    await server.databases.withLedger(aLedger, async database => {
      expect((await database.info()).doc_count).toBe(stored)
    })
    await server.databases.check(aLedger)
  },
  isLong ? 900_000 : 60_000,
)

type Doc = { readonly _id: string; readonly _rev: string }

function someDocs(): readonly Doc[] {
  return Array.from({ length: 3 }, () => {
    const hex = () =>
      random
        .below(2 ** 32)
        .toString(16)
        .padStart(8, '0')
    return {
      ...aTransactionDoc({ _id: `txn_${hex()}${hex()}` }),
      _rev: `1-${hex()}${hex()}${hex()}${hex()}`,
    } as Doc
  })
}

/** By a connection of its own; what stays silent so many milliseconds is given up. */
function send(
  docs: readonly Doc[],
  patience = 30_000,
): Promise<'stored' | 'unknown'> {
  const body = JSON.stringify({ docs, new_edits: false })
  const { pathname } = new URL(server.url)
  return new Promise(resolve => {
    const give = (answer: 'stored' | 'unknown') => () => {
      asked.destroy()
      resolve(answer)
    }
    const asked = request(
      `${proxy.url}${pathname}/_bulk_docs`,
      {
        method: 'POST',
        agent: false,
        timeout: patience,
        headers: {
          authorization: `Bearer ${server.token}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      reply => {
        let text = ''
        reply.setEncoding('utf8')
        reply.on('data', piece => (text += String(piece)))
        reply.on('error', give('unknown'))
        reply.on('end', () => {
          const isStored = reply.statusCode === 201 && text === '[]'
          give(isStored && reply.complete ? 'stored' : 'unknown')()
        })
      },
    )
    asked.on('timeout', give('unknown'))
    asked.on('error', give('unknown'))
    asked.end(body)
  })
}

async function missingOf(docs: readonly Doc[]): Promise<number> {
  const reply = await fetch(`${server.url}/_revs_diff`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${server.token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(
      Object.fromEntries(docs.map(({ _id, _rev }) => [_id, [_rev]])),
    ),
  })
  expect(reply.status).toBe(200)
  return Object.keys((await reply.json()) as object).length
}
