import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumByCurrency } from '../report/totals.ts'
import { addMissing, sumInBase } from '../report/base-totals.ts'
import {
  baseMinorOf,
  lacksRate,
  rateToKeep,
  touchesRate,
  type Priced,
  type RateSource,
} from './kept-rate.ts'
import type { KeptRate } from './rate.ts'

const dollar = (date: string, ratePpm = 920_000): KeptRate => ({
  base: 'USD',
  quote: 'EUR',
  ratePpm,
  date,
})
/** Has a rate for every day of 2026. */
const source: RateSource = {
  base: 'EUR',
  rateOn: (currency, date) =>
    currency === 'USD' && date.startsWith('2026') ? dollar(date) : undefined,
}
const aPayment = (fields: Partial<Priced> = {}): Priced => ({
  type: 'expense',
  minor: 1000,
  currency: 'USD',
  date: '2026-11-20',
  ...fields,
})

test('a payment abroad keeps the rate of its day', () => {
  const rate = rateToKeep(aPayment(), undefined, source)
  expect(rate).toEqual(dollar('2026-11-20'))
  expect(baseMinorOf(aPayment({ rate }), 'EUR')).toBe(920)
})

test.each([
  ['in the ledger’s currency', { currency: 'EUR' }],
  ['that is a transfer', { type: 'transfer' as const }],
  ['of a day without rates', { date: '2001-01-01' }],
])('a payment %s keeps none', (_, fields) => {
  expect(rateToKeep(aPayment(fields), undefined, source)).toBeUndefined()
})

const kept = aPayment({ rate: dollar('2026-11-20', 900_000) })

test('another amount keeps the rate, another day takes its own', () => {
  expect(rateToKeep({ ...kept, minor: 5 }, kept, source)).toBe(kept.rate)
  expect(rateToKeep({ ...kept, date: '2026-11-21' }, kept, source)).toEqual(
    dollar('2026-11-21'),
  )
  expect(
    rateToKeep({ ...kept, date: '2001-01-01' }, kept, source),
  ).toBeUndefined()
})

test('a rate that a person gave stays with another day, not with another currency', () => {
  const own = { ...dollar('2026-11-20', 910_000), own: true as const }
  const before = { ...kept, rate: own }
  expect(rateToKeep({ ...before, date: '2026-11-21' }, before, source)).toBe(
    own,
  )
  expect(
    rateToKeep({ ...before, currency: 'GBP' }, before, source),
  ).toBeUndefined()
})

test('a given rate is taken where it fits, and looked up where it does not', () => {
  const given = dollar('2026-11-20', 950_000)
  expect(rateToKeep({ ...kept, rate: given }, kept, source)).toBe(given)
  const foreign = { ...given, quote: 'GBP' }
  expect(rateToKeep({ ...kept, rate: foreign }, kept, source)).toEqual(
    dollar('2026-11-20'),
  )
  expect(rateToKeep({ ...kept, rate: undefined }, kept, source)).toEqual(
    dollar('2026-11-20'),
  )
})

test('after another base the old rate waits where there is none for the new', () => {
  const pound = { base: 'GBP', rateOn: () => undefined }
  expect(rateToKeep({ ...kept, minor: 5 }, kept, pound)).toBe(kept.rate)
  expect(lacksRate(kept, 'GBP')).toBe(true)
  expect(lacksRate(kept, 'EUR')).toBe(false)
})

test('only what a rate depends on asks for it anew', () => {
  expect(touchesRate(['description', 'category', 'tags'])).toBe(false)
  for (const field of ['minor', 'currency', 'date', 'type', 'rate']) {
    expect(touchesRate(['notes', field])).toBe(true)
  }
})

const priced: fc.Arbitrary<Priced> = fc.record(
  {
    type: fc.constantFrom('expense', 'income', 'transfer'),
    minor: fc.integer({ min: -9000, max: 9000 }),
    currency: fc.constantFrom('EUR', 'USD', 'JPY'),
    date: fc.constant('2026-11-20'),
    rate: fc.record({
      base: fc.constantFrom('EUR', 'USD', 'JPY'),
      quote: fc.constantFrom('EUR', 'USD'),
      ratePpm: fc.integer({ min: 1, max: 3_000_000 }),
      date: fc.constant('2026-11-20'),
    }),
  },
  { requiredKeys: ['type', 'minor', 'currency', 'date'] },
)

test('a total in the ledger’s currency is what has its rate, and counts what has none', () => {
  fc.assert(
    fc.property(fc.array(priced), rows => {
      const whole = sumInBase(rows, 'EUR')
      const left = rows.filter(row => lacksRate(row, 'EUR'))
      const half = Math.floor(rows.length / 2)
      const [early, late] = [rows.slice(0, half), rows.slice(half)]
      expect(
        addMissing(
          sumInBase(early, 'EUR').missing,
          sumInBase(late, 'EUR').missing,
        ),
      ).toEqual(whole.missing)
      const missing = whole.missing.reduce((sum, each) => sum + each.count, 0)
      expect(missing).toBe(left.length)
      expect(whole.count).toBe(rows.length)
      expect(left.every(row => row.type !== 'transfer')).toBe(true)
      const rest = rows.filter(row => !lacksRate(row, 'EUR'))
      expect(sumInBase(rest, 'EUR')).toMatchObject({
        incomeMinor: whole.incomeMinor,
        expenseMinor: whole.expenseMinor,
        missing: [],
      })
    }),
  )
})

test('in one currency both totals are the same', () => {
  fc.assert(
    fc.property(fc.array(priced, { minLength: 1 }), rows => {
      const euros = rows.map(row => ({ ...row, currency: 'EUR' }))
      const [total] = sumByCurrency(euros)
      expect(sumInBase(euros, 'EUR')).toEqual({ ...total, missing: [] })
    }),
  )
})

test('what is left out is named by currency, most first', () => {
  const rows = [
    aPayment({ currency: 'GBP' }),
    aPayment({ currency: 'GBP', type: 'income' }),
    aPayment(),
    aPayment({ rate: dollar('2026-11-20') }),
  ]
  expect(sumInBase(rows, 'EUR')).toEqual({
    currency: 'EUR',
    incomeMinor: 0,
    expenseMinor: 920,
    count: 4,
    missing: [
      { currency: 'GBP', count: 2 },
      { currency: 'USD', count: 1 },
    ],
  })
})
