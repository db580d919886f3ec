import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type * as z from 'zod'
import type { makeWebhookReply } from '@ourmoney/shared/identity/webhooks.ts'
import { aPassword, aSecret } from './an-app.ts'
import { aCouch } from './a-couch.ts'
import { aProcess, ask, type AProcess } from './a-process.ts'
import { aReceiver, type AReceiver } from './a-receiver.ts'
import { aLedger } from './a-server.ts'

let dataDir: string
let receiver: AReceiver
let servers: AProcess[]
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ourmoney-'))
  receiver = await aReceiver()
  servers = []
})
afterEach(async () => {
  for (const server of servers) await server.kill('SIGKILL')
  await receiver.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function start(environment: Readonly<Record<string, string>> = {}) {
  const server = await aProcess({ DATA_DIR: dataDir, ...environment })
  servers.push(server)
  const token = await server.signIn()
  const api = `${server.url}/api/v1`
  const ledger = `${api}/ledgers/${aLedger}`
  await ask(ledger, token, 'PUT', { name: 'Home' })
  return {
    server,
    write: (name: string) => ask(`${ledger}/payees`, token, 'POST', { name }),
    make: async () => {
      const password = aPassword
      const confirmed = await ask(`${api}/auth/confirm`, token, 'POST', {
        password,
      })
      const { proof } = (await confirmed.json()) as { proof: string }
      return fetch(`${ledger}/webhooks`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'ourmoney-proof': proof,
        },
        body: JSON.stringify({ address: receiver.address }),
      })
    },
  }
}

test('S6 a server tells by itself what changes, stops in the middle of a call, and goes on when it starts', async () => {
  const environment = { WEBHOOKS_TO_PRIVATE: 'true' }
  const { server, make, write } = await start(environment)
  const made = (await (await make()).json()) as z.infer<typeof makeWebhookReply>
  await write('Market')
  await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(1)
  expect(receiver.read(made.secret).data.ledger).toBe(aLedger)

  receiver.does(() => {})
  await write('Baker')
  await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(2)
  // Not for as long as it would wait for the answer.
  const stopped = Date.now()
  await server.kill('SIGTERM')
  expect(Date.now() - stopped).toBeLessThan(9_000)
  receiver.answers(204)
  await start(environment)
  await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(3)
  const [, second, third] = receiver.received
  expect(third?.headers['webhook-id']).toBe(second?.headers['webhook-id'])
  expect(third?.body).toBe(second?.body)
})

test('B5 a server reaches nothing private unless it was told to', async () => {
  const { make } = await start()
  expect(await (await make()).json()).toMatchObject({ code: 'wrong-address' })
})

test('S14 of two servers on one CouchDB one tells of each change, wherever it was made, and either goes on without the other', async () => {
  const couch = await aCouch()
  const environment = {
    WEBHOOKS_TO_PRIVATE: 'true',
    COUCHDB_URL: couch.url,
    JWT_SECRET: aSecret,
  }
  const [one, other] = [
    await start({ ...environment, DATA_DIR: join(dataDir, 'one') }),
    await start({ ...environment, DATA_DIR: join(dataDir, 'other') }),
  ]
  const { secret } = (await (await one.make()).json()) as z.infer<
    typeof makeWebhookReply
  >
  let writes = 0
  const told = async (write: typeof one.write) => {
    writes += 1
    await write(`Payee ${writes}`)
    await expect
      .poll(() => receiver.received.length, { timeout: 10_000 })
      .toBe(writes)
    return receiver.read(secret).data
  }
  let { cursor } = await told(one.write)
  for (const { write } of [other, one, other]) {
    const next = await told(write)
    expect(next.since).toBe(cursor)
    cursor = next.cursor
  }
  await one.server.kill('SIGKILL')
  expect((await told(other.write)).since).toBe(cursor)
  const ids = receiver.received.map(each => each.headers['webhook-id'])
  expect(new Set(ids).size).toBe(writes)
  for (const { server } of [one, other]) await server.kill('SIGKILL')
  await couch.close()
})
