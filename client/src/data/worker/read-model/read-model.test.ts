import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import type { Doc, TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { sumByCurrency } from '@ourmoney/shared/report/totals.ts'
import {
  foldText,
  matchesFilter,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import {
  compareTransactions,
  newestFirst,
} from '@ourmoney/shared/transaction/order.ts'
import { amountTexts } from './match-rows.ts'
import { ReadModel } from './read-model.ts'

const categories = ['cat_food', 'cat_home'].map(id => ({
  _id: id,
  kind: 'category',
  v: 1,
  name: id === 'cat_food' ? 'Légumes' : 'Home',
  type: 'expense',
}))

const fields = fc.record(
  {
    type: fc.constantFrom('expense', 'income', 'transfer'),
    description: fc.constantFrom('Café', 'Rent', 'água 12', 'Office'),
    minor: fc.integer({ min: -2000, max: 2000 }),
    currency: fc.constantFrom('EUR', 'JPY'),
    date: fc.constantFrom('2026-11-22', '2026-11-01', '2025-12-31'),
    category: fc.constantFrom('cat_food', 'cat_home'),
    account: fc.constantFrom('acc_aaaa', 'acc_bbbb'),
    member: fc.constantFrom('mem_aaaa', 'mem_bbbb'),
    tags: fc.subarray(['Work', 'trip'], { minLength: 1 }),
    notes: fc.constantFrom('paid in CASH', 'nota'),
    splits: fc.array(
      fc.record({
        minor: fc.integer({ min: 1, max: 9 }),
        category: fc.constantFrom('cat_food', 'cat_home'),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  },
  { requiredKeys: ['type', 'minor', 'date'] },
)

/** Puts and removals of a few ids, in batches small and large. */
const history = fc.array(
  fc.array(
    fc.record({
      id: fc.integer({ min: 1, max: 30 }).map(n => `txn_${1000 + n}`),
      fields: fc.option(fields),
    }),
    { maxLength: 12 },
  ),
  { maxLength: 8 },
)

const filter: fc.Arbitrary<TransactionFilter> = fc.record(
  {
    text: fc.constantFrom('cafe', 'legu', 'work', 'cash', '12', '0,0', 'x'),
    types: fc.subarray(['expense', 'income'] as const),
    categories: fc.subarray(['cat_food', 'none']),
    members: fc.subarray(['mem_aaaa']),
    accounts: fc.subarray(['acc_bbbb']),
    tags: fc.subarray(['trip']),
    fromMinor: fc.nat(1500),
    toMinor: fc.nat(1500),
    period: fc.constantFrom('2026', '2026-11'),
    to: fc.constantFrom('2026-11-21'),
  },
  { requiredKeys: [] },
)

function played(
  batches: typeof history extends fc.Arbitrary<infer T> ? T : never,
) {
  const model = new ReadModel()
  const docs = new Map<string, TransactionDoc>()
  model.apply(categories.map(doc => ({ id: doc._id, doc })))
  for (const batch of batches) {
    const changes = [
      ...new Map(batch.map(each => [each.id, each])).values(),
    ].map(({ id, fields: given }) => {
      if (given === null) {
        docs.delete(id)
        return { id, doc: { _id: id, _deleted: true } }
      }
      const doc = aTransactionDoc({ ...given, _id: id })
      docs.set(id, doc)
      return { id, doc: doc as never }
    })
    model.apply(changes)
  }
  return { model, docs: [...docs.values()] }
}

function rowOf(doc: TransactionDoc) {
  const names = [doc.category, ...(doc.splits ?? []).map(part => part.category)]
    .map(id => categories.find(each => each._id === id)?.name ?? '')
    .join('\n')
  return {
    ...doc,
    id: doc._id,
    searchText: foldText(
      [
        doc.description,
        names,
        doc.notes ?? '',
        (doc.tags ?? []).join('\n'),
        amountTexts(doc.minor, doc.currency),
      ].join('\n'),
    ),
  }
}

test('the columns find what the shared filter finds, in its order, with its totals', () => {
  fc.assert(
    fc.property(history, filter, (batches, wanted) => {
      const { model, docs } = played(batches)
      const expected = docs
        .map(rowOf)
        .filter(row => matchesFilter(row, wanted, 1))
        .sort(compareTransactions(newestFirst))
      const found = model.transactions({
        view: 'transactions',
        filter: wanted,
        order: newestFirst,
        from: 0,
        to: 1000,
      })
      expect(found.rows.map(row => row.id)).toEqual(expected.map(row => row.id))
      expect(found.totals).toEqual(sumByCurrency(expected))
      expect(model.select({ filter: wanted, except: [] })).toEqual(
        expected.map(row => row.id),
      )
    }),
    { numRuns: 300 },
  )
})

test('a snapshot gives the same answers back, and goes on from there', () => {
  fc.assert(
    fc.property(history, history, (batches, more) => {
      const { model } = played(batches)
      const loaded = new ReadModel()
      const snapshot = structuredClone(model.takeSnapshot(7))
      expect(loaded.loadSnapshot(snapshot)).toBe(true)
      for (const batch of more) {
        const changes = batch.map(({ id, fields: given }) => ({
          id,
          doc: (given === null
            ? { _id: id, _deleted: true }
            : aTransactionDoc({ ...given, _id: id })) as never,
        }))
        model.apply(changes)
        loaded.apply(changes)
      }
      const query = {
        view: 'transactions',
        filter: {},
        order: newestFirst,
        from: 0,
        to: 1000,
      } as const
      const { version: _, ...expected } = model.transactions(query)
      expect(loaded.transactions(query)).toMatchObject(expected)
      expect(loaded.lookups()).toEqual(model.lookups())
    }),
  )
})

test('L8 a damaged or foreign snapshot is refused and changes nothing', () => {
  const model = new ReadModel()
  model.apply([
    { id: 'txn_1001', doc: aTransactionDoc({ _id: 'txn_1001' }) as never },
  ])
  const good = model.takeSnapshot(1)
  const bad: unknown[] = [
    undefined,
    7,
    {},
    { ...good, version: 99 },
    { ...good, ids: `${good.ids}\ntxn_1002` },
    { ...good, sorted: new Int32Array(5) },
    { ...good, numbers: {} },
    { ...good, small: 'x' },
  ]
  for (const each of bad) expect(model.loadSnapshot(each)).toBe(false)
  expect(model.lookups().count).toBe(1)
})

test('the state of a row follows what is known of its revisions', () => {
  const model = new ReadModel()
  model.apply([
    { id: 'txn_1001', doc: aTransactionDoc({ _id: 'txn_1001' }) as never },
  ])
  expect(model.stateOf('txn_1001')).toBeUndefined()
  const none = new Set<string>()
  const mine = new Set(['txn_1001'])
  model.setFacts({ isConnected: true, pending: mine, refused: none })
  expect(model.stateOf('txn_1001')).toBe('pending')
  model.setFacts({ isConnected: true, pending: none, refused: mine })
  expect(model.stateOf('txn_1001')).toBe('refused')
  model.setFacts({ isConnected: true, pending: none, refused: none })
  expect(model.stateOf('txn_1001')).toBe('synced')
})

test('R26 a record of a newer version is left out of sums, and harms nothing', () => {
  const model = new ReadModel()
  const newer = {
    ...aTransactionDoc({ _id: 'txn_1001' }),
    v: 9,
  } as unknown as Doc
  model.apply([{ id: 'txn_1001', doc: newer as never }])
  expect(model.lookups().count).toBe(0)
})
