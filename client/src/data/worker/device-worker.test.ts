import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { createWorkerDevice } from './device-worker.ts'

const home = {
  name: 'Home',
  currency: 'EUR',
  timeZone: 'Europe/Lisbon',
  firstDay: 1,
  memberName: 'Ana',
  accountName: 'Purse',
  categories: [],
}

const aDevice = () =>
  createWorkerDevice({
    server: 'http://localhost:1',
    now: Date.now,
    random: Math.random,
  })

async function databases(): Promise<readonly (string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name)
}

test('C20 a ledger that was forgotten leaves nothing behind, and no other goes with it', async () => {
  const device = aDevice()
  const [kept, gone] = [await device.start(home), await device.start(home)]
  await gone.save([
    { change: 'create', doc: { kind: 'payee', name: 'Mercado' } },
  ])
  await gone.addReceipt('txn_1234', new Blob(['%PDF-1.4']), 'a.pdf')
  expect(await databases()).toContain(`_pouch_receipts-${gone.id}`)

  await device.forget(gone.id)
  const left = await databases()
  expect(left).toContain(`_pouch_ledger-${kept.id}`)
  expect(left.filter(name => name?.includes(gone.id))).toEqual([])
  expect((await device.ledgers(undefined)).map(({ id }) => id)).toEqual([
    kept.id,
  ])
  await kept.close()
})

test('a ledger that is left is closed, unless somebody came back to it', async () => {
  const device = aDevice()
  const first = await device.start(home)
  await device.leave(first.id)
  const again = await device.open(first.id)
  expect(again).not.toBe(first)
  const leaving = device.leave(first.id)
  expect(await device.open(first.id)).toBe(again)
  await leaving
  await again.save([
    { change: 'create', doc: { kind: 'payee', name: 'Mercado' } },
  ])
  await again.close()
})
