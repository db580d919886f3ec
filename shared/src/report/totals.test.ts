import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumByCurrency } from './totals.ts'

test('refunds reduce spending, transfers are neither, currencies stay apart', () => {
  expect(
    sumByCurrency([
      { type: 'expense', minor: 1000, currency: 'EUR' },
      { type: 'expense', minor: -200, currency: 'EUR' },
      { type: 'income', minor: 5000, currency: 'EUR' },
      { type: 'transfer', minor: 9999, currency: 'EUR' },
      { type: 'expense', minor: 7, currency: 'JPY' },
    ]),
  ).toEqual([
    { currency: 'EUR', incomeMinor: 5000, expenseMinor: 800, count: 4 },
    { currency: 'JPY', incomeMinor: 0, expenseMinor: 7, count: 1 },
  ])
})

test('parts sum to the whole', () => {
  const row = fc.record({
    type: fc.constantFrom('expense' as const, 'income' as const),
    minor: fc.integer({ min: -10_000, max: 10_000 }),
    currency: fc.constant('EUR'),
  })
  fc.assert(
    fc.property(fc.array(row), fc.array(row), (a, b) => {
      const net = (rows: typeof a) =>
        sumByCurrency(rows).reduce(
          (sum, each) => sum + each.incomeMinor - each.expenseMinor,
          0,
        )
      expect(net([...a, ...b])).toBe(net(a) + net(b))
    }),
  )
})
