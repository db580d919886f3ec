import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { profileFields } from '@ourmoney/shared/statement/profile.ts'
import { ulid } from '@ourmoney/shared/sync/ids.ts'
import { create } from '../../contract/a-ledger.ts'
import { lookAt } from '../../contract/a-statement.ts'
import { openKeptValues } from '../kept-values.ts'
import { openRealLedger } from '../real-ledger.ts'
import { readStatements } from '../statements/read-statement.ts'

const snapshots = openKeptValues('ourmoney-snapshots')

function open(id: string) {
  return openRealLedger({
    id,
    user: undefined,
    me: undefined,
    device: 'test',
    snapshots,
    acts: openKeptValues('ourmoney-acts'),
    reviews: openKeptValues('ourmoney-reviews'),
    rescued: openKeptValues('ourmoney-rescued'),
    token: () => undefined,
    server: 'http://localhost:1',
    now: Date.now,
    random: Math.random,
    onCleared: async () => {},
    readStatements,
  })
}

test('a file that is given before the ledger was read is read as the household has settled', async () => {
  const id = ulid(Date.now(), Math.random)
  const file = new Blob(['Date,Text,Amount\n2026-03-14,Bus,-1.50\n'])
  const first = await open(id)
  await create(first, {
    kind: 'ledger',
    _id: 'ledger_main',
    name: 'Home',
    currency: 'EUR',
    timeZone: 'Europe/Lisbon',
    firstDay: 1,
  })
  await first.close()
  const snapshot = await snapshots.get(id)

  const second = await open(id)
  const look = await lookAt(second, file)
  await create(second, {
    kind: 'importProfile',
    ...profileFields('My bank', look, {}),
  })
  await second.close()
  // It was closed before it could keep what it had.
  await snapshots.set(id, snapshot)

  const third = await open(id)
  expect((await lookAt(third, file)).profile?.name).toBe('My bank')
  await third.close()
})
