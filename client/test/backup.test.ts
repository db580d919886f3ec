import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerWhen, everything } from '../src/data/contract/a-ledger.ts'
import type { Ledger } from '../src/data/ledger.ts'
import { aHousehold, aPurchase, inPhase } from './a-household.ts'

let household: Awaited<ReturnType<typeof aHousehold>>
beforeAll(async () => {
  household = await aHousehold()
})
afterAll(() => household.server.dispose())

const quietly = [() => {}, new AbortController().signal] as const
const password = 'seven dry lemons'

async function names(ledger: Ledger, count: number): Promise<string[]> {
  const { rows } = await answerWhen(ledger, everything, a => a.count === count)
  return rows.map(({ description }) => description).sort()
}

function rename(ledger: Ledger, id: string, description: string) {
  return ledger.save([
    { change: 'edit', target: { ids: [id] }, set: { description } },
  ])
}

/** Nothing waits here, and neither side has what the other has not. */
async function alike(ledger: Ledger): Promise<void> {
  await answerWhen(ledger, { view: 'sync' }, a => a.pending === 0)
  await inPhase(ledger, 'up-to-date')
  expect(await ledger.verify(...quietly)).toMatchObject({
    serverLacks: [],
    deviceLacks: [],
  })
}

test('I6 R19 a ledger that was restored on a fresh device goes on where it was, and nothing doubles', async () => {
  const { ledger } = await household.aBook()
  const { ids } = await ledger.save([
    aPurchase('Bread'),
    aPurchase('Milk'),
    aPurchase('Tea'),
  ])
  const [bread = '', milk = '', tea = ''] = ids
  await rename(ledger, bread, 'Rye bread')
  await rename(ledger, milk, 'Oat milk')
  await ledger.save([{ change: 'remove', target: { ids: [tea] } }])
  await alike(ledger)
  const backup = await ledger.backUp(password, ...quietly)
  // What came after the backup is on the server only.
  await rename(ledger, milk, 'Soy milk')
  await alike(ledger)
  await ledger.close()

  const device = household.aDevice()
  const file = backup?.blob ?? new Blob()
  const look = await device.lookAtBackup(file, password)
  const asked = { file, password, look, me: look.members[0]?.id }
  await device.restore(asked, ...quietly)
  const restored = await device.open(ledger.id)
  expect(await names(restored, 2)).toEqual(['Oat milk', 'Rye bread'])
  await rename(restored, bread, 'Black bread')
  await restored.save([{ change: 'restore', ids: [tea] }, aPurchase('Ham')])
  await household.connect(ledger.id)
  await device.connect(ledger.id, 'ana')
  await alike(restored)
  const all = ['Black bread', 'Ham', 'Soy milk', 'Tea']
  expect(await names(restored, 4)).toEqual(all)
  const sync = await inPhase(restored, 'up-to-date')
  expect(sync).toMatchObject({ conflicted: 0, refused: [] })
  await restored.close()

  const other = household.aDevice()
  const joined = await other.join(
    { id: ledger.id, name: 'Home', role: 'owner' },
    'ana',
  )
  expect(await names(joined, 4)).toEqual(all)
  await joined.close()
})

test('of a backup what both have stays one, and what was deleted after it stays deleted', async () => {
  const { device, ledger } = await household.aBook()
  const { ids } = await ledger.save([aPurchase('Bread'), aPurchase('Milk')])
  await rename(ledger, ids[0] ?? '', 'Rye bread')
  await alike(ledger)
  const backup = await ledger.backUp(undefined, ...quietly)
  await ledger.save([{ change: 'remove', target: { ids } }])
  await alike(ledger)
  const file = backup?.blob ?? new Blob()
  const look = await device.lookAtBackup(file, undefined)
  const asked = { file, password: undefined, look, me: undefined }
  expect(await device.restore(asked, ...quietly)).toMatchObject({
    phase: 'done',
    added: 0,
    changed: 0,
  })
  // Deleting was later than the backup, and stands.
  await alike(ledger)
  expect(await names(ledger, 0)).toEqual([])
  await ledger.close()
})
