import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, fromDayNumber } from '../calendar/day-number.ts'
import { convertMinor } from '../rate/convert.ts'
import { findExchangePairs, type Exchange } from './exchange-pairs.ts'
import type { PairedSide } from './transfer-pairs.ts'

const rates = [{ base: 'EUR', quote: 'USD', ratePpm: 1_100_000 }]
const exchange: Exchange = (minor, from, to) =>
  convertMinor(minor, from, to, rates)

const out: PairedSide = {
  id: 'out',
  type: 'expense',
  minor: 10_000,
  currency: 'EUR',
  date: '2026-11-20',
  account: 'acc_euro',
}
const into: PairedSide = {
  id: 'into',
  type: 'income',
  minor: 11_000,
  currency: 'USD',
  date: '2026-11-22',
  account: 'acc_dollar',
}

function pairsOf(...rows: readonly PairedSide[]) {
  return findExchangePairs(rows, exchange).map(
    pair => `${pair.out.id} ${pair.into.id}`,
  )
}

test('what arrives in another currency within three days and three in a hundred may be what left', () => {
  expect(pairsOf(out, into)).toEqual(['out into'])
  expect(pairsOf(into, out)).toEqual(['out into'])
  expect(pairsOf(out, { ...into, minor: 11_330 })).toHaveLength(1)
  expect(pairsOf(out, { ...into, minor: 11_331 })).toEqual([])
  expect(pairsOf(out, { ...into, minor: 10_670 })).toHaveLength(1)
  expect(pairsOf(out, { ...into, minor: 10_669 })).toEqual([])
  expect(pairsOf(out, { ...into, date: '2026-11-23' })).toHaveLength(1)
  expect(pairsOf(out, { ...into, date: '2026-11-24' })).toEqual([])
})

test.each<[string, Partial<PairedSide>]>([
  ['one account', { account: 'acc_euro' }],
  ['no account', { account: undefined }],
  ['a currency without a rate', { currency: 'JPY' }],
  ['the same currency', { currency: 'EUR', minor: 10_000 }],
  ['a transfer', { type: 'transfer' }],
  ['what leaves, too', { type: 'expense' }],
  ['what somebody keeps apart', { apart: ['out'] }],
])('%s is no other side', (_, fields) => {
  expect(pairsOf(out, { ...into, ...fields })).toEqual([])
})

test('the nearest day counts before the nearest amount, and each is in one pair', () => {
  const later = { ...into, id: 'later', date: '2026-11-23' }
  const sooner = { ...into, id: 'sooner', minor: 11_200, date: '2026-11-21' }
  expect(pairsOf(out, later, sooner)).toEqual(['out sooner'])
  const second = { ...out, id: 'out2' }
  expect(pairsOf(out, second, later, sooner)).toEqual([
    'out sooner',
    'out2 later',
  ])
})

test('a pair that nobody wants leaves its sides to others', () => {
  const second = { ...out, id: 'out2', date: '2026-11-22' }
  const all = [out, second, into]
  const found = findExchangePairs(all, exchange, ({ id }) => id === 'out')
  expect(found).toEqual([{ ...found[0], out, into }])
})

test('in whatever order rows come, the same pairs are found, each row in one at most', () => {
  const row = fc.record({
    id: fc.uuid(),
    type: fc.constantFrom('expense' as const, 'income' as const),
    minor: fc.integer({ min: 900, max: 1_300 }),
    currency: fc.constantFrom('EUR', 'USD'),
    date: fc.integer({ min: 0, max: 8 }).map(add => {
      return fromDayNumber(dayNumber('2026-11-20') + add)
    }),
    account: fc.constantFrom('acc_a', 'acc_b'),
  })
  const rows = fc.uniqueArray(row, { maxLength: 20, selector: ({ id }) => id })
  fc.assert(
    fc.property(rows, given => {
      const found = findExchangePairs(given, exchange)
      const ids = found.flatMap(pair => [pair.out.id, pair.into.id])
      expect(new Set(ids).size).toBe(ids.length)
      expect(findExchangePairs(given.toReversed(), exchange)).toEqual(found)
    }),
  )
})
