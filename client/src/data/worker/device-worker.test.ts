import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { answerWhen } from '../contract/a-ledger.ts'
import { createWorkerDevice } from './device-worker.ts'
import type { RealLedger } from './real-ledger.ts'

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

const quietly = [() => {}, new AbortController().signal] as const

async function databases(): Promise<readonly (string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name)
}

async function payees(ledger: RealLedger): Promise<readonly string[]> {
  const ask = { format: 'json', filter: {} } as const
  const exported = await ledger.exportFile(ask, ...quietly)
  const file = (await exported?.blob.text()) ?? ''
  return [...file.matchAll(/"Mercado"/g)].map(([name]) => name.slice(1, -1))
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

test('C20 R3 of a ledger that two people of one browser share each has a copy of their own', async () => {
  const device = aDevice()
  const id = '01ka5jr9zxk7zt5y4v8m2n3p4q'
  await device.ledgers('ana')
  const hers = await device.join({ id, name: 'Home', role: 'owner' }, 'ana')
  await hers.save([
    { change: 'create', doc: { kind: 'payee', name: 'Mercado' } },
  ])

  await device.ledgers('rui')
  await expect(device.open(id)).rejects.toThrow('not-found')
  const his = await device.join({ id, name: 'Home', role: 'editor' }, 'rui')
  expect(his.id).toBe(id)
  expect(his).not.toBe(hers)
  await his.loaded
  expect(await payees(his)).toEqual([])
  await device.leave(id)
  await device.forget(id)
  expect((await device.ledgers('rui')).filter(each => each.user)).toEqual([])

  await device.ledgers('ana')
  const again = await device.open(id)
  await again.loaded
  expect(await payees(again)).toEqual(['Mercado'])
  await again.close()
})

test('who joins as a viewer writes nothing, before the server was asked of the book', async () => {
  const device = aDevice()
  const id = '01ka5jr9zxk7zt5y4v8m2n3p4r'
  const ledger = await device.join({ id, name: 'Home', role: 'viewer' }, 'rui')
  await expect(
    ledger.save([{ change: 'create', doc: { kind: 'payee', name: 'Tasca' } }]),
  ).rejects.toMatchObject({ code: 'read-only' })
  expect((await device.ledgers('rui'))[0]).toMatchObject({ standing: 'viewer' })
  await ledger.close()
})

async function backedUp(password?: string) {
  const device = aDevice()
  const ledger = await device.start(home)
  await ledger.save([
    { change: 'create', doc: { kind: 'payee', name: 'Mercado' } },
    { change: 'create', doc: { kind: 'payee', name: 'Gone' } },
  ])
  const backup = await ledger.backUp(password, ...quietly)
  const { blob: file = new Blob() } = backup ?? {}
  return { device, ledger, file, password }
}

test('a backup becomes its ledger again where it never was', async () => {
  const { ledger, file, password } = await backedUp('pão de ló')
  const { id } = ledger
  await ledger.close()
  indexedDB = new IDBFactory()
  const fresh = aDevice()
  const look = await fresh.lookAtBackup(file, password)
  expect(look).toMatchObject({ ledger: id, name: home.name, records: 5 })
  const [me] = look.members
  const asked = { file, password, look, me: me?.id }
  expect(await fresh.restore(asked, ...quietly)).toMatchObject({ added: 5 })
  expect(await fresh.ledgers(undefined)).toMatchObject([
    { id, name: home.name, connected: false },
  ])
  const restored = await fresh.open(id)
  expect(await payees(restored)).toEqual(['Mercado'])
  const { ids } = await restored.save([
    { change: 'create', doc: { kind: 'payee', name: 'Talho' } },
  ])
  const record = await answerWhen(
    restored,
    { view: 'record', id: ids[0] ?? '' },
    answer => answer.doc !== undefined,
  )
  expect(record.doc?.createdBy).toBe(me?.id)
  await restored.close()
})

test('I6 a backup brought into its own ledger adds nothing twice', async () => {
  const { device, ledger, file } = await backedUp()
  const look = await device.lookAtBackup(file, undefined)
  const asked = { file, password: undefined, look, me: undefined }
  expect(await device.restore(asked, ...quietly)).toMatchObject({
    added: 0,
    known: 5,
  })
  await ledger.close()
})

test('I4 a restore that fails or is stopped leaves nothing behind', async () => {
  const { ledger, file } = await backedUp()
  await ledger.close()
  indexedDB = new IDBFactory()
  const fresh = aDevice()
  const look = await fresh.lookAtBackup(file, undefined)
  const cut = file.slice(0, file.size - 9)
  const asked = { file: cut, password: undefined, look, me: undefined }
  await expect(fresh.restore(asked, ...quietly)).rejects.toMatchObject({
    code: 'file-damaged',
  })
  const stop = new AbortController()
  stop.abort()
  const stopped = { ...asked, file }
  expect(await fresh.restore(stopped, () => {}, stop.signal)).toMatchObject({
    phase: 'cancelled',
  })
  expect(await fresh.ledgers(undefined)).toEqual([])
  expect(await databases()).not.toContain(`_pouch_ledger-${look.ledger}`)
})

test('C20 every ledger of a person is forgotten, also while another list of ledgers is asked for', async () => {
  const device = aDevice()
  const two = ['01ka5jr9zxk7zt5y4v8m2n3p4s', '01ka5jr9zxk7zt5y4v8m2n3p4t']
  for (const id of two) {
    await device.join({ id, name: 'Home', role: 'owner' }, 'eva')
  }
  for (const { id } of await device.ledgers('eva')) {
    // Who was signed out looks at what is nobody's.
    await device.ledgers(undefined)
    expect(await device.unsent(id, 'eva')).toBe(0)
    await device.ledgers(undefined)
    await device.forget(id, 'eva')
  }
  expect(await device.ledgers('eva')).toEqual([])
})

test('C20 R3 a backup that is restored beside other people’s copies takes the place of none', async () => {
  const { device, ledger, file } = await backedUp()
  const { id } = ledger
  await device.forget(id)
  await device.join({ id, name: 'Home', role: 'owner' }, 'ana')
  await device.ledgers(undefined)
  const look = await device.lookAtBackup(file, undefined)
  const asked = { file, password: undefined, look, me: undefined }
  await device.restore(asked, ...quietly)
  await device.connect(id, 'rui')
  const [his] = await device.ledgers('rui')
  await device.ledgers(undefined)
  await device.restore(asked, ...quietly)
  expect(await device.ledgers('rui')).toContainEqual(his)
  for (const user of ['ana', 'rui', undefined]) {
    await device.ledgers(user)
    await device.forget(id, user)
  }
})
