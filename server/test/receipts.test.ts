import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { partIds } from '@ourmoney/shared/receipt/receipt-part.ts'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import {
  aDevice,
  aLedger,
  aServer,
  remoteOf,
  type AServer,
} from './a-server.ts'

let server: AServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(async () => server.dispose())

const hash = 'ab'.repeat(32)

function aPart(index = 0, changes: Record<string, unknown> = {}) {
  const [_id] = partIds(hash, 1).map(id => id.slice(0, -1) + index)
  return { _id, kind: 'receiptPart', v: 1, data: 'QUJD', ...changes }
}

async function push(url: string, doc: object) {
  const device = aDevice()
  await device.bulkDocs([doc])
  const denied: unknown[] = []
  const run = device.replicate.to(remoteOf(url, server.token))
  void run.on('denied', each => denied.push(each))
  await run
  return denied
}

test('the bytes of a receipt reach the server and another device', async () => {
  expect(await push(server.receiptsUrl, aPart(1))).toEqual([])
  const other = aDevice()
  await other.replicate.from(remoteOf(server.receiptsUrl, server.token))
  const id = aPart(1)._id ?? ''
  expect(await other.get(id)).toMatchObject({ data: 'QUJD' })
  const book = aDevice()
  await book.replicate.from(remoteOf(server.url, server.token))
  expect((await book.allDocs()).rows.map(row => row.id)).not.toContain(id)
})

test.each([
  ['a transaction', aTransactionDoc()],
  ['a part with a field of somebody’s own', aPart(2, { html: '<b>' })],
  ['a part whose data is no base64', aPart(3, { data: '<script>' })],
  ['a part that is too large', aPart(4, { data: 'A'.repeat(70_000) })],
  ['a kind that nobody knows', { _id: 'zzz_00000001', kind: 'zzz', v: 1 }],
])('B24 among receipts the server refuses %s', async (_, doc) => {
  expect(await push(server.receiptsUrl, doc)).toHaveLength(1)
})

test('B24 the book takes no bytes of receipts', async () => {
  expect(await push(server.url, aPart(5))).toHaveLength(1)
})

test('B1 who is no member of the ledger finds no receipts there', async () => {
  const other = `/sync/${'0'.repeat(25)}2/receipts`
  const headers = { authorization: `Bearer ${server.token}` }
  for (const url of ['', '/_changes', `/${aPart()._id}`]) {
    const known = `/sync/${aLedger}/receipts${url}`
    const reply = await server.app.inject({ url: other + url, headers })
    expect(reply.statusCode).toBe(404)
    expect((await server.app.inject({ url: known })).statusCode).toBe(401)
  }
})

test('receipts that take too much room are refused as a whole, and the book is not', async () => {
  const small = await aServer({ receiptCaps: { docs: 1, bytes: 1e9 } })
  const device = aDevice()
  await device.bulkDocs([aPart(6), aPart(7)])
  await expect(
    device.replicate.to(remoteOf(small.receiptsUrl, small.token)),
  ).rejects.toMatchObject({ status: 507, code: 'ledger-full' })
  await device.destroy()
  const book = aDevice()
  await book.bulkDocs([aTransactionDoc()])
  const written = await book.replicate.to(remoteOf(small.url, small.token))
  expect(written).toMatchObject({ docs_written: 1 })
  await small.dispose()
})

test('R18 receipts that a server lost are sent to it again', async () => {
  const first = await aServer()
  const device = aDevice()
  await device.bulkDocs([aPart(8)])
  await device.replicate.to(remoteOf(first.receiptsUrl, first.token))
  await first.close()
  const folder = join(first.dataDir, 'ledgers', `${aLedger}.receipts`)
  await rm(folder, { recursive: true })
  const again = await aServer({ dataDir: first.dataDir })
  const sent = await device.replicate.to(
    remoteOf(again.receiptsUrl, again.token),
  )
  expect(sent).toMatchObject({ docs_written: 1 })
  await again.dispose()
})
