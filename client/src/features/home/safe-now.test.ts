import { expect, test } from 'vitest'
import type { BudgetProgressAnswer } from '../../data/views/plans.ts'
import type { RecurringAnswer } from '../../data/views/recurring.ts'
import { safeNow } from './safe-now.ts'

const period = { from: '2026-11-01', to: '2026-11-30' }
const sums = {
  ...period,
  incomeMinor: 200_000,
  expenseMinor: 150_000,
  count: 9,
  missing: [],
  income: [],
  expense: [],
  counts: [],
}

const aRule = (id: string, type: string, baseMinor?: number) => ({
  doc: { _id: id },
  draft: { type },
  baseMinor,
})
const recurring = {
  rules: [
    aRule('rec_rent', 'expense', 10_000),
    aRule('rec_pay', 'income', 4_000),
    aRule('rec_save', 'transfer', 7_000),
    aRule('rec_unrated', 'expense'),
  ],
  due: [
    // Of another month.
    { recurring: 'rec_rent', date: '2026-10-28' },
    { recurring: 'rec_rent', date: '2026-11-01' },
    // Written down already, from a file of the bank.
    { recurring: 'rec_rent', date: '2026-11-20', alike: {} },
  ],
  ahead: [
    { recurring: 'rec_pay', date: '2026-11-28' },
    { recurring: 'rec_save', date: '2026-11-28' },
    { recurring: 'rec_unrated', date: '2026-11-29' },
    // Has come early.
    { recurring: 'rec_rent', date: '2026-11-29', alike: {} },
    { recurring: 'rec_rent', date: '2026-11-30' },
    { recurring: 'rec_rent', date: '2026-12-01' },
  ],
} as unknown as RecurringAnswer

const aBudget = (doc: object, leftMinor: number, range = period) => ({
  doc: { currency: 'EUR', ...doc },
  now: { period: range, leftMinor },
})
const safeWith = (...budgets: object[]) =>
  safeNow({
    period,
    daysLeft: 8,
    currency: 'EUR',
    sums,
    recurring,
    budgets: { budgets } as unknown as BudgetProgressAnswer,
  })

test('what is due by the end of the month counts once, what is only moved not at all', () => {
  expect(safeWith()).toEqual({
    of: 'income',
    leftMinor: 54_000,
    dueMinor: 20_000,
    freeMinor: 34_000,
    perDayMinor: 4_250,
  })
})

test('of budgets only one for all that everybody spends in the month', () => {
  const week = { from: '2026-11-16', to: '2026-11-22' }
  expect(
    safeWith(
      aBudget({ category: 'cat_food' }, 1),
      aBudget({ categories: ['cat_food'] }, 2),
      aBudget({ member: 'mem_ana' }, 3),
      aBudget({ currency: 'USD' }, 4),
      aBudget({}, 5, week),
    ),
  ).toMatchObject({ of: 'income' })
  expect(safeWith(aBudget({}, 60_000))).toMatchObject({
    of: 'budget',
    leftMinor: 60_000,
    freeMinor: 40_000,
    perDayMinor: 5_000,
  })
})
