import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar/local-date.ts'
import { findTransferPairs, type PairedSide } from './transfer-pairs.ts'

const aSide = (side: Partial<PairedSide>): PairedSide => ({
  id: 'txn_a',
  type: 'expense',
  minor: 5000,
  currency: 'EUR',
  date: '2026-11-22',
  account: 'acc_bank',
  ...side,
})
const out = aSide({ id: 'out' })
const into = aSide({ id: 'into', type: 'income', account: 'acc_save' })

const idsOf = (...rows: PairedSide[]) =>
  findTransferPairs(rows).map(pair => `${pair.out.id} ${pair.into.id}`)

test('the same amount out of one account and into another is a pair', () => {
  expect(idsOf(into, out)).toEqual(['out into'])
})

test.each<[Partial<PairedSide>, boolean]>([
  [{ date: '2026-11-27' }, true],
  [{ date: '2026-11-17' }, true],
  [{ date: '2026-11-28' }, false],
  [{ date: '2026-11-16' }, false],
  [{ minor: 5001 }, false],
  [{ currency: 'USD' }, false],
  [{ type: 'expense' }, false],
  [{ type: 'expense', minor: -5000 }, true],
  [{ type: 'transfer' }, false],
  [{ account: 'acc_bank' }, false],
  [{ account: undefined }, false],
  [{ apart: ['out'] }, false],
])('with %j it is one: %s', (fields, isPair) => {
  expect(idsOf(out, { ...into, ...fields })).toHaveLength(isPair ? 1 : 0)
})

test('the nearest day is taken first, and nothing twice', () => {
  const near = { ...into, id: 'near', date: '2026-11-23' }
  const far = { ...into, id: 'far', date: '2026-11-25' }
  const second = { ...out, id: 'second', date: '2026-11-24' }
  expect(idsOf(far, out, near)).toEqual(['out near'])
  expect(idsOf(far, out, near, second)).toEqual(['second far', 'out near'])
})

const side: fc.Arbitrary<Omit<PairedSide, 'id'>> = fc.record({
  type: fc.constantFrom('expense', 'income', 'transfer'),
  minor: fc.constantFrom(-100, 100, 200, 0),
  currency: fc.constantFrom('EUR', 'USD'),
  date: fc.nat(12).map(days => addDays('2026-11-01', days)),
  account: fc.constantFrom('acc_a', 'acc_b', 'acc_c', undefined),
  apart: fc.subarray(['row0', 'row1', 'row2']),
})

test('pairs are the same in any order of rows, and none stands in two', () => {
  fc.assert(
    fc.property(fc.array(side, { maxLength: 14 }), fc.nat(), (sides, seed) => {
      const rows = sides.map((each, at) => ({ ...each, id: `row${at}` }))
      const pairs = findTransferPairs(rows)
      const ids = pairs.flatMap(pair => [pair.out.id, pair.into.id])
      expect(new Set(ids).size).toBe(ids.length)
      const turned = rows.map((_, at) => rows[(at + seed) % rows.length])
      const shuffled = turned.flatMap(row => row ?? [])
      expect(findTransferPairs(shuffled)).toEqual(pairs)
      // Nothing that fits is left over on both sides.
      const rest = rows.filter(row => !ids.includes(row.id))
      expect(findTransferPairs(rest)).toEqual([])
    }),
  )
})

test('twenty thousand equal amounts are paired at once', () => {
  const rows = Array.from({ length: 20_000 }, (_, at) =>
    aSide({
      id: `row${at}`,
      type: at % 2 === 0 ? 'expense' : 'income',
      account: at % 2 === 0 ? 'acc_a' : 'acc_b',
    }),
  )
  const start = performance.now()
  expect(findTransferPairs(rows)).toHaveLength(10_000)
  expect(performance.now() - start).toBeLessThan(5_000)
})
