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

test('whoever does much pushes out their own acts, not those of others', async () => {
  const audit = createAudit(await openStore(aDatabase()))
  await audit.record({ act: 'hand-over', outcome: 'done', user: 'ann' })
  for (let n = 0; n < 4_100; n++) {
    await audit.record({ act: 'confirm', outcome: 'done', user: 'eve' })
  }
  expect(audit.find(({ user }) => user === 'ann')).toHaveLength(1)
  expect(audit.find(() => true)).toHaveLength(4_000)
})

test('events that come together are all kept', async () => {
  const audit = createAudit(await openStore(aDatabase()))
  await Promise.all(
    Array.from({ length: 20 }, () =>
      audit.record({ act: 'invite', outcome: 'done' }),
    ),
  )
  expect(audit.find(() => true)).toHaveLength(20)
})

test('a flood of refusals does not fill the disk, and those of others are still written', async () => {
  const audit = createAudit(await openStore(aDatabase()))
  const refuse = (from: string, times: number) =>
    Promise.all(
      Array.from({ length: times }, () =>
        audit.record({ act: 'sign-in', outcome: 'bad-credentials', from }),
      ),
    )
  await refuse('203.0.113.1', 1_000)
  await refuse('203.0.113.2', 1)
  const by = (address: string) =>
    audit.find(({ from }) => from === address).length
  expect(by('203.0.113.1')).toBeLessThan(40)
  expect(by('203.0.113.2')).toBe(1)
  for (let n = 0; n < 300; n++) await refuse(`198.51.100.${n}`, 1)
  expect(audit.find(() => true).length).toBeLessThan(260)
})
