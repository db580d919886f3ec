import { expect, test } from 'vitest'
import { aDatabase } from '../../test/an-app.ts'
import { createAudit } from './audit.ts'
import { openStore } from './store.ts'

test('the newest 4,000 acts are kept, also by a server that starts again', async () => {
  const database = aDatabase()
  const store = await openStore(database)
  const audit = createAudit(store)
  const record = (each: typeof audit, n: number) =>
    each.record({ act: 'invite', outcome: 'done', ledger: `${n}` })
  for (let n = 0; n < 4_001; n++) await record(audit, n)
  const again = createAudit(await openStore(database))
  await record(again, 4_001)
  const kept = again.find(() => true)
  expect(kept).toHaveLength(4_000)
  expect(kept[0]).toMatchObject({ ledger: '4001' })
  expect(kept.at(-1)).toMatchObject({ ledger: '2' })
})

test('a flood of refusals neither fills the disk nor pushes acts out', async () => {
  const audit = createAudit(await openStore(aDatabase()))
  await audit.record({ act: 'hand-over', outcome: 'done' })
  for (let n = 0; n < 2_000; n++) {
    await audit.record({ act: 'sign-in', outcome: 'bad-credentials' })
  }
  const refused = audit.find(({ outcome }) => outcome !== 'done')
  expect(refused.length).toBeGreaterThanOrEqual(100)
  expect(refused.length).toBeLessThan(200)
  expect(audit.find(({ act }) => act === 'hand-over')).toHaveLength(1)
})
