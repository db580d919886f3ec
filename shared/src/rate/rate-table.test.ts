import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber } from '../calendar/day-number.ts'
import { connects } from './rate.ts'
import { RateTable, tableRate, type TableRate } from './rate-table.ts'

const aRate = (fields: Partial<TableRate> & { date?: string } = {}) => {
  const { date = '2026-11-20', ...rest } = fields
  return {
    id: 'rate_0001',
    base: 'EUR',
    quote: 'USD',
    ratePpm: 1_080_000,
    day: dayNumber(date),
    isByHand: false,
    at: 0,
    ...rest,
  }
}

function tableOf(...rates: readonly TableRate[]): RateTable {
  const table = new RateTable()
  for (const rate of rates) table.put(rate)
  return table
}

test.each([
  ['2026-11-19', undefined],
  ['2026-11-20', '2026-11-20'],
  ['2026-11-27', '2026-11-20'],
  ['2026-11-28', undefined],
])('a rate of 20 November is valid for a week: on %s', (date, found) => {
  const table = tableOf(aRate())
  expect(table.rateOn('USD', 'EUR', date)?.date).toBe(found)
  expect(table.rateOn('EUR', 'USD', date)?.date).toBe(found)
})

test('the newest at or before the day counts, and of one day a person’s', () => {
  const table = tableOf(
    aRate({ id: 'rate_c', date: '2026-11-21', ratePpm: 3 }),
    aRate({ id: 'rate_a', ratePpm: 1, isByHand: true, at: 5 }),
    aRate({ id: 'rate_b', ratePpm: 2 }),
  )
  expect(table.rateOn('USD', 'EUR', '2026-11-20')?.ratePpm).toBe(1)
  expect(table.rateOn('USD', 'EUR', '2026-11-22')?.ratePpm).toBe(3)
  table.remove('rate_a')
  expect(table.rateOn('USD', 'EUR', '2026-11-20')?.ratePpm).toBe(2)
})

test('a third currency joins two, as old as the older of both', () => {
  const table = tableOf(
    aRate({ ratePpm: 1_083_200 }),
    aRate({
      id: 'rate_0002',
      quote: 'GBP',
      ratePpm: 851_230,
      date: '2026-11-18',
    }),
  )
  // 1.0832 / 0.85123 = 1.272511…: turned, because 0.7858… has more digits than six.
  expect(table.rateOn('USD', 'GBP', '2026-11-20')).toEqual({
    base: 'GBP',
    quote: 'USD',
    ratePpm: 1_272_512,
    date: '2026-11-18',
  })
  expect(table.chainOn('USD', 'GBP', '2026-11-20')?.rates).toHaveLength(2)
  expect(table.rateOn('USD', 'GBP', '2026-11-27')).toBeUndefined()
})

test('a direct rate comes before a chain of the same day, a newer chain before an old rate', () => {
  const direct = aRate({ base: 'USD', quote: 'GBP', ratePpm: 790_000 })
  const legs = [
    aRate({ id: 'rate_0002' }),
    aRate({ id: 'rate_0003', quote: 'GBP', ratePpm: 850_000 }),
  ]
  const on = (table: RateTable) => table.chainOn('USD', 'GBP', '2026-11-20')
  expect(on(tableOf(direct, ...legs))?.rates).toHaveLength(1)
  const old = { ...direct, day: direct.day - 3 }
  expect(on(tableOf(old, ...legs))?.rates).toHaveLength(2)
})

const currency = fc.constantFrom('EUR', 'GBP', 'JPY', 'USD')
const anyRate = fc
  .record({
    id: fc.integer({ min: 1, max: 40 }).map(n => `rate_${1000 + n}`),
    pair: fc.uniqueArray(currency, { minLength: 2, maxLength: 2 }),
    ratePpm: fc.integer({ min: 1, max: 9_000_000 }),
    day: fc.integer({ min: 100, max: 130 }),
    isByHand: fc.boolean(),
    at: fc.nat(3),
  })
  .map(({ pair: [base = '', quote = ''], ...rest }) => ({
    ...rest,
    base,
    quote,
  }))

