import { describe, expect, test } from 'vitest'
import {
  lastMonths,
  periodOf,
  type Period,
} from '@ourmoney/shared/calendar/periods.ts'
import type { Ledger } from '../ledger.ts'
import {
  aTransaction,
  answerWhen,
  create,
  edit,
  type OpenLedger,
  usingLedger,
} from './a-ledger.ts'
import { anAccount } from './two-accounts.ts'

const today = '2026-11-22'
const november = periodOf(today, 'month', { firstDay: 1, weekStart: 1 })

const ahead = (period: Period = november) =>
  ({
    view: 'outlook',
    filter: {},
    period,
    today,
    weekStart: 1,
    months: 12,
  }) as const
const unusual = (filter: object = {}) =>
  ({
    view: 'unusual',
    filter,
    period: november,
    days: { from: november.from, to: november.to },
    today,
    weekStart: 1,
  }) as const

const months = Array.from({ length: 36 }, (_, back) =>
  new Date(Date.UTC(2023, 11 + back, 1)).toISOString().slice(0, 8),
)

/** Three years in which 2,000.00 come on the 1st, and 300.00 and 150.00 go on the 10th and the 28th. */
async function aHousehold(ledger: Ledger) {
  const [food = '', bread = '', bank = '', purse = ''] = (
    await create(
      ledger,
      { kind: 'category', name: 'Food', type: 'expense' },
      { kind: 'category', name: 'Bread', type: 'expense' },
      anAccount('Bank', { openingMinor: 5_000 }),
      anAccount('Purse'),
    )
  ).ids
  await edit(ledger, bread, { parent: food })
  await create(
    ledger,
    ...months.flatMap((month, at) => [
      aTransaction({
        type: 'income',
        description: 'Salary',
        minor: 200_000,
        date: `${month}01`,
        account: bank,
      }),
      aTransaction({
        description: 'Market',
        minor: 30_000 + (at % 5),
        category: food,
        date: `${month}10`,
        account: bank,
      }),
      ...(at === months.length - 1
        ? []
        : [
            aTransaction({
              description: 'Baker',
              minor: 15_000,
              category: bread,
              date: `${month}28`,
              account: bank,
            }),
          ]),
    ]),
    aTransaction({
      type: 'transfer',
      minor: 77,
      account: bank,
      toAccount: purse,
    }),
  )
  return { food, bread, bank, purse }
}

