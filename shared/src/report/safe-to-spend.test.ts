import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeToSpend } from './safe-to-spend.ts'

const november = {
  incomeMinor: 265_000,
  expenseMinor: 120_400,
  incomeDueMinor: 0,
  expenseDueMinor: 12_000,
  daysLeft: 9,
}

test('what is left of the income, less what is still due, for each day that is left', () => {
  expect(safeToSpend(november)).toEqual({
    of: 'income',
    leftMinor: 144_600,
    dueMinor: 12_000,
    freeMinor: 132_600,
    // 14,733.33…
    perDayMinor: 14_733,
  })
  // A salary that comes on the 28th is there to be spent.
  expect(
    safeToSpend({ ...november, incomeMinor: 0, incomeDueMinor: 265_000 }),
  ).toMatchObject({ leftMinor: 144_600 })
})

test('a budget for everything goes before the income', () => {
  expect(safeToSpend({ ...november, budgetLeftMinor: 30_000 })).toEqual({
    of: 'budget',
    leftMinor: 30_000,
    dueMinor: 12_000,
    freeMinor: 18_000,
    perDayMinor: 2_000,
  })
})

test('nothing is safe where more is due than there is, and nothing is known without income and budget', () => {
  expect(safeToSpend({ ...november, expenseMinor: 260_000 })).toMatchObject({
    freeMinor: -7_000,
    perDayMinor: 0,
  })
  expect(safeToSpend({ ...november, incomeMinor: 0 })).toBeUndefined()
  expect(() => safeToSpend({ ...november, daysLeft: 0 })).toThrow()
})

test('spending that much each day never takes more than there is', () => {
  const minor = fc.integer({ min: 0, max: 1_000_000 })
  fc.assert(
    fc.property(
      fc.record({
        incomeMinor: minor,
        expenseMinor: minor,
        budgetLeftMinor: fc.option(minor, { nil: undefined }),
        incomeDueMinor: minor,
        expenseDueMinor: minor,
        daysLeft: fc.integer({ min: 1, max: 31 }),
      }),
      period => {
        const safe = safeToSpend(period)
        if (safe === undefined) return
        expect(safe.perDayMinor * period.daysLeft).toBeLessThanOrEqual(
          Math.max(0, safe.freeMinor),
        )
        expect((safe.perDayMinor + 1) * period.daysLeft).toBeGreaterThan(
          safe.freeMinor,
        )
      },
    ),
  )
})
