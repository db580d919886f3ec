import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noLongerKept, timeOf } from './retention.ts'
import { nameOf } from './write-backup.ts'

const day = 86_400_000
const nightly = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    nameOf(new Date(Date.UTC(2026, 10, 27, 3) - n * day).toISOString()),
  )

function keptOf(names: readonly string[]): readonly string[] {
  const dropped = new Set(noLongerKept(names))
  return names.filter(name => !dropped.has(name))
}

test('keeps one a day for a week, one a week for five, one a month for a year', () => {
  const days = keptOf(nightly(500)).map(name => name.slice(9, 19))
  expect(days.slice(0, 7)).toEqual([
    '2026-11-27',
    '2026-11-26',
    '2026-11-25',
    '2026-11-24',
    '2026-11-23',
    '2026-11-22',
    '2026-11-21',
  ])
  // Sundays, then the last of each month.
  expect(days.slice(7)).toEqual([
    '2026-11-15',
    '2026-11-08',
    '2026-11-01',
    '2026-10-31',
    '2026-09-30',
    '2026-08-31',
    '2026-07-31',
    '2026-06-30',
    '2026-05-31',
    '2026-04-30',
    '2026-03-31',
    '2026-02-28',
    '2026-01-31',
    '2025-12-31',
  ])
})

test('whatever backups there are, the newest stays, few stay, and dropping twice drops nothing more', () => {
  const times = fc.date({
    min: new Date('2000-01-01'),
    max: new Date('2099-12-31'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(fc.array(times, { minLength: 1 }), all => {
      const names = [...new Set(all.map(at => nameOf(at.toISOString())))]
      const kept = keptOf(names)
      expect(kept).toContain(names.toSorted().at(-1))
      expect(kept.length).toBeLessThanOrEqual(24)
      expect(noLongerKept(kept)).toEqual([])
    }),
  )
})

test('never touches what it did not name', () => {
  expect(noLongerKept(['notes.txt', 'ourmoney-2001', '..'])).toEqual([])
  expect(timeOf('ourmoney-2026-11-27T03-00-00Z')?.toISOString()).toBe(
    '2026-11-27T03:00:00.000Z',
  )
})
