import { describe, expect, test } from 'vitest'
import type { BudgetProgressAnswer } from '../views/plans.ts'
import {
  aRate,
  aTransaction,
  answerWhen,
  create,
  edit,
  everything,
  inDollars,
  type OpenLedger,
  usingLedger,
} from './a-ledger.ts'

const today = '2026-11-22'
const asked = {
  view: 'budgetProgress',
  today,
  on: today,
  weekStart: 1,
} as const

const aBudget = (fields: object = {}) =>
  ({
    kind: 'budget',
    period: 'month',
    minor: 40_000,
    currency: 'EUR',
    from: '2026-09-01',
    ...fields,
  }) as const

const spent =
  (minor: number) =>
  ({ budgets }: BudgetProgressAnswer) =>
    budgets[0]?.now.spentMinor === minor

/** Budgets count what the list counts; goals what an account or a category holds. */
export function plansContract(open: OpenLedger): void {
  const using = usingLedger(open)

  describe('budgets and goals', () => {
    test('a budget counts what the list of its filter says: parts, refunds, what stands below, by its own rate', () =>
      using(async ledger => {
        const [food = '', bread = '', fun = '', ana = ''] = (
          await create(
            ledger,
            { kind: 'category', name: 'Food', type: 'expense' },
            { kind: 'category', name: 'Bread', type: 'expense' },
            { kind: 'category', name: 'Fun', type: 'expense' },
            { kind: 'member', name: 'Ana' },
          )
        ).ids
        await edit(ledger, bread, { parent: food })
        await create(ledger, aRate())
        await create(
          ledger,
          aTransaction({ minor: 10_000, category: food }),
          aTransaction({ minor: 300, category: bread, member: ana }),
          aTransaction({ minor: -1_000, category: food }),
          aTransaction({
            minor: 900,
            splits: [
              { minor: 400, category: bread },
              { minor: 500, category: fun },
            ],
          }),
          inDollars({ minor: 1_000, category: food }),
          inDollars({ minor: 99, date: '2026-11-01', category: food }),
          aTransaction({ type: 'income', minor: 5_000, category: food }),
          aTransaction({ minor: 77, category: fun }),
          aTransaction({ minor: 2_500, date: '2026-10-31', category: food }),
        )
        await create(ledger, aBudget({ category: food }))
        const { budgets } = await answerWhen(ledger, asked, spent(10_620))
        const [ofFood] = budgets
        expect(ofFood).toMatchObject({
          now: {
            period: { from: '2026-11-01', to: '2026-11-30' },
            givenMinor: 40_000,
            leftMinor: 29_380,
          },
          before: [{ spentMinor: 0 }, { spentMinor: 2_500 }],
          pace: { daysLeft: 9, state: 'slow' },
          keeping: { periods: 2, kept: 2 },
          missing: [{ currency: 'USD', count: 1 }],
        })
        const list = await answerWhen(
          ledger,
          {
            ...everything,
            filter: {
              types: ['expense'],
              categories: [food],
              from: '2026-11-01',
              to: '2026-11-30',
            },
          },
          answer => answer.count === 6,
        )
        expect(list.base.expenseMinor).toBe(ofFood?.now.spentMinor)

        await edit(ledger, ofFood?.doc._id ?? '', { member: ana })
        await answerWhen(ledger, asked, spent(300))
        await edit(ledger, ofFood?.doc._id ?? '', {
          member: undefined,
          category: undefined,
          categories: [bread, fun],
        })
        await answerWhen(ledger, asked, spent(300 + 900 + 77))
        await edit(ledger, ofFood?.doc._id ?? '', { currency: 'USD' })
        await answerWhen(ledger, asked, spent(0))
      }))

    test('how often budgets were over and by how much, in periods that ended within some days', () =>
      using(async ledger => {
        await create(
          ledger,
          aTransaction({ minor: 50_000, date: '2026-09-10' }),
          aTransaction({ minor: 41_500, date: '2026-10-10' }),
          aTransaction({ minor: 90_000 }),
        )
        await create(
          ledger,
          aBudget({ until: '2026-09-30' }),
          aBudget({ from: '2026-10-01', minor: 42_000 }),
          aBudget({ period: 'year', minor: 1 }),
        )
        const keeping = {
          view: 'budgetKeeping',
          span: { from: '2026-01-01', to: '2026-12-31' },
          today,
          weekStart: 1,
        } as const
        const { budgets } = await answerWhen(
          ledger,
          keeping,
          answer => answer.budgets[0]?.periods.length === 2,
        )
        // Neither November nor the year is over.
        expect(budgets).toHaveLength(1)
        expect(budgets[0]).toMatchObject({
          doc: { minor: 42_000 },
          periods: [
            { givenMinor: 40_000, spentMinor: 50_000, overMinor: 10_000 },
            { givenMinor: 42_000, spentMinor: 41_500, overMinor: 0 },
          ],
          keeping: { periods: 2, over: 1, meanOverMinor: 10_000, streak: 1 },
          missing: [],
        })
        const october = { from: '2026-10-01', to: '2026-10-31' }
        const then = await answerWhen(
          ledger,
          { ...keeping, span: october },
          answer => answer.from === october.from,
        )
        expect(then.budgets[0]?.keeping).toMatchObject({ periods: 1, kept: 1 })
      }))

    test('what is left moves on where it is to, and a period that is over is looked at again', () =>
      using(async ledger => {
        await create(
          ledger,
          aTransaction({ minor: 50_000, date: '2026-09-10' }),
          aTransaction({ minor: 10_000, date: '2026-10-10' }),
          aTransaction({ minor: 5_000 }),
        )
        const { ids } = await create(ledger, aBudget({ rollover: true }))
        const { budgets } = await answerWhen(ledger, asked, spent(5_000))
        expect(budgets[0]).toMatchObject({
          now: { carriedMinor: 20_000, availableMinor: 60_000 },
          keeping: { over: 1, streak: 1 },
        })
        const october = { ...asked, on: '2026-10-31' }
        const then = await answerWhen(ledger, october, spent(10_000))
        expect(then.budgets[0]).toMatchObject({
          now: { carriedMinor: -10_000 },
          pace: undefined,
        })
        await edit(ledger, ids[0] ?? '', { until: '2026-10-31' })
        const over = await answerWhen(
          ledger,
          asked,
          answer => answer.budgets.length === 0,
        )
        expect(over.others).toHaveLength(1)
        expect(over.copies).toMatchObject([
          { minor: 40_000, from: '2026-11-01', until: '2026-11-30' },
        ])
      }))

    test('a budget is suggested by what was spent in whole periods', () =>
      using(async ledger => {
        const months = ['06', '07', '08', '09', '10', '11']
        await create(
          ledger,
          ...months.map((month, at) =>
            aTransaction({ minor: (at + 1) * 1_000, date: `2026-${month}-01` }),
          ),
          aTransaction({ minor: 900, date: '2026-05-20' }),
        )
        const answer = await answerWhen(
          ledger,
          {
            view: 'budgetSuggestion',
            today,
            weekStart: 1,
            period: 'month',
            currency: 'EUR',
          },
          ({ spent }) => spent.length === 5,
        )
        expect(answer.suggestion).toEqual({
          outcome: 'suggested',
          minor: 3_000,
          of: 5,
        })
      }))

    test('a goal is as far as its account or its category', () =>
      using(async ledger => {
        const [savings = '', put = ''] = (
          await create(
            ledger,
            {
              kind: 'account',
              name: 'Savings',
              type: 'savings',
              currency: 'EUR',
              openingMinor: 10_000,
              openingDate: '2026-07-01',
            },
            { kind: 'category', name: 'Put by', type: 'expense' },
          )
        ).ids
        const months = ['07', '08', '09', '10', '11']
        await create(
          ledger,
          ...months.flatMap(month => [
            aTransaction({
              type: 'income',
              minor: 5_000,
              account: savings,
              date: `2026-${month}-01`,
            }),
            aTransaction({
              minor: 2_000,
              category: put,
              date: `2026-${month}-02`,
            }),
          ]),
        )
        const goal = {
          kind: 'goal',
          targetMinor: 100_000,
          currency: 'EUR',
          date: '2027-11-22',
        } as const
        await create(
          ledger,
          { ...goal, name: 'Boat', account: savings },
          { ...goal, name: 'Car', category: put },
          { ...goal, name: 'Dog', date: undefined },
        )
        const { goals } = await answerWhen(
          ledger,
          { view: 'goalProgress', today },
          answer => answer.goals.length === 3,
        )
        expect(goals).toMatchObject([
          {
            doc: { name: 'Boat' },
            progress: {
              savedMinor: 35_000,
              usualMinor: 5_000,
              monthsLeft: 12,
              neededMinor: 5_417,
              state: 'behind',
            },
            isUnlinked: false,
          },
          {
            doc: { name: 'Car' },
            progress: { savedMinor: 10_000, usualMinor: 2_000 },
          },
          {
            doc: { name: 'Dog' },
            progress: { savedMinor: 0, state: 'unknown' },
            isUnlinked: true,
          },
        ])
      }))
  })
}
