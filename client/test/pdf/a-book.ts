import { addDays } from '@ourmoney/shared/calendar/local-date.ts'
import { inventedHousehold } from '../../e2e/invented-household.ts'
import type { NewDoc } from '../../src/data/changes.ts'
import { aTransaction, create } from '../../src/data/contract/a-ledger.ts'
import { anAccount } from '../../src/data/contract/two-accounts.ts'
import type { Ledger } from '../../src/data/ledger.ts'
import { openMemoryLedger } from '../../src/data/memory-ledger.ts'

export const until = '2026-11-27'

/** Two years of a household: with parts, transfers, refunds, another currency and names in several scripts. */
export async function aBook(): Promise<Ledger> {
  const ledger = openMemoryLedger()
  const bought = inventedHousehold(until, 24)
  const names = [...new Set(bought.map(({ category }) => category))]
  const isIncome = (name: string) => /Salary|income/i.test(name)
  const { ids: people } = await create(
    ledger,
    {
      kind: 'ledger',
      _id: 'ledger_main',
      name: 'Casa Ana & Rui',
      currency: 'EUR',
      timeZone: 'Europe/Lisbon',
      firstDay: 1,
    } satisfies NewDoc,
    { kind: 'member', name: 'Ana' },
    { kind: 'member', name: 'Rui' },
    anAccount('Bank', { order: 0, openingMinor: 412_000 }),
    anAccount('Purse', { order: 1, type: 'cash', openingMinor: 8_000 }),
    anAccount('Savings', { order: 2, openingMinor: 1_150_000 }),
    {
      kind: 'rate',
      base: 'USD',
      quote: 'EUR',
      ratePpm: 920_000,
      date: '2025-01-01',
    },
  )
  const [, ana = '', rui = '', bank = '', purse = '', savings = ''] = people
  const { ids: categories } = await create(
    ledger,
    ...names.map((name): NewDoc => ({
      kind: 'category',
      name,
      type: isIncome(name) ? 'income' : 'expense',
    })),
  )
  const categoryOf = (name: string) => categories[names.indexOf(name)]
  const { ids: below } = await create(ledger, {
    kind: 'category',
    name: 'Market',
    type: 'expense',
    parent: categoryOf('Groceries') ?? '',
  })
  const market = below[0] ?? ''
  await create(
    ledger,
    ...bought.map(({ member, account, category, tags, ...each }, at) =>
      aTransaction({
        ...each,
        type: isIncome(category) ? 'income' : 'expense',
        ...(tags && { tags: [...tags] }),
        member: member === 'Ana' ? ana : rui,
        account: account === 'Bank' ? bank : purse,
        ...(at % 37 === 5 && each.minor > 500 && !isIncome(category)
          ? {
              splits: [
                { minor: each.minor - 450, category: categoryOf(category) },
                { minor: 450, category: market },
              ],
            }
          : { category: categoryOf(category) }),
      }),
    ),
  )
  const months = Array.from(
    { length: 24 },
    (_, at) =>
      `${2024 + Math.floor((at + 11) / 12)}-${String(((at + 11) % 12) + 1).padStart(2, '0')}`,
  )
  await create(
    ledger,
    ...months.map(month =>
      aTransaction({
        type: 'transfer',
        description: 'Put aside',
        minor: 25_000,
        date: `${month}-21`,
        account: bank,
        toAccount: savings,
      }),
    ),
    aTransaction({
      description: 'Returned coat',
      minor: -8_990,
      date: '2026-11-20',
      category: categoryOf('Clothes'),
    }),
    aTransaction({
      description: 'Museum shop 東京',
      minor: 4_200,
      currency: 'USD',
      date: '2026-07-03',
      category: categoryOf('Gifts'),
    }),
    aTransaction({
      description: 'קפה תל אביב 12',
      minor: 1_250,
      date: '2026-07-04',
      category: categoryOf('Leisure'),
    }),
    aTransaction({
      description: 'Книгарня «Є»',
      minor: 2_090,
      date: addDays(until, -2),
    }),
    aTransaction({
      description: 'Taxi without a rate',
      minor: 300,
      currency: 'CHF',
      date: '2026-07-05',
    }),
    {
      kind: 'budget',
      category: categoryOf('Groceries') ?? '',
      period: 'month',
      minor: 32_000,
      currency: 'EUR',
      from: '2026-01-01',
    },
    {
      kind: 'budget',
      period: 'month',
      minor: 250_000,
      currency: 'EUR',
      rollover: true,
      from: '2026-01-01',
    },
    {
      kind: 'goal',
      name: 'A trip',
      targetMinor: 2_500_000,
      currency: 'EUR',
      date: '2027-06-30',
      account: savings,
    },
    {
      kind: 'recurring',
      name: 'Rent',
      rrule: 'FREQ=MONTHLY;BYMONTHDAY=1',
      start: '2026-12-01',
      post: 'on-confirmation',
      draft: {
        type: 'expense',
        description: 'Rent',
        minor: 80_000,
        currency: 'EUR',
      },
    },
  )
  return ledger
}
