import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { ulid } from '@ourmoney/shared/sync/ids.ts'
import { answerWhen, everything } from '../contract/a-ledger.ts'
import type { NewDoc } from '../changes.ts'
import { openKeptValues } from './kept-values.ts'
import { openRealLedger, type RealLedger } from './real-ledger.ts'

const open: RealLedger[] = []
afterEach(async () => {
  for (const ledger of open.splice(0)) await ledger.close()
})

async function aLedger(id = ulid(Date.now(), Math.random)) {
  const ledger = await openRealLedger({
    id,
    user: undefined,
    me: undefined,
    device: 'test',
    snapshots: openKeptValues('ourmoney-snapshots'),
    acts: openKeptValues('ourmoney-acts'),
    reviews: openKeptValues('ourmoney-reviews'),
    rescued: openKeptValues('ourmoney-rescued'),
    token: () => undefined,
    server: 'http://localhost:1',
    now: Date.now,
    random: Math.random,
    onCleared: async () => {},
  })
  open.push(ledger)
  return ledger
}

const aTransaction = (description: string): NewDoc => ({
  kind: 'transaction',
  type: 'expense',
  description,
  minor: 120,
  currency: 'EUR',
  date: '2026-11-22',
})

type Stored = Record<string, unknown>

/** Changes what PouchDB's adapter stored, behind its back. */
async function change(
  ledger: RealLedger,
  store: 'by-sequence' | 'document-store',
  id: string,
  to: (record: Stored) => unknown,
): Promise<void> {
  const database = await asked(indexedDB.open(`_pouch_ledger-${ledger.id}`))
  const records = database.transaction(store, 'readwrite').objectStore(store)
  const keys = await asked(records.getAllKeys())
  const values = (await asked(records.getAll())) as Stored[]
  for (const [at, value] of values.entries()) {
    const name = String(value['_doc_id_rev'] ?? value['id'])
    if (!name.startsWith(id)) continue
    const next = to(value)
    if (next === undefined) await asked(records.delete(keys[at] ?? 0))
    else {
      const isKeyed = records.keyPath !== null
      await asked(isKeyed ? records.put(next) : records.put(next, keys[at]))
    }
  }
  database.close()
}

function asked<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(new Error('IndexedDB')))
  })
}

async function withTwo() {
  const ledger = await aLedger()
  const { ids } = await ledger.save(
    ['Coffee', 'Tea'].map(description => ({
      change: 'create',
      doc: aTransaction(description),
    })),
  )
  const [coffee = '', tea = ''] = ids
  return { ledger, coffee, tea }
}

const reopened = async (ledger: RealLedger) => {
  await ledger.close()
  open.splice(open.indexOf(ledger), 1)
  await openKeptValues('ourmoney-snapshots').remove(ledger.id)
  return aLedger(ledger.id)
}

test('L8 a damaged record is named, the others stay, and repair brings back its version before', async () => {
  const { ledger, coffee } = await withTwo()
  await ledger.save([
    { change: 'edit', target: { ids: [coffee] }, set: { minor: 300 } },
  ])
  await change(ledger, 'by-sequence', coffee, record =>
    record['minor'] === 300 ? { ...record, minor: 'junk' } : record,
  )
  const after = await reopened(ledger)
  const sync = await answerWhen(after, { view: 'sync' }, a => !a.loading)
  expect(sync.damaged).toEqual([{ id: coffee, name: 'Coffee' }])
  await answerWhen(after, everything, a => a.count === 1)

  expect(await after.repair()).toEqual([])
  const { rows } = await answerWhen(after, everything, a => a.count === 2)
  expect(rows.map(({ description, minor }) => [description, minor])).toEqual(
    expect.arrayContaining([
      ['Coffee', 120],
      ['Tea', 120],
    ]),
  )
  const whole = await answerWhen(
    after,
    { view: 'sync' },
    a => !a.damaged.length,
  )
  expect(whole.lost).toBeUndefined()
})

test.each([
  [
    'junk for a revision tree',
    'document-store',
    (each: Stored) => ({ ...each, data: 'junk' }),
  ],
  ['no name', 'by-sequence', () => ({ junk: true })],
] as const)(
  'L8 %s, at which PouchDB gives up, is told, and all others are brought back',
  async (_, store, to) => {
    const { ledger, coffee } = await withTwo()
    await change(ledger, store, coffee, to)
    const after = await reopened(ledger)
    await answerWhen(after, { view: 'sync' }, a => a.phase === 'storage-gone')
    await after.repair()
    const { rows } = await answerWhen(after, everything, a => a.count > 0)
    expect(rows.map(({ description }) => description)).toContain('Tea')
    await answerWhen(after, { view: 'sync' }, a => a.phase === 'local-only')
    await after.save([{ change: 'create', doc: aTransaction('Juice') }])
    await answerWhen(after, everything, a =>
      a.rows.some(({ description }) => description === 'Juice'),
    )
  },
)

test('L8 a repair that was cut off is finished at the next start', async () => {
  const { ledger, tea } = await withTwo()
  const docs = [
    {
      ...(
        await answerWhen(
          ledger,
          { view: 'record', id: tea },
          a => a.doc !== undefined,
        )
      ).doc,
    },
  ]
  await ledger.close()
  open.splice(open.indexOf(ledger), 1)
  await openKeptValues('ourmoney-rescued').set(`ledger-${ledger.id}`, docs)
  await asked(indexedDB.deleteDatabase(`_pouch_ledger-${ledger.id}`))
  const after = await aLedger(ledger.id)
  await answerWhen(after, everything, a => a.count === 1)
})
