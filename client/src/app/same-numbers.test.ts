import { expect, test } from 'vitest'
import { askOnce } from '../data/ask-once.ts'
import {
  aRate,
  answerWhen,
  aTransaction,
  create,
  edit,
  inDollars,
} from '../data/contract/a-ledger.ts'
import { anAccount } from '../data/contract/two-accounts.ts'
import type { Ledger } from '../data/ledger.ts'
import { openMemoryLedger } from '../data/memory-ledger.ts'
import type { ViewQuery } from '../data/views/view.ts'
import { figuresOf } from '../features/home/figures.ts'
import { homePeriods } from '../features/home/home-periods.ts'
import { anAsk, someWords } from '../features/reports/an-ask.ts'
import { cashFlowContent } from '../features/reports/cash-flow-content.ts'
import type { ReportContent } from '../features/reports/content.ts'
import { incomeContent } from '../features/reports/income-content.ts'
import { netWorthContent } from '../features/reports/net-worth-content.ts'
import { savingsContent } from '../features/reports/savings-content.ts'
import { spendingContent } from '../features/reports/spending-content.ts'
import { stepsIn } from '../features/reports/steps.ts'

const today = '2026-11-22'
const counting = { firstDay: 10, weekStart: 1 }

/** Months from the 10th on, with a refund, a transfer, a split, dollars with a rate and without, and an amount of last year. */
async function aHousehold(ledger: Ledger): Promise<void> {
  await create(ledger, {
    kind: 'ledger',
    _id: 'ledger_main',
    name: 'Home',
    currency: 'EUR',
    timeZone: 'Europe/Lisbon',
    firstDay: counting.firstDay,
  })
  const [food = '', bread = '', bank = '', purse = ''] = (
    await create(
      ledger,
      { kind: 'category', name: 'Food', type: 'expense' },
      { kind: 'category', name: 'Bread', type: 'expense' },
      anAccount('Bank', { openingMinor: 12_345 }),
      anAccount('Purse'),
      aRate(),
    )
  ).ids
  await edit(ledger, bread, { parent: food })
  const pay = { type: 'income', description: 'Salary', account: bank }
  await create(
    ledger,
    aTransaction({ ...pay, minor: 187_033, date: '2026-11-12' }),
    aTransaction({ ...pay, minor: 150_000, date: '2026-11-09' }),
    aTransaction({ ...pay, minor: 99_999, date: '2025-11-20' }),
    aTransaction({ minor: 4_321, category: food, account: bank }),
    aTransaction({ minor: -1_000, category: bread, date: '2026-11-15' }),
    aTransaction({
      minor: 1_001,
      date: '2026-12-05',
      splits: [{ minor: 334, category: food }, { minor: 667 }],
    }),
    inDollars({ minor: 333, category: bread, account: bank }),
    inDollars({ minor: 77, date: '2026-11-11' }),
    aTransaction({ minor: 7_777, category: bread, date: '2026-10-12' }),
    aTransaction({ minor: 60_000, date: '2026-11-09' }),
    aTransaction({ minor: 2_222, category: food, date: '2025-11-11' }),
    aTransaction({
      type: 'transfer',
      minor: 5_000,
      account: bank,
      toAccount: purse,
    }),
  )
}

test('what Home tells is what reports and the list tell, to the minor unit', async () => {
  const ledger = openMemoryLedger()
  await aHousehold(ledger)
  const lookups = await answerWhen(
    ledger,
    { view: 'lookups' },
    ({ accounts }) => accounts.length === 2,
  )
  const words = { ...(await someWords()), counting }
  const { signal } = new AbortController()
  const ask = <Query extends ViewQuery>(query: Query) =>
    askOnce(ledger, query, signal)
  const { spans, period, befores } = homePeriods(today, counting)

  const home = await ask({ view: 'sums', filter: {}, spans })
  const [now, ...before] = home.spans
  const figures = now && figuresOf(now, before)
  const [left, spent, income, saved] = figures ?? []
  // By hand: 4,321 − 1,000 + 1,001 + 306 of 333 dollars; 77 have no rate.
  expect(spent?.value).toBe(4_628)
  expect(income?.value).toBe(187_033)
  expect(left?.value).toBe(187_033 - 4_628)
  expect(saved?.value).toBe(9_753)
  // On 10 to 22 October and November 2025.
  expect(spent?.changes).toEqual([4_628 - 7_777, 4_628 - 2_222])
  expect(income?.changes).toEqual([187_033, 187_033 - 99_999])

  const same = anAsk('2026-11', lookups, {
    counting,
    period,
    days: period,
    before: befores[0],
  })
  const sumsOf = (fields: object) =>
    ask({ view: 'sums', filter: {}, spans, ...fields })
  const spending = spendingContent(
    await sumsOf({ filter: { types: ['expense'] }, by: 'category' }),
    same,
    words,
  )
  expect(sumOf(spending, 'spent')).toBe(spent?.value)
  expect(sumOf(spending, 'change')).toBe(spent?.changes[0])
  const steps = stepsIn(period, 'week', counting)
  const stepped = { spans: steps.map(({ days }) => days) }
  const bySteps = await sumsOf(stepped)
  const flow = cashFlowContent(bySteps, steps, same, words)
  expect(sumOf(flow, 'spent')).toBe(spent?.value)
  expect(sumOf(flow, 'income')).toBe(income?.value)
  expect(sumOf(flow, 'left')).toBe(left?.value)
  const savings = savingsContent(bySteps, steps, same, words)
  expect(sumOf(savings, 'rate')).toBe(saved?.value)
  const sources = incomeContent(
    await sumsOf({
      filter: { types: ['income'] },
      by: 'category',
      spans: [period, ...befores.slice(0, 1).map(({ days }) => days)],
    }),
    [],
    'category',
    same,
    words,
  )
  expect(sumOf(sources, 'income')).toBe(income?.value)
  expect(sumOf(sources, 'change')).toBe(income?.changes[0])

  const balances = await ask({ view: 'balances', date: today })
  const over = await ask({ view: 'balancesOver', dates: [today] })
  const worth = netWorthContent({ steps: [], answer: over }, same, words)
  // 12,345 + 187,033 + 150,000 + 99,999 − 4,321 and 3.33 dollars at the rate of the day.
  expect(balances.totalMinor).toBe(444_750)
  expect(worth.table.rows.at(-1)?.cells).toContain(balances.totalMinor)

  const list = await ask({
    view: 'transactions',
    filter: { period: '2026-11' },
    order: { by: 'date', descending: true },
    from: 0,
    to: 100,
  })
  expect(list.base.expenseMinor).toBe(spent?.value)
  expect(list.base.incomeMinor).toBe(income?.value)
  expect(list.base.missing).toEqual(now?.missing)
  expect(befores).toHaveLength(2)
  await ledger.close()
})

function sumOf({ table }: ReportContent, column: string) {
  const at = table.columns.findIndex(({ id }) => id === column)
  return table.sum?.cells[at]
}
