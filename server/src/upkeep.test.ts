import { expect, test } from 'vitest'
import { createUpkeep, untilHour } from './upkeep.ts'
import type { UpkeepDeps } from './upkeep.ts'

const hour = 60 * 60 * 1000

test('the quiet hour comes once a day, never at once', () => {
  expect(untilHour(3, new Date(2026, 10, 27, 1, 30))).toBe(1.5 * hour)
  expect(untilHour(3, new Date(2026, 10, 27, 3))).toBe(24 * hour)
  expect(untilHour(0, new Date(2026, 10, 27, 23))).toBe(hour)
})

function anUpkeep(deps: Partial<UpkeepDeps>, done: string[]) {
  const log = {
    info: () => {},
    warn: () => {},
    error: (_: unknown, what = '') => void done.push(what),
  }
  const databases = {
    names: () => ['a', 'b'],
    troubles: () => [{ name: 'b', what: 'lost' }],
    check: async (name: string) => void done.push(`check ${name}`),
  }
  return createUpkeep({
    databases: databases as unknown as UpkeepDeps['databases'],
    people: { tidy: async () => {} },
    backups: undefined,
    quietHour: 3,
    log: log as unknown as UpkeepDeps['log'],
    ...deps,
  })
}

test('S3 it looks through what is not put aside, and makes up for a backup that is missing', async () => {
  const done: string[] = []
  const backups = {
    list: async () => [{ name: 'old', at: Date.now() - 26 * hour }],
    make: async () => {
      done.push('backup')
      throw new Error('no disk')
    },
    restoreLedger: async () => [],
  }
  const upkeep = anUpkeep({ backups }, done)
  upkeep.start()
  await expect.poll(() => done.at(-1)).toBe('the backup failed')
  await upkeep.stop()
  expect(done).toEqual(['check a', 'backup', 'the backup failed'])
})

test('a backup of this night is enough', async () => {
  const done: string[] = []
  const upkeep = anUpkeep(
    {
      backups: {
        list: async () => [{ name: 'new', at: Date.now() - 20 * hour }],
        make: async () => expect.unreachable(),
        restoreLedger: async () => [],
      },
    },
    done,
  )
  upkeep.start()
  await expect.poll(() => done).toEqual(['check a'])
  await upkeep.stop()
  expect(done).toEqual(['check a'])
})
