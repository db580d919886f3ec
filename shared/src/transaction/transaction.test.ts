import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  filterFromSearch,
  filterToSearch,
  foldText,
  type Filterable,
  type TransactionFilter,
} from './filter.ts'
import { matchesFilter } from './filter-test.ts'
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

test('tags typed in description and notes are tags, spelled as the ledger has them', () => {
  const parsed = parseDraft(
    aDraft({
      description: 'Lunch #Work',
      notes: 'with Rui #trip',
      tags: 'x',
    }),
    { ...context, tags: ['work'] },
  )
  expect(parsed).toMatchObject({
    ok: true,
    value: {
      description: 'Lunch',
      notes: 'with Rui',
      tags: ['trip', 'work', 'x'],
    },
  })
})

test('a form without a payee leaves the payee, an empty one takes it away', () => {
  const without = parseDraft(aDraft(), context)
  expect(without.ok && 'payee' in without.value).toBe(false)
  const empty = parseDraft(aDraft({ payee: '' }), context)
  expect(empty.ok && 'payee' in empty.value).toBe(true)
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

test('between two currencies a transfer has both amounts', () => {
  const transfer = aDraft({
    type: 'transfer',
    account: 'acc_a',
    toAccount: 'acc_b',
    toAmount: '13,40',
  })
  const exchange = { ...context, toCurrency: 'USD' }
  expect(parseDraft(transfer, exchange)).toMatchObject({
    value: { minor: 1250, currency: 'EUR', toMinor: 1340 },
  })
  // Nobody is asked for it where both are of one currency.
  const same = parseDraft(transfer, { ...context, toCurrency: 'EUR' })
  expect(same).toMatchObject({ value: { toMinor: undefined } })
  expect(parseDraft({ ...transfer, toAmount: '' }, exchange)).toMatchObject({
    failure: [{ field: 'toAmount', code: 'empty' }],
  })
  const backwards = { ...transfer, amount: '-1', toAmount: '-1' }
  expect(parseDraft(backwards, exchange)).toMatchObject({
    failure: [
      { field: 'amount', code: 'negative' },
      { field: 'toAmount', code: 'negative' },
    ],
  })
})

test('parts take the place of the category, and keep what nobody knows of them', () => {
  const split = aDraft({
    category: 'cat_old0',
    splitWay: 'percent',
    parts: [
      { amount: '30', category: 'cat_food', note: ' bread ' },
      { amount: '70', member: 'mem_b', was: { later: 1, note: 'old' } },
    ],
  })
  expect(parseDraft(split, context)).toEqual({
    ok: true,
    value: {
      type: 'expense',
      description: 'Lunch',
      minor: 1250,
      currency: 'EUR',
      date: '2026-11-22',
      splits: [
        { category: 'cat_food', minor: 375, note: 'bread' },
        { minor: 875, member: 'mem_b', later: 1 },
      ],
    },
  })
})

test('what is wrong with parts is said beside the part', () => {
  const split = aDraft({
    parts: [
      { amount: '4', note: 'x'.repeat(501) },
      { amount: '10,50', forWhom: { mode: 'equal', values: {} } },
    ],
  })
  expect(parseDraft(split, context)).toEqual({
    ok: false,
    failure: [
      { field: 'parts', code: 'parts-over', part: 1, minor: 200 },
      { field: 'parts', code: 'too-long', part: 0 },
      { field: 'forWhom', code: 'nobody', part: 1 },
    ],
  })
})

test('for whom it was goes with the amount', () => {
  const values = { mem_b: '2', mem_a: '10,50' }
  const forWhom = (mode: string) =>
    parseDraft(aDraft({ forWhom: { mode, values } }), context)
  expect(forWhom('')).toMatchObject({ value: { shares: undefined } })
  expect(forWhom('equal')).toMatchObject({
    value: {
      shareMode: 'equal',
      shares: [{ member: 'mem_a' }, { member: 'mem_b' }],
    },
  })
  expect(forWhom('exact')).toMatchObject({
    value: {
      shares: [
        { member: 'mem_a', minor: 1050 },
        { member: 'mem_b', minor: 200 },
      ],
    },
  })
  expect(forWhom('shares')).toMatchObject({
    failure: [{ field: 'forWhom', code: 'not-a-weight', member: 'mem_a' }],
  })
})

test('exact shares that do not sum say how much is left, beside the last', () => {
  const values = { mem_a: '10', mem_b: '2' }
  const draft = aDraft({ forWhom: { mode: 'exact', values } })
  expect(parseDraft(draft, context)).toEqual({
    ok: false,
    failure: [
      { field: 'forWhom', code: 'shares-left', member: 'mem_b', minor: 50 },
    ],
  })
})

test('a transfer has neither category nor parts nor shares', () => {
  const transfer = aDraft({
    type: 'transfer',
    account: 'acc_a',
    toAccount: 'acc_b',
    category: 'cat_food',
    parts: [{ amount: '1' }],
    forWhom: { mode: 'equal', values: { mem_a: '' } },
  })
  expect(parseDraft(transfer, context)).toMatchObject({
    value: { category: undefined, splits: undefined, shares: undefined },
  })
})

const row: Filterable = {
  type: 'expense',
  description: 'Légumes du marché',
  minor: -1250,
  currency: 'USD',
  lacksRate: true,
  date: '2026-11-22',
  category: 'cat_food',
  tags: ['work'],
  source: { batch: 'batch_nov' },
  searchText: foldText('Légumes du marché 12.50'),
  sync: 'pending',
}

test.each<[TransactionFilter, boolean]>([
  [{}, true],
  [{ text: 'LEGUMES marche' }, true],
  [{ text: 'legumes rent' }, false],
  [{ descriptions: ['Rent', 'legumes DU marché'] }, true],
  [{ descriptions: ['legumes'] }, false],
  [{ types: ['income'] }, false],
  [{ categories: ['cat_food', 'none'] }, true],
  [{ categories: ['none'] }, false],
  [{ members: ['mem_a'] }, false],
  [{ tags: ['work'] }, true],
  [{ currencies: ['EUR', 'USD'] }, true],
  [{ currencies: ['EUR'] }, false],
  [{ batches: ['batch_oct', 'batch_nov'] }, true],
  [{ batches: ['batch_oct'] }, false],
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
  const splits = [{ minor: -1000, category: 'cat_home' }, { minor: -250 }]
  const split = { ...row, splits }
  expect(matchesFilter(split, { categories: ['cat_home'] }, 1)).toBe(true)
  expect(matchesFilter(split, { categories: ['none'] }, 1)).toBe(true)
  expect(matchesFilter(split, { categories: ['cat_food'] }, 1)).toBe(false)
})

test('a transfer is found by either account, with the mark of the one that is asked for', () => {
  const transfer = {
    ...row,
    account: 'acc_a',
    toAccount: 'acc_b',
    ticked: ['acc_a', 'acc_b', 'acc_c'],
    locked: ['acc_b'],
  }
  const isFound = (filter: TransactionFilter) =>
    matchesFilter(transfer, filter, 1)
  expect(isFound({ accounts: ['acc_b'] })).toBe(true)
  expect(isFound({ accounts: ['none'] })).toBe(false)
  expect(isFound({ accounts: ['acc_a'], marks: ['ticked'] })).toBe(true)
  expect(isFound({ accounts: ['acc_b'], marks: ['ticked'] })).toBe(false)
  expect(isFound({ marks: ['locked'] })).toBe(true)
  expect(isFound({ marks: ['open'] })).toBe(false)
  expect(matchesFilter(row, { accounts: ['none'] }, 1)).toBe(true)
  expect(matchesFilter(row, { marks: ['open'] }, 1)).toBe(false)
})

test('a filter survives the address, whatever stands in it', () => {
  const word = fc.string({ minLength: 1, unit: 'grapheme' })
  const list = fc.option(fc.array(word, { minLength: 1 }), { nil: undefined })
  fc.assert(
    fc.property(
      fc.record(
        {
          text: word,
          descriptions: list,
          categories: list,
          tags: list,
          currencies: list,
          batches: list,
          rate: fc.constant('missing'),
          marks: fc.constant(['open', 'ticked']),
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
