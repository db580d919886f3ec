import { createHmac, createSecretKey } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { Page } from '@playwright/test'
import { check } from './axe.ts'
import {
  add,
  expect,
  goTo,
  setUpServer,
  startLedger,
  test,
  user,
} from './errand.ts'
import { newServer } from './server.ts'

type Call = { readonly headers: IncomingHttpHeaders; readonly body: string }

/** A program of somebody's that waits to be called. */
async function aProgram() {
  const calls: Call[] = []
  const answer = { status: 404, after: Promise.resolve() }
  const listening = createServer((request, reply) => {
    let body = ''
    request.setEncoding('utf8').on('data', part => {
      body += String(part)
    })
    request.on('end', () => {
      calls.push({ headers: request.headers, body })
      void answer.after.then(() => reply.writeHead(answer.status).end())
    })
  })
  listening.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const bound = listening.address()
  const port = typeof bound === 'object' ? bound?.port : 0
  return {
    calls,
    answer,
    address: `http://127.0.0.1:${port}/hook`,
    close: () => listening.close(),
  }
}

/** Answers the secret. */
async function make(page: Page, address: string): Promise<string> {
  await page.getByRole('button', { name: 'New webhook' }).click()
  const dialog = page.getByRole('dialog', { name: 'New webhook' })
  await dialog.getByLabel('Address of your program').fill(address)
  await dialog.getByLabel('Password').fill(user.password)
  await dialog.getByRole('button', { name: 'Make the webhook' }).click()
  const made = page.getByRole('dialog', { name: 'The webhook’s secret' })
  const secret = (await made.getByText(/^whsec_/).textContent()) ?? ''
  await check(page, 'a webhook that was made')
  await made.getByRole('button', { name: 'I have copied it' }).click()
  return secret
}

/** As docs/api.md tells a program to do it by hand. */
function signatureOf({ headers, body }: Call, secret: string): string {
  const id = String(headers['webhook-id'])
  const timestamp = String(headers['webhook-timestamp'])
  const key = createSecretKey(secret.slice('whsec_'.length), 'base64')
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`)
  return `v1,${mac.digest('base64')}`
}

test('somebody has a program told of changes, is shown that it does not hear, mends it, and revokes it', async ({
  newDevice,
}) => {
  const program = await aProgram()
  const server = await newServer({ WEBHOOKS_TO_PRIVATE: 'true' })
  try {
    const page = await newDevice({ baseURL: server.url })
    await startLedger(page)
    await setUpServer(page, server)
    await goTo(page, 'Settings')
    await page.getByRole('button', { name: 'Programs' }).click()
    const secret = await make(page, program.address)
    await expect(page.getByText('told nothing yet')).toBeVisible()

    await page.getByRole('button', { name: /^Test http/ }).click()
    await expect(
      page.getByText('The test did not arrive: it answered 404.'),
    ).toBeVisible()

    await goTo(page, 'Transactions')
    await add(page, { amount: '3.20', description: 'Bread' })
    await expect.poll(() => program.calls.length).toBeGreaterThan(1)
    await goTo(page, 'Settings')
    await page.getByRole('button', { name: 'Programs' }).click()
    await expect(
      page.getByText(
        /^Failing since .*: it answered 404\. It is tried again\.$/,
      ),
    ).toBeVisible()
    await check(page, 'a webhook that fails')

    program.answer.status = 204
    await page.getByRole('button', { name: /^Test http/ }).click()
    await expect(page.getByText('The test has arrived.')).toBeVisible()
    await expect(page.getByText(/last told/)).toBeVisible()
    await expect(page.getByText(/^Failing since/)).toBeHidden()
    const told = () => program.calls.map(each => JSON.parse(each.body).type)
    await expect.poll(() => told().at(-1)).toBe('ledger.changed')
    for (const call of program.calls) {
      expect(call.headers['webhook-signature']).toBe(signatureOf(call, secret))
      expect(call.body).not.toContain('Bread')
    }

    await page.getByRole('button', { name: /^Revoke http/ }).click()
    await expect(
      page.getByText('No address is told of changes yet.'),
    ).toBeVisible()
  } finally {
    program.close()
    await server.dispose()
  }
})

test('somebody tests one webhook after the other', async ({ newDevice }) => {
  const program = await aProgram()
  const server = await newServer({ WEBHOOKS_TO_PRIVATE: 'true' })
  try {
    const page = await newDevice({ baseURL: server.url })
    await startLedger(page)
    await setUpServer(page, server)
    await goTo(page, 'Settings')
    await page.getByRole('button', { name: 'Programs' }).click()
    await make(page, program.address)
    await make(page, `${program.address}/other?key=1#part`)
    const test = page.getByRole('button', { name: /^Test http.*\/hook$/ })
    const other = page.getByRole('button', { name: /^Test http.*\/other$/ })

    const answered = Promise.withResolvers<void>()
    program.answer.after = answered.promise
    program.answer.status = 204
    await test.click()
    await expect(other).toBeDisabled()
    await check(page, 'a webhook under test')
    answered.resolve()
    await expect(page.getByText('The test has arrived.')).toBeVisible()
    await other.click()
    await expect(page.getByText(/last told/)).toHaveCount(2)
  } finally {
    program.close()
    await server.dispose()
  }
})
