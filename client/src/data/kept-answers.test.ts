import { expect, test } from 'vitest'
import { keptView } from './kept-answers.ts'
import type { Ledger } from './ledger.ts'
import { keyOf } from './shared-views.ts'
import type { View, ViewQuery } from './views/view.ts'

/** A ledger that has answered some queries, and answers no other. */
function ledgerWith(answered: readonly ViewQuery[], failed?: Error): Ledger {
  const keys = new Set(answered.map(keyOf))
  return {
    openView: (query: ViewQuery): View<unknown> => ({
      subscribe: () => () => undefined,
      latest: () => (keys.has(keyOf(query)) ? keyOf(query) : undefined),
      failure: () => (keys.has(keyOf(query)) ? undefined : failed),
      close: () => undefined,
    }),
  } as unknown as Ledger
}

/** What a screen shows that asks one thing, and then another. */
function shownAfter(
  first: ViewQuery,
  next: ViewQuery,
  failed?: Error,
): unknown {
  const ledger = ledgerWith([first], failed)
  const before = keptView(ledger, first)
  const leave = before.subscribe(() => undefined)
  before.latest()
  leave()
  const now = keptView(ledger, next)
  now.subscribe(() => undefined)
  return now.latest()
}

const november = { from: '2026-11-01', to: '2026-11-30' }
const december = { from: '2026-12-01', to: '2026-12-31' }
const rent = { text: 'rent' }

test('a new filter shows what was found before until its answer is there', () => {
  const list = { view: 'months', count: 12, until: '2026-11' } as const
  expect(shownAfter(list, { ...list, count: 6 })).toBe(keyOf(list))
  const sums = { view: 'sums', filter: {}, spans: [november] } as const
  expect(shownAfter(sums, { ...sums, filter: rent })).toBe(keyOf(sums))
})

test('a filter that could not be answered shows nothing of the one before', () => {
  const sums = { view: 'sums', filter: {}, spans: [november] } as const
  const other = { ...sums, filter: rent }
  expect(shownAfter(sums, other, new Error('no database'))).toBeUndefined()
})

test.each<[string, ViewQuery, ViewQuery]>([
  [
    'sums of other spans',
    { view: 'sums', filter: {}, spans: [november] },
    { view: 'sums', filter: {}, spans: [december] },
  ],
  [
    'sums of what came in',
    { view: 'sums', filter: { types: ['expense'] }, spans: [november] },
    { view: 'sums', filter: { types: ['income'] }, spans: [november] },
  ],
  [
    'the largest of other days',
    { view: 'largest', filter: {}, span: november, type: 'expense', most: 9 },
    { view: 'largest', filter: {}, span: december, type: 'expense', most: 9 },
  ],
  [
    'budgets of another month',
    {
      view: 'budgetProgress',
      today: '2026-12-03',
      on: '2026-12-03',
      weekStart: 1,
    },
    {
      view: 'budgetProgress',
      today: '2026-12-03',
      on: '2026-11-30',
      weekStart: 1,
    },
  ],
  [
    'payments until another day',
    { view: 'recurring', today: '2026-12-03', until: '2026-12-31' },
    { view: 'recurring', today: '2026-12-03', until: '2027-01-31' },
  ],
  [
    'balances of another day',
    { view: 'balances', date: '2026-12-03' },
    { view: 'balances', date: '2026-11-30' },
  ],
  [
    'another account',
    { view: 'statement', account: 'acc_a', date: '2026-11-30' },
    { view: 'statement', account: 'acc_b', date: '2026-11-30' },
  ],
  [
    'another record',
    { view: 'record', id: 'txn_a' },
    { view: 'record', id: 'txn_b' },
  ],
  [
    'another conflict',
    { view: 'conflicts', id: 'txn_a', most: 1 },
    { view: 'conflicts', id: 'txn_b', most: 1 },
  ],
])('nothing stands in for %s', (_, first, next) => {
  expect(shownAfter(first, next)).toBeUndefined()
})
