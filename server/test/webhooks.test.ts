import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type * as z from 'zod'
import type { makeWebhookReply } from '@ourmoney/shared/identity/webhooks.ts'
import { aPassword } from './an-app.ts'
import { aProcess, ask, type AProcess } from './a-process.ts'
import { aReceiver, type AReceiver } from './a-receiver.ts'
import { aLedger } from './a-server.ts'

let dataDir: string
let receiver: AReceiver
let server: AProcess | undefined
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ourmoney-'))
  receiver = await aReceiver()
})
afterEach(async () => {
  await server?.kill('SIGKILL')
  await receiver.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function start(environment: Readonly<Record<string, string>> = {}) {
  server = await aProcess({ DATA_DIR: dataDir, ...environment })
  const token = await server.signIn()
  const api = `${server.url}/api/v1`
  const ledger = `${api}/ledgers/${aLedger}`
  await ask(ledger, token, 'PUT', { name: 'Home' })
  return {
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
  const { make, write } = await start(environment)
  const made = (await (await make()).json()) as z.infer<typeof makeWebhookReply>
  await write('Market')
  await expect.poll(() => receiver.received.length).toBe(1)
  expect(receiver.read(made.secret).data.ledger).toBe(aLedger)

  receiver.does(() => {})
  await write('Baker')
  await expect.poll(() => receiver.received.length, { timeout: 5_000 }).toBe(2)
  const stopped = Date.now()
  await server?.kill('SIGTERM')
  expect(Date.now() - stopped).toBeLessThan(5_000)
  receiver.answers(204)
  await start(environment)
  await expect.poll(() => receiver.received.length, { timeout: 5_000 }).toBe(3)
  const [, second, third] = receiver.received
  expect(third?.headers['webhook-id']).toBe(second?.headers['webhook-id'])
  expect(third?.body).toBe(second?.body)
})

test('B5 a server reaches nothing private unless it was told to', async () => {
  const { make } = await start()
  expect(await (await make()).json()).toMatchObject({ code: 'wrong-address' })
})
