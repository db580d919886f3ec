import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { ulid } from '@ourmoney/shared/sync/ids.ts'
import {
  answerWhen,
  aTransaction,
  create,
  everything,
} from '../contract/a-ledger.ts'
import { ledgerContract } from '../contract/ledger.contract.ts'
import { bringInFile, readPlainStatements } from '../contract/a-statement.ts'
import { readOnlyContract } from '../contract/read-only.contract.ts'
import { openKeptValues } from './kept-values.ts'
import { ReadModel } from './read-model/read-model.ts'
import { openRealLedger } from './real-ledger.ts'

const open = (standing?: 'viewer') =>
  openRealLedger({
    id: ulid(Date.now(), Math.random),
    user: standing && 'rui',
    standing,
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
    shrink: async photo => photo,
    readStatements: readPlainStatements,
  })

ledgerContract('the ledger on PouchDB', () => open())
readOnlyContract('the ledger on PouchDB', () => open('viewer'))

test('of a large act the way back and forth is told as it goes', async () => {
  const ledger = await open()
  await create(ledger, ...Array.from({ length: 1_100 }, () => aTransaction()))
  await answerWhen(ledger, everything, a => a.count === 1_100)
  const told = new Set<string>()
  const view = ledger.openView({ view: 'work' })
  view.subscribe(() => {
    const { underway } = view.latest() ?? {}
    if (underway !== undefined) told.add(underway.way)
  })
  const filter = { text: 'all' }
  const noted = { ...everything, filter }
  await ledger.save([
    {
      change: 'edit',
      target: { filter: {}, except: [] },
      set: { notes: 'all' },
    },
  ])
  await answerWhen(ledger, noted, a => a.count === 1_100)
  expect(await ledger.undo()).toMatchObject({ count: 1_100 })
  await answerWhen(ledger, noted, a => a.count === 0)
  await ledger.redo()
  await answerWhen(ledger, noted, a => a.count === 1_100)
  await answerWhen(ledger, { view: 'work' }, a => a.underway === undefined)
  expect(told).toEqual(new Set(['save', 'undo', 'redo']))
  view.close()
  await ledger.close()
})

test('what a file brought is kept for the next start as soon as it is there', async () => {
  const ledger = await open()
  await create(ledger, {
    kind: 'ledger',
    _id: 'ledger_main',
    name: 'Home',
    currency: 'EUR',
    timeZone: 'Europe/Lisbon',
    firstDay: 1,
  })
  const rows = Array.from({ length: 300 }, (_, at) => ({ minor: -1 - at }))
  await bringInFile(ledger, { rows }, {})
  const kept = await openKeptValues('ourmoney-snapshots').get(ledger.id)
  const model = new ReadModel()
  model.loadSnapshot((kept as { readonly snapshot: unknown }).snapshot)
  expect(model.count).toBe(300)
  await ledger.close()
})