/** What is to come and what is unusual, told of what the filter finds. */
export function outlookContract(open: OpenLedger): void {
  const using = usingLedger(open)

  describe('what is to come', () => {
    test('spending until the month ends, by branches, and balances in a year', () =>
      using(async ledger => {
        const { food } = await aHousehold(ledger)
        const { whole, branches, balance, currency } = await answerWhen(
          ledger,
          ahead(),
          answer => answer.balance.nowMinor > 5_000_000,
        )
        expect(currency).toBe('EUR')
        expect(whole.soFarMinor).toBe(30_000)
        // The baker is paid on the 28th.
        const rest = {
          outcome: 'forecast',
          points: [{ minor: 15_000, low80: 15_000, high80: 15_000 }],
        }
        expect(whole.rest).toMatchObject(rest)
        expect(branches).toMatchObject([
          { id: food, end: { soFarMinor: 30_000, rest } },
        ])
        const { forecast, before, nowMinor, missing, isNone } = balance
        expect(nowMinor).toBe(5_000 + 36 * 170_000 - 70 - 35 * 15_000)
        expect([missing, isNone]).toEqual([[], false])
        expect(before.at(-1)).toEqual({ date: today, minor: nowMinor })
        expect(before.at(-2)).toEqual({
          date: '2026-10-22',
          minor: nowMinor - 155_000,
        })
        expect(forecast.outcome).toBe('forecast')
        if (forecast.outcome !== 'forecast') return
        expect(forecast.days[2]).toBe('2027-02-22')
        const year = forecast.points[11]?.minor ?? 0
        // What comes in a year, to a few units.
        expect(Math.abs(year - nowMinor - 12 * 155_000)).toBeLessThan(100)
      }))

    test('with too little it says so, and of an account it tells what is only moved too', () =>
      using(async ledger => {
        const { purse, bank } = await aHousehold(ledger)
        const filter = { accounts: [purse] }
        const { balance } = await answerWhen(
          ledger,
          { ...ahead(), filter },
          answer => answer.balance.nowMinor === 77,
        )
        expect(balance.forecast).toMatchObject({
          outcome: 'too-little-data',
          has: 0,
          needs: 17,
        })
        const both = await answerWhen(
          ledger,
          { ...ahead(), filter: { accounts: [bank] } },
          answer => answer.balance.nowMinor > 5_000_000,
        )
        expect(both.balance.forecast.outcome).toBe('forecast')
      }))

    test('a payment that is agreed and has never come is to come', () =>
      using(async ledger => {
        const { food } = await aHousehold(ledger)
        await create(ledger, {
          kind: 'recurring',
          name: 'Course',
          rrule: 'FREQ=MONTHLY;BYMONTHDAY=25',
          start: '2026-11-25',
          draft: {
            type: 'expense',
            description: 'Course',
            minor: 4_000,
            currency: 'EUR',
            category: food,
          },
          post: 'on-confirmation',
        })
        const rest = ({ rest }: { readonly rest: object }) =>
          'points' in rest ? (rest.points as { minor: number }[])[0]?.minor : 0
        const { whole, branches } = await answerWhen(
          ledger,
          ahead(),
          answer => rest(answer.whole) === 19_000,
        )
        expect(branches.map(({ end }) => rest(end))).toEqual([19_000])
        expect(whole.soFarMinor).toBe(30_000)
      }))

    test('a payment that is agreed moves the balance of its account, wherever that was merged into, and of no other', () =>
      using(async ledger => {
        const { bank, purse } = await aHousehold(ledger)
        const [closed = ''] = (await create(ledger, anAccount('Closed'))).ids
        const course = {
          kind: 'recurring',
          rrule: 'FREQ=MONTHLY;BYMONTHDAY=25',
          start: '2026-11-25',
          post: 'on-confirmation',
        } as const
        const draft = {
          type: 'expense' as const,
          description: 'Course',
          minor: 4_000,
          currency: 'EUR',
        }
        const inAMonth = async (accounts: readonly string[], spent: number) => {
          const { balance } = await answerWhen(
            ledger,
            { ...ahead(), filter: { accounts } },
            ({ balance, whole }) =>
              balance.nowMinor > 5_000_000 &&
              'points' in whole.rest &&
              whole.rest.points[0]?.minor === spent,
          )
          const { forecast } = balance
          return forecast.outcome === 'forecast'
            ? forecast.points[0]?.minor
            : undefined
        }
        const before = (await inAMonth([], 15_000)) ?? 0
        const inBank = (await inAMonth([bank], 15_000)) ?? 0
        // In no account: spent all the same.
        await create(ledger, { ...course, name: 'Course', draft })
        expect(await inAMonth([], 19_000)).toBe(before)
        expect(await inAMonth([bank], 15_000)).toBe(inBank)
        await create(ledger, {
          ...course,
          name: 'Rent',
          draft: { ...draft, description: 'Rent', account: closed },
        })
        await edit(ledger, closed, { mergedInto: bank })
        expect(await inAMonth([], 23_000)).toBe(before - 4_000)
        expect(await inAMonth([bank], 19_000)).toBe(inBank - 4_000)
        expect(await inAMonth([closed, purse], 19_000)).toBe(before - 4_000)
      }))

    test('a rule made of what the past tells already counts once', () =>
      using(async ledger => {
        const { bread } = await aHousehold(ledger)
        await create(ledger, {
          kind: 'recurring',
          name: 'Baker',
          rrule: 'FREQ=MONTHLY;BYMONTHDAY=28',
          start: '2026-11-28',
          draft: {
            type: 'expense',
            description: 'Baker',
            minor: 15_000,
            currency: 'EUR',
            category: bread,
          },
          post: 'on-confirmation',
        })
        await answerWhen(
          ledger,
          { view: 'lookups' },
          ({ recurring }) => recurring === 1,
        )
        const { whole } = await answerWhen(
          ledger,
          ahead(),
          answer => answer.balance.nowMinor > 5_000_000,
        )
        expect(whole.rest).toMatchObject({ points: [{ minor: 15_000 }] })
      }))

    test('of a month that is over nothing is to come', () =>
      using(async ledger => {
        await aHousehold(ledger)
        const october = periodOf('2026-10-22', 'month', {
          firstDay: 1,
          weekStart: 1,
        })
        const { whole } = await answerWhen(
          ledger,
          ahead(october),
          answer => answer.balance.nowMinor > 5_000_000,
        )
        expect(whole.rest).toEqual({ outcome: 'over' })
      }))

    test('months that roll are told of by the days that a report lists', () =>
      using(async ledger => {
        await aHousehold(ledger)
        const { whole, days } = await answerWhen(
          ledger,
          ahead(lastMonths(today, 3)),
          answer => answer.balance.nowMinor > 5_000_000,
        )
        expect(days).toEqual({ from: '2026-09-01', to: '2026-11-30' })
        // Three times the market, twice the baker.
        expect(Math.round(whole.soFarMinor / 1_000)).toBe(120)
      }))
  })

  describe('what is unusual', () => {
    test('an expense beside others there, its payee and its branch in the month, and a part by its category', () =>
      using(async ledger => {
        const { food, bread } = await aHousehold(ledger)
        await create(
          ledger,
          aTransaction({
            description: 'Baker',
            minor: 90_000,
            category: bread,
            date: '2026-11-18',
          }),
          aTransaction({
            description: 'Fair',
            minor: 400_100,
            date: '2026-11-19',
            splits: [{ minor: 400_000, category: bread }, { minor: 100 }],
          }),
        )
        const { expenses, categories, payees, count, missing } =
          await answerWhen(
            ledger,
            unusual(),
            answer => answer.expenses.length === 2,
          )
        expect(count).toBe(3)
        expect(missing).toEqual([])
        expect(
          expenses.map(({ row, minor, category, beside }) => [
            row.description,
            minor,
            category,
            beside,
          ]),
        ).toEqual([
          ['Baker', 90_000, bread, 'payee'],
          ['Fair', 400_000, bread, 'category'],
        ])
        expect(categories).toMatchObject([
          { group: { id: food }, minor: 520_000 },
        ])
        expect(payees).toMatchObject([
          { group: { description: 'Baker' }, minor: 90_000, usualMinor: 0 },
        ])
        const none = await answerWhen(
          ledger,
          unusual({ text: 'market' }),
          answer => answer.count === 1,
        )
        expect(none.expenses).toEqual([])
      }))
  })
}