test('what the table finds is what looking at all rates finds, after any puts and removals', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          anyRate,
          anyRate.map(({ id }) => id),
        ),
        {
          maxLength: 60,
        },
      ),
      fc.uniqueArray(currency, { minLength: 2, maxLength: 2 }),
      fc.integer({ min: 95, max: 140 }),
      (steps, [from = '', to = ''], day) => {
        const table = new RateTable()
        const kept = new Map<string, TableRate>()
        for (const step of steps) {
          if (typeof step === 'string') {
            expect(table.remove(step)).toBe(kept.delete(step))
          } else {
            table.put(step)
            kept.set(step.id, step)
          }
        }
        const rates = [...kept.values()]
        expect(table.size).toBe(rates.length)
        const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
        const found = table.chainOn(from, to, date)
        expect(found?.day).toBe(newestDay(rates, from, to, day))
        if (found?.rates.length === 1) {
          const [rate] = found.rates
          expect(rate).toEqual(latest(rates, from, to, day))
        }
      },
    ),
    { numRuns: 500 },
  )
})

function latest(
  rates: readonly TableRate[],
  one: string,
  other: string,
  day: number,
): TableRate | undefined {
  return rates
    .filter(rate => connects(rate, one, other))
    .filter(rate => rate.day <= day && rate.day >= day - 7)
    .sort(
      (a, b) =>
        b.day - a.day ||
        Number(b.isByHand) - Number(a.isByHand) ||
        b.at - a.at ||
        (a.id < b.id ? 1 : -1),
    )[0]
}

function newestDay(
  rates: readonly TableRate[],
  from: string,
  to: string,
  day: number,
): number | undefined {
  const days = [
    latest(rates, from, to, day)?.day,
    ...['EUR', 'GBP', 'JPY', 'USD']
      .filter(pivot => pivot !== from && pivot !== to)
      .map(pivot => {
        const first = latest(rates, from, pivot, day)
        const second = latest(rates, pivot, to, day)
        return first && second && Math.min(first.day, second.day)
      }),
  ].filter(each => each !== undefined)
  return days.length === 0 ? undefined : Math.max(...days)
}

test('the newest rates of a pair until a day, and the pairs there are', () => {
  const table = tableOf(
    aRate({ id: 'rate_a', date: '2026-11-18' }),
    aRate({ id: 'rate_b', date: '2026-11-20' }),
    aRate({ id: 'rate_c', base: 'USD', quote: 'EUR', date: '2026-11-19' }),
    aRate({ id: 'rate_d', quote: 'GBP' }),
  )
  const ids = (date: string, most: number) =>
    table.newestOf('EUR', 'USD', dayNumber(date), most).map(({ id }) => id)
  expect(ids('2026-11-30', 2)).toEqual(['rate_b', 'rate_c'])
  expect(ids('2026-11-19', 9)).toEqual(['rate_c', 'rate_a'])
  expect(table.newestOf('EUR', 'JPY', 0, 9)).toEqual([])
  expect(table.countOf('USD', 'EUR')).toBe(3)
  expect(table.pairs().map(({ latest: { id }, count }) => [id, count])).toEqual(
    [
      ['rate_b', 3],
      ['rate_d', 1],
    ],
  )
})

test('a doc without a source is a person’s, stamped by its last edit', () => {
  const doc = {
    _id: 'rate_0001',
    kind: 'rate',
    v: 1,
    base: 'EUR',
    quote: 'USD',
    date: '2026-11-20',
    ratePpm: 1,
    createdAt: 3,
  } as const
  expect(tableRate(doc)).toMatchObject({ isByHand: true, at: 3 })
  expect(tableRate({ ...doc, updatedAt: 9 })).toMatchObject({ at: 9 })
  expect(tableRate({ ...doc, source: 'ecb' })).toMatchObject({
    isByHand: false,
  })
})
