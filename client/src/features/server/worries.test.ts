import { expect, test } from 'vitest'
import type { HealthReply } from '@ourmoney/shared/identity/operations.ts'
import { worriesOf } from './worries.ts'

const now = Date.UTC(2026, 10, 27)
const hour = 3_600_000
const well: HealthReply = {
  version: '1',
  now,
  uptime: 100_000,
  memory: 1,
  lag: 1,
  disk: { free: 100, size: 1_000, least: 50 },
  sessions: 1,
  openDatabases: 1,
  backups: [{ name: 'x', at: now - hour }],
}
const ledger = { id: 'a'.repeat(26), owners: [], members: 1, bytes: 1 }

test('nothing worries when the disk has room, ledgers are sound and a backup is new', () => {
  expect(worriesOf(well, [ledger])).toEqual({
    aside: 0,
    isFull: false,
    backup: undefined,
  })
})

test('damaged ledgers are counted; one that is being restored is on its way', () => {
  const ledgers = [
    { ...ledger, trouble: 'lost' as const },
    { ...ledger, trouble: 'being-restored' as const },
  ]
  expect(worriesOf(well, ledgers).aside).toBe(1)
})

test('a disk below its limit and a backup of long ago worry', () => {
  const disk = { free: 49, size: 1_000, least: 50 }
  expect(worriesOf({ ...well, disk }, []).isFull).toBe(true)
  const old = [{ name: 'x', at: now - 49 * hour }]
  expect(worriesOf({ ...well, backups: old }, []).backup).toBe('old')
  const none = { ...well, backups: [] }
  expect(worriesOf(none, []).backup).toBe('none')
  expect(worriesOf({ ...none, uptime: 60 }, []).backup).toBeUndefined()
  const off = { ...well, backups: undefined }
  expect(worriesOf(off, []).backup).toBeUndefined()
})
