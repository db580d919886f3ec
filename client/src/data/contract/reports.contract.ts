import { describe, expect, test } from 'vitest'
import type { NewDoc } from '../changes.ts'
import type { Ledger } from '../ledger.ts'
import type { Grouping, SumsQuery } from '../views/reports.ts'
import {
  aRate,
  aTransaction,
  answerWhen,
  create,
  inDollars,
  usingLedger,
  type OpenLedger,
} from './a-ledger.ts'
import { anAccount } from './two-accounts.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }
const october = { from: '2026-10-01', to: '2026-10-31' }

const anIncome = (fields: object = {}): NewDoc =>
  aTransaction({ type: 'income', description: 'Salary', ...fields })

/** Sums by hand: a month of a household and the one before. */
async function aHousehold(ledger: Ledger) {
  await create(ledger, aRate())
  const [food = '', fun = '', ana = '', rui = '', bank = '', purse = ''] = (
    await create(
      ledger,
      { kind: 'category', name: 'Food', type: 'expense' },
      { kind: 'category', name: 'Fun', type: 'expense' },
      { kind: 'member', name: 'Ana' },
      { kind: 'member', name: 'Rui' },
      anAccount('Bank', { order: 0, openingMinor: 1_000 }),
      anAccount('Purse', { order: 1, openingDate: '2026-11-10' }),
    )
  ).ids
  await create(
    ledger,
    anIncome({ minor: 200_000, date: '2026-11-02', account: bank }),
    anIncome({ minor: 190_000, date: '2026-10-02' }),
    aTransaction({ minor: 5_000, category: food, member: ana, account: bank }),
    aTransaction({ minor: -1_000, category: food, member: ana }),
    // 3.33 and 3.33 and 3.34 dollars are 3.06, 3.07 and 3.07 euros.
    inDollars({
      member: rui,
      splits: [
        { minor: 333, category: food },
        { minor: 333, category: fun, member: ana },
        { minor: 334 },
      ],
    }),
    inDollars({ minor: 700, category: fun, date: '2026-11-01' }),
    aTransaction({ minor: 4_200, category: fun, date: '2026-10-31' }),
    aTransaction({
      type: 'transfer',
      minor: 9_999,
      account: bank,
      toAccount: purse,
      date: '2026-11-12',
    }),
  )
  return { food, fun, ana, rui, bank, purse }
}

const asked = (fields: Partial<SumsQuery> = {}): SumsQuery => ({
  view: 'sums',
  filter: {},
  spans: [november, october],
  ...fields,
})

/** Once all of the household counts. */
const isWhole = (answer: {
  readonly spans: readonly { readonly count: number }[]
}) => answer.spans[0]?.count === 6 && answer.spans[1]?.count === 2

export function reportsContract(open: OpenLedger): void {
  const using = usingLedger(open)

  describe('reports', () => {
    test('sums of spans: refunds reduce spending, transfers are none, what has no rate is marked', () =>
      using(async ledger => {
        await aHousehold(ledger)
        const { currency, groups, spans } = await answerWhen(
          ledger,
          asked(),
          isWhole,
        )
        expect(currency).toBe('EUR')
        expect(groups).toEqual([])
        const none = { income: [], expense: [], counts: [] }
        expect(spans).toEqual([
          {
            ...november,
            ...none,
            incomeMinor: 200_000,
            expenseMinor: 5_000 - 1_000 + 920,
            count: 6,
            missing: [{ currency: 'USD', count: 1 }],
          },
          {
            ...october,
            ...none,
            incomeMinor: 190_000,
            expenseMinor: 4_200,
            count: 2,
            missing: [],
          },
        ])

        const dollars = await answerWhen(
          ledger,
          asked({ currency: 'USD', spans: [november] }),
          answer => answer.currency === 'USD',
        )
        expect(dollars.spans[0]).toMatchObject({
          incomeMinor: 0,
          expenseMinor: 1_700,
          count: 2,
          missing: [],
        })
      }))

    test('each part of a split one is in its own category, and its member’s or the whole one’s', () =>
      using(async ledger => {
        const { food, fun, ana, rui } = await aHousehold(ledger)
        const spent = async (by: Grouping, fields: Partial<SumsQuery> = {}) => {
          const { groups, spans } = await answerWhen(
            ledger,
            asked({ by, ...fields }),
            answer => (spans => spans.length > 0)(answer.spans),
          )
          return new Map(
            groups.map(({ id }, at) => [
              id,
              spans.map(({ expense }) => expense[at]),
            ]),
          )
        }
        await answerWhen(ledger, asked(), isWhole)
        expect(await spent('category')).toEqual(
          new Map([
            [undefined, [307, 0]],
            [food, [4_000 + 306, 0]],
            [fun, [307, 4_200]],
          ]),
        )
        expect(await spent('member')).toEqual(
          new Map([
            [undefined, [0, 4_200]],
            [ana, [4_000 + 307, 0]],
            [rui, [613, 0]],
          ]),
        )
        // Of a split one only what the filter names.
        expect(
          await spent('member', { filter: { categories: [food] } }),
        ).toEqual(
          new Map([
            [ana, [4_000, 0]],
            [rui, [306, 0]],
          ]),
        )
      }))

    test('the largest of a type, by what the filter counts of each', () =>
      using(async ledger => {
        const { food } = await aHousehold(ledger)
        await answerWhen(ledger, asked(), isWhole)
        const answer = await answerWhen(
          ledger,
          {
            view: 'largest',
            filter: { categories: [food] },
            span: november,
            type: 'expense',
            most: 2,
          },
          () => true,
        )
        expect(answer).toMatchObject({
          ...november,
          currency: 'EUR',
          totalMinor: 4_306,
          count: 3,
          missing: [],
          rows: [
            { minor: 5_000, row: { minor: 5_000 } },
            { minor: 306, row: { minor: 1_000, countedMinor: 333 } },
          ],
        })
      }))

    test('who paid for whom, parts by their own payers, and what settles it', () =>
      using(async ledger => {
        const { ana, rui } = await aHousehold(ledger)
        await answerWhen(ledger, asked(), isWhole)
        const answer = await answerWhen(
          ledger,
          { view: 'settleUp', filter: {}, spans: [november] },
          () => true,
        )
        expect(answer.currency).toBe('EUR')
        expect(answer.spans[0]).toMatchObject({
          shares: [
            { member: ana, paidMinor: 4_307, owedMinor: 2_460 },
            { member: rui, paidMinor: 613, owedMinor: 2_460 },
          ].sort((a, b) => (a.member < b.member ? -1 : 1)),
          settlements: [{ from: rui, to: ana, minor: 1_847 }],
          unsharedMinor: 0,
          missing: [{ currency: 'USD', count: 1 }],
        })
      }))

    test('what was in each account at the end of some days, and in all of them', () =>
      using(async ledger => {
        const { bank, purse } = await aHousehold(ledger)
        await answerWhen(ledger, asked(), isWhole)
        const dates = ['2026-11-12', '2026-10-31', '2026-11-30']
        const answer = await answerWhen(
          ledger,
          { view: 'balancesOver', dates },
          () => true,
        )
        const minor = [191_001, 1_000, 186_001]
        expect(answer).toEqual({
          base: 'EUR',
          dates,
          accounts: [
            { id: bank, minor, baseMinor: minor },
            {
              id: purse,
              minor: [9_999, null, 9_999],
              baseMinor: [9_999, null, 9_999],
            },
          ],
          totals: [201_000, 1_000, 196_000],
          missing: [],
        })
      }))
  })
}
