import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  filterFromSearch,
  filterToSearch,
  foldText,
  matchesFilter,
  type Filterable,
  type TransactionFilter,
} from './filter.ts'
import { compareTransactions, newestFirst } from './order.ts'
import { parseDraft, type TransactionDraft } from './parse-draft.ts'

const aDraft = (draft: Partial<TransactionDraft> = {}): TransactionDraft => ({
  type: 'expense',
  amount: '12,50',
  description: 'Lunch',
  date: '2026-11-22',
  ...draft,
})
const context = { currency: 'EUR', locale: 'pt' }

test('a draft becomes a transaction', () => {
  expect(parseDraft(aDraft({ tags: '#work, trip work' }), context)).toEqual({
    ok: true,
    value: {
      type: 'expense',
      description: 'Lunch',
      minor: 1250,
      currency: 'EUR',
      date: '2026-11-22',
      tags: ['trip', 'work'],
    },
  })
})

test('every unusable field is named at once', () => {
  const parsed = parseDraft(
    aDraft({ amount: '12+', description: ' ', date: '2026-02-30' }),
    context,
  )
  expect(parsed).toEqual({
    ok: false,
    failure: [
      { field: 'amount', code: 'not-an-amount', at: 3 },
      { field: 'description', code: 'no-description' },
      { field: 'date', code: 'not-a-date' },
    ],
  })
})

test('a transfer needs two accounts that differ', () => {
  const transfer = aDraft({
    type: 'transfer',
    account: 'acc_a',
    toAccount: 'acc_a',
  })
  expect(parseDraft(transfer, context)).toMatchObject({
    failure: [{ field: 'toAccount', code: 'same-account' }],
  })
})

const row: Filterable = {
  type: 'expense',
  minor: -1250,
  currency: 'USD',
  lacksRate: true,
  date: '2026-11-22',
  category: 'cat_food',
  tags: ['work'],
  searchText: foldText('Légumes du marché 12.50'),
  sync: 'pending',
}

test.each<[TransactionFilter, boolean]>([
  [{}, true],
  [{ text: 'LEGUMES marche' }, true],
  [{ text: 'legumes rent' }, false],
  [{ types: ['income'] }, false],
  [{ categories: ['cat_food', 'none'] }, true],
  [{ categories: ['none'] }, false],
  [{ members: ['mem_a'] }, false],
  [{ tags: ['work'] }, true],
  [{ currencies: ['EUR', 'USD'] }, true],
  [{ currencies: ['EUR'] }, false],
  [{ rate: 'missing' }, true],
  [{ fromMinor: 1250, toMinor: 1250 }, true],
  [{ fromMinor: 1251 }, false],
  [{ period: '2026-11' }, true],
  [{ period: '2025' }, false],
  [{ period: '2026-11', to: '2026-11-21' }, false],
  [{ sync: ['pending', 'refused'] }, true],
  [{ sync: ['synced'] }, false],
])('filter %j', (filter, expected) => {
  expect(matchesFilter(row, filter, 1)).toBe(expected)
})

test('what has its rate is not among what lacks one', () => {
  const priced = { ...row, lacksRate: false }
  expect(matchesFilter(priced, { rate: 'missing' }, 1)).toBe(false)
  expect(matchesFilter(priced, {}, 1)).toBe(true)
})

test('a split transaction is found by the category of a part', () => {
  const split = { ...row, splits: [{ category: 'cat_home' }, {}] }
  expect(matchesFilter(split, { categories: ['cat_home'] }, 1)).toBe(true)
  expect(matchesFilter(split, { categories: ['none'] }, 1)).toBe(true)
  expect(matchesFilter(split, { categories: ['cat_food'] }, 1)).toBe(false)
})

test('a filter survives the address, whatever stands in it', () => {
  const word = fc.string({ minLength: 1, unit: 'grapheme' })
  const list = fc.option(fc.array(word, { minLength: 1 }), { nil: undefined })
  fc.assert(
    fc.property(
      fc.record(
        {
          text: word,
          categories: list,
          tags: list,
          currencies: list,
          rate: fc.constant('missing'),
          fromMinor: fc.nat(),
        },
        { requiredKeys: [] },
      ),
      given => {
        const filter = JSON.parse(JSON.stringify(given)) as TransactionFilter
        expect(filterFromSearch(filterToSearch(filter))).toEqual(filter)
      },
    ),
  )
})

test('an address that was tampered with restricts nothing it cannot read', () => {
  expect(
    filterFromSearch(
      '?types=theft&period=2026-13&from=now&fromMinor=1e9&rate=high&x=%',
    ),
  ).toEqual({})
})

test('newest first, ties by id', () => {
  const rows = [
    { id: 'a', date: '2026-01-01', minor: 1, description: 'a' },
    { id: 'c', date: '2026-01-02', minor: -5, description: 'b' },
    { id: 'b', date: '2026-01-02', minor: 3, description: 'c' },
  ]
  const order = (by: typeof newestFirst) =>
    [...rows].sort(compareTransactions(by)).map(each => each.id)
  expect(order(newestFirst)).toEqual(['c', 'b', 'a'])
  expect(order({ by: 'amount', descending: true })).toEqual(['c', 'b', 'a'])
  expect(order({ by: 'description', descending: false })).toEqual([
    'a',
    'c',
    'b',
  ])
})
