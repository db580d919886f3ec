import { beforeAll, expect, test } from 'vitest'
import type { Budget } from '@ourmoney/shared/budget/budget.ts'
import { keepBudget, keepingOf } from '@ourmoney/shared/budget/keep-budget.ts'
import { periodsIn } from '@ourmoney/shared/calendar/periods.ts'
import type { BudgetKept } from '../../data/views/plans.ts'
import { anAsk, someWords } from './an-ask.ts'
import { budgetsContent } from './budgets-content.ts'
import type { ReportWords } from './words-for.ts'

let words: ReportWords
beforeAll(async () => {
  words = await someWords()
})

const summer = { from: '2026-07-01', to: '2026-09-30' }
const ask = () =>
  anAsk('2026-Q3', {
    ledger: {
      _id: 'ledger_main',
      kind: 'ledger',
      v: 1,
      name: 'Home',
      currency: 'EUR',
      timeZone: 'UTC',
      firstDay: 1,
    },
  })

/** In July, August and September. */
function kept(name: string, spent: readonly number[]): BudgetKept {
  const doc: Budget = {
    _id: `bud_${name.toLowerCase()}`,
    kind: 'budget',
    v: 1,
    name,
    category: `cat_${name.toLowerCase()}`,
    period: 'month',
    minor: 10_000,
    currency: 'EUR',
  }
  const months = periodsIn(summer, 'month', { firstDay: 1, weekStart: 1 })
  const periods = keepBudget(doc, months, spent)
  return {
    doc,
    periods,
    keeping: keepingOf(periods, '2026-11-22'),
    missing: [],
  }
}

test('the budget that was over most often stands first, with how often and by how much', () => {
  const content = budgetsContent(
    {
      ...summer,
      budgets: [
        kept('Food', [9_000, 10_000, 10_500]),
        kept('Fun', [12_000, 5_000, 14_000]),
        kept('Bus', [1, 2, 3]),
      ],
    },
    ask(),
    words,
  )
  expect(content.sentence).toBe(
    'Fun was over most often in Q3 2026: 2 of 3 times, by €30.00 on average.',
  )
  expect(content.notes).toEqual([
    'All together, budgets were kept 6 of 9 times: 67%.',
    'The furthest over was Fun in September 2026: €140.00 of €100.00.',
  ])
  expect(content.table.rows.map(({ cells }) => cells)).toEqual([
    ['Fun', 2, 3, 6_667, 31_000, 30_000, 6_000],
    ['Food', 1, 3, 3_333, 29_500, 30_000, 500],
    ['Bus', 0, 3, 0, 6, 30_000, 0],
  ])
  const [july] = content.table.rows[0]?.children ?? []
  expect(july).toMatchObject({
    cells: [
      'July 2026',
      undefined,
      undefined,
      undefined,
      12_000,
      10_000,
      2_000,
    ],
    to: '/transactions?types=expense&categories=cat_fun&period=2026-07',
  })
  if (content.chart?.kind !== 'multiples') throw new Error('No such drawing')
  expect(content.chart.charts[0]).toMatchObject({
    note: '2 of 3',
    values: [12_000, 5_000, 14_000],
    limit: 10_000,
  })
})

test('none, one, and kept ones are told as such', () => {
  const said = (budgets: readonly BudgetKept[]) =>
    budgetsContent({ ...summer, budgets }, ask(), words)
  expect(said([])).toMatchObject({
    sentence: 'No budget had a period that ended in Q3 2026.',
    isEmpty: true,
  })
  expect(said([kept('Bus', [1, 2, 3])])).toMatchObject({
    sentence: 'Bus was kept every time in Q3 2026.',
    notes: [],
  })
})
