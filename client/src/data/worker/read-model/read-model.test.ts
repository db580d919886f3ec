import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import { decimalText } from '@ourmoney/shared/money/decimal-text.ts'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import type { Doc, TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { convertParts } from '@ourmoney/shared/rate/convert.ts'
import { baseMinorOf, lacksRate } from '@ourmoney/shared/rate/kept-rate.ts'
import { sumInBase } from '@ourmoney/shared/report/base-totals.ts'
import { sumCounted } from '@ourmoney/shared/report/counted-totals.ts'
import { sumByCurrency } from '@ourmoney/shared/report/totals.ts'
import { countedMinor } from '@ourmoney/shared/transaction/counted.ts'
import {
  foldText,
  withBranches,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import { matchesFilter } from '@ourmoney/shared/transaction/filter-test.ts'
import {
  compareTransactions,
  newestFirst,
} from '@ourmoney/shared/transaction/order.ts'
import { findTransferPairs } from '@ourmoney/shared/transaction/transfer-pairs.ts'
import { ReadModel } from './read-model.ts'

const categories = [
  { _id: 'cat_food', name: 'Légumes' },
  { _id: 'cat_home', name: 'Home' },
  { _id: 'cat_rent', name: 'Rent', parent: 'cat_home' },
].map(fields => ({
  kind: 'category' as const,
  v: 1,
  type: 'expense' as const,
  ...fields,
}))

/** The ledger in one currency, then perhaps in another. */
const aLedger = (currency: string) => ({
  _id: 'ledger_main',
  kind: 'ledger',
  v: 1,
  name: 'Home',
  currency,
  timeZone: 'UTC',
  firstDay: 1,
})
const bases = fc.constantFrom('EUR', 'JPY', 'USD')

const keptRate = fc.record({
  base: fc.constantFrom('EUR', 'JPY', 'USD'),
  quote: fc.constantFrom('EUR', 'JPY'),
  ratePpm: fc.integer({ min: 1, max: 300_000_000 }),
  date: fc.constant('2026-11-01'),
})

const fields = fc
  .record(
    {
      type: fc.constantFrom('expense', 'income', 'transfer'),
      description: fc.constantFrom('Café', 'Rent', 'água 12', 'Office'),
      minor: fc.integer({ min: -2000, max: 2000 }),
      currency: fc.constantFrom('EUR', 'JPY', 'USD'),
      rate: keptRate,
      date: fc.constantFrom('2026-11-22', '2026-11-01', '2025-12-31'),
      category: fc.constantFrom('cat_food', 'cat_home', 'cat_rent'),
      account: fc.constantFrom('acc_aaaa', 'acc_bbbb'),
      toAccount: fc.constantFrom('acc_bbbb', 'acc_cccc'),
      ticked: fc.subarray(['acc_aaaa', 'acc_bbbb']),
      locked: fc.subarray(['acc_bbbb', 'acc_cccc']),
      member: fc.constantFrom('mem_aaaa', 'mem_bbbb'),
      payee: fc.constantFrom('pay_aaaa', 'pay_bbbb'),
      source: fc.record(
        {
          format: fc.constant('csv'),
          batch: fc.constantFrom('batch_aaaa', 'batch_bbbb'),
        },
        { requiredKeys: ['format'] },
      ),
      tags: fc.subarray(['Work', 'trip'], { minLength: 1 }),
      notes: fc.constantFrom('paid in CASH', 'nota'),
      splits: fc.array(
        fc.record(
          {
            minor: fc.integer({ min: -9, max: 9 }),
            category: fc.constantFrom('cat_food', 'cat_home', 'cat_rent'),
            member: fc.constantFrom('mem_aaaa', 'mem_bbbb'),
            note: fc.constantFrom('for Zoé', 'cash'),
          },
          { requiredKeys: ['minor'] },
        ),
        { minLength: 1, maxLength: 3 },
      ),
    },
    { requiredKeys: ['type', 'minor', 'date'] },
  )
  .map(given => ({
    ...given,
    // Parts sum to their transaction's amount, or it is none.
    minor:
      given.splits === undefined
        ? given.minor
        : given.splits.reduce((sum, part) => sum + part.minor, 0),
  }))

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
    text: fc.constantFrom('cafe', 'legu', 'work', 'cash', '12', '0,0', 'zoe'),
    descriptions: fc.subarray(['cafe', 'RENT', 'office']),
    types: fc.subarray(['expense', 'income'] as const),
    categories: fc.subarray(['cat_food', 'cat_home', 'cat_home.alone', 'none']),
    members: fc.subarray(['mem_aaaa']),
    accounts: fc.subarray(['acc_bbbb', 'none']),
    marks: fc.subarray(['open', 'ticked', 'locked'] as const),
    payees: fc.subarray(['pay_aaaa', 'none']),
    tags: fc.subarray(['trip']),
    currencies: fc.subarray(['JPY', 'USD', 'XXX']),
    batches: fc.subarray(['batch_aaaa', 'batch_cccc']),
    rate: fc.constant('missing' as const),
    fromMinor: fc.nat(1500),
    toMinor: fc.nat(1500),
    period: fc.constantFrom('2026', '2026-11'),
    to: fc.constantFrom('2026-11-21'),
  },
  { requiredKeys: [] },
)

type History = typeof history extends fc.Arbitrary<infer T> ? T : never

/** The ledger's currency changes before the last batch. */
function played(batches: History, first = 'EUR', last = first) {
  const model = new ReadModel()
  const docs = new Map<string, TransactionDoc>()
  model.apply(categories.map(doc => ({ id: doc._id, doc })))
  const putLedger = (currency: string) =>
    model.apply([{ id: 'ledger_main', doc: aLedger(currency) }])
  putLedger(first)
  batches.forEach((batch, index) => {
    if (index === batches.length - 1) putLedger(last)
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
  })
  putLedger(last)
  return { model, docs: [...docs.values()] }
}

function rowOf(doc: TransactionDoc, base: string) {
  const names = [doc.category, ...(doc.splits ?? []).map(part => part.category)]
    .map(id => categories.find(each => each._id === id)?.name ?? '')
    .join('\n')
  const amount = decimalText(Math.abs(doc.minor), doc.currency)
  return {
    ...doc,
    id: doc._id,
    lacksRate: lacksRate(doc, base),
    searchText: foldText(
      [
        doc.description,
        names,
        doc.notes ?? '',
        ...(doc.splits ?? []).map(({ note = '' }) => note),
        (doc.tags ?? []).join('\n'),
        amount,
        amount.replace('.', ','),
      ].join('\n'),
    ),
  }
}

/** The row as a filter counts it: less where it names some of the parts only. */
function countedOf(row: TransactionDoc, wanted: TransactionFilter): Counted {
  const minor = countedMinor(row, wanted) ?? 0
  return { ...row, whole: row, minor, wanted }
}
type Counted = TransactionDoc & {
  readonly whole: TransactionDoc
  readonly wanted: TransactionFilter
}

/** Sums what is counted by hand: parts in the ledger's currency are shares of the whole there. */
function countedInBase(rows: readonly Counted[], base: string) {
  const whole = sumInBase(
    rows.map(row => row.whole),
    base,
  )
  const sum = (type: TransactionDoc['type']) =>
    rows
      .filter(row => row.type === type && !lacksRate(row.whole, base))
      .reduce((total, row) => total + countedBaseMinor(row, base), 0)
  return { ...whole, incomeMinor: sum('income'), expenseMinor: sum('expense') }
}

function countedBaseMinor({ whole, wanted }: Counted, base: string): number {
  const { splits = [], currency, rate, member } = whole
  if (splits.length === 0) return baseMinorOf(whole, base) ?? 0
  const minors = splits.map(part => part.minor)
  const shares =
    currency === base
      ? minors
      : convertParts(minors, currency, base, rate ? [rate] : [])
  return splits.reduce((total, part, index) => {
    const isCounted = countedMinor({ member, ...part }, wanted) !== undefined
    return total + (isCounted ? (shares?.[index] ?? 0) : 0)
  }, 0)
}

test('the columns find what the shared filter finds, in its order, with its totals', () => {
  fc.assert(
    fc.property(history, filter, bases, bases, (batches, wanted, was, base) => {
      const { model, docs } = played(batches, was, base)
      const whole = withBranches(wanted, { categories, merged: {} })
      const expected = docs
        .map(doc => rowOf(doc, base))
        .filter(row => matchesFilter(row, whole, 1))
        .sort(compareTransactions(newestFirst))
      const found = model.transactions({
        view: 'transactions',
        filter: wanted,
        order: newestFirst,
        from: 0,
        to: 1000,
      })
      expect(found.rows.map(row => row.id)).toEqual(expected.map(row => row.id))
      const counted = expected.map(row => countedOf(row, whole))
      expect(found.totals).toEqual(sumByCurrency(counted))
      expect(found.base).toEqual(countedInBase(counted, base))
      // What the server tells programs.
      const { totals, base: inBase } = found
      expect({ totals, base: inBase }).toEqual(
        sumCounted(expected, whole, base),
      )
      expect(
        found.rows.map(({ minor, countedMinor: less = minor }) => less),
      ).toEqual(counted.map(({ minor }) => minor))
      for (const day of found.days) {
        const { incomeMinor, expenseMinor, missing, count } = countedInBase(
          counted.filter(({ date }) => dayNumber(date) === day.day),
          base,
        )
        expect(day).toMatchObject({ incomeMinor, expenseMinor, count })
        expect(day.missing ?? []).toEqual(missing)
      }
      expect(found.rows.map(row => row.lacksRate)).toEqual(
        expected.map(row => row.lacksRate),
      )
      expect(model.select({ filter: wanted, except: [] })).toEqual(
        expected.map(row => row.id),
      )
    }),
    { numRuns: 300 },
  )
})

/** Few amounts, days and accounts, so that many fit together. */
const moved = fc.record(
  {
    type: fc.constantFrom('expense', 'income', 'transfer'),
    minor: fc.constantFrom(100, -100, 200),
    currency: fc.constantFrom('EUR', 'USD'),
    date: fc.constantFrom('2026-11-01', '2026-11-04', '2026-11-09'),
    account: fc.constantFrom('acc_aaaa', 'acc_bbbb', 'acc_cccc'),
    apart: fc.subarray(['txn_1001', 'txn_1002'], { minLength: 1 }),
  },
  { requiredKeys: ['type', 'minor', 'currency', 'date'] },
)

test('the columns offer the pairs that all transactions together offer', () => {
  fc.assert(
    fc.property(fc.array(moved, { maxLength: 30 }), rows => {
      const model = new ReadModel()
      const docs = rows.map((fields, index) =>
        aTransactionDoc({ ...fields, _id: `txn_${1000 + index}` }),
      )
      model.apply(docs.map(doc => ({ id: doc._id, doc: doc as never })))
      const expected = findTransferPairs(
        docs.map(doc => ({ ...doc, id: doc._id })),
      )
      const { pairs, count } = model.pairs({ view: 'pairs', most: 99 })
      expect(count).toBe(expected.length)
      expect(pairs.map(({ out, into }) => [out.id, into.id])).toEqual(
        expected.map(({ out, into }) => [out.id, into.id]),
      )
    }),
    { numRuns: 300 },
  )
})

test('what was spent by category is in sum what was spent, in the ledger’s currency too', () => {
  fc.assert(
    fc.property(history, bases, (batches, base) => {
      const whole = batches.map(batch =>
        batch.map(each => ({ ...each, fields: withWholeParts(each.fields) })),
      )
      const { model } = played(whole, base)
      const query = { view: 'months', until: '2026-11', count: 12 } as const
      for (const month of model.months(query).months) {
        const spent = month.baseByCategory.reduce(
          (sum, { expenseMinor }) => sum + expenseMinor,
          0,
        )
        expect(spent).toBe(month.base.expenseMinor)
      }
    }),
  )
})

/** Parts that sum to the amount. */
function withWholeParts<Given extends History[number][number]['fields']>(
  given: Given,
): Given {
  if (given?.splits === undefined) return given
  const parts = given.splits.reduce((sum, { minor }) => sum + minor, 0)
  return { ...given, minor: parts }
}

test('a snapshot gives the same answers back, and goes on from there', () => {
  fc.assert(
    fc.property(history, history, (batches, more) => {
      const { model } = played(batches)
      model.apply(rates)
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
      for (const each of [model, loaded]) {
        each.apply([{ id: 'ledger_main', doc: aLedger('USD') }])
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
      const today = { view: 'currencies', today: '2026-11-22' } as const
      expect(loaded.currencies(today)).toEqual(model.currencies(today))
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
    { ...good, base: 7 },
    { ...good, rates: undefined },
    { ...good, rateTable: undefined },
    { ...good, rateTable: { ...good.rateTable, ids: 'rate_0001' } },
  ]
  for (const each of bad) expect(model.loadSnapshot(each)).toBe(false)
  expect(model.count).toBe(1)
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
  expect(model.count).toBe(0)
})

const aRate = (id: string, fields: object) => ({
  id,
  doc: {
    _id: id,
    kind: 'rate',
    v: 1,
    base: 'EUR',
    quote: 'USD',
    date: '2026-11-20',
    ratePpm: 1_100_000,
    ...fields,
  },
})
const rates = [
  aRate('rate_0001', {}),
  aRate('rate_0002', { quote: 'JPY', ratePpm: 160_000_000, source: 'ecb' }),
]

test('the overview tells what is in use, what lacks a rate, and what can be filled in', () => {
  const model = new ReadModel()
  const spent = (id: string, given: object) => ({
    id,
    doc: aTransactionDoc({ _id: id, ...given }) as never,
  })
  model.apply([
    { id: 'ledger_main', doc: aLedger('EUR') },
    spent('txn_1001', { currency: 'USD', date: '2026-11-22' }),
    spent('txn_1002', { currency: 'USD', date: '2001-01-01' }),
    spent('txn_1003', {
      currency: 'USD',
      date: '2026-11-22',
      type: 'transfer',
    }),
    spent('txn_1004', { currency: 'EUR' }),
    ...rates,
  ])
  const kept = { base: 'EUR', quote: 'USD', ratePpm: 1_100_000 }
  const latest = { ...kept, date: '2026-11-20' }
  expect(model.currencies({ view: 'currencies', today: '2026-11-26' })).toEqual(
    {
      base: 'EUR',
      inUse: [
        { currency: 'EUR', transactions: 1, missing: 0, rate: undefined },
        { currency: 'USD', transactions: 3, missing: 2, rate: latest },
      ],
      pairs: [
        {
          latest: {
            ...latest,
            quote: 'JPY',
            ratePpm: 160_000_000,
          },
          count: 1,
        },
        { latest, count: 1 },
      ],
      fillable: 1,
      firstDate: '2001-01-01',
    },
  )
  expect(model.fillable({ filter: {}, except: [] })).toEqual([
    { id: 'txn_1001', rate: latest },
  ])
  expect(model.rateOn('USD', '2026-11-28')).toBeUndefined()
  model.apply([{ id: 'rate_0001', doc: { _id: 'rate_0001', _deleted: true } }])
  expect(model.fillable({ filter: {}, except: [] })).toEqual([])
})

test('rates are among what an export takes, and not among the small docs', () => {
  const model = new ReadModel()
  model.apply([{ id: 'ledger_main', doc: aLedger('EUR') }, ...rates])
  expect(model.smallIds()).toEqual(['ledger_main', 'rate_0001', 'rate_0002'])
  expect(model.has('rate_0002')).toBe(true)
})

test('whoever pays a part, or something is for, is in use', () => {
  const model = new ReadModel()
  const part = { minor: 60, member: 'mem_anna' }
  const shared = { shareMode: 'equal', shares: [{ member: 'mem_bobb' }] }
  const doc = aTransactionDoc({ splits: [part, { minor: 60, ...shared }] })
  model.apply([{ id: doc._id, doc: doc as never }])
  expect(model.isInUse('mem_anna')).toBe(true)
  expect(model.isInUse('mem_bobb')).toBe(true)
  expect(model.isInUse('mem_cidd')).toBe(false)
  model.apply([{ id: doc._id, doc: { ...doc, splits: undefined } as never }])
  expect(model.isInUse('mem_anna')).toBe(false)
  expect(model.isInUse('mem_bobb')).toBe(false)
})

test('what waits for the server shows so also when that was known before the record', () => {
  const model = new ReadModel()
  const doc = aTransactionDoc()
  const facts = { isConnected: true, refused: new Set<string>() }
  model.setFacts({ ...facts, pending: new Set([doc._id]) })
  model.apply([{ id: doc._id, doc }])
  model.setFacts({ ...facts, pending: new Set([doc._id]) })
  expect(model.stateOf(doc._id)).toBe('pending')
  model.setFacts({ ...facts, pending: new Set() })
  expect(model.stateOf(doc._id)).toBe('synced')
})

test('a filter by the state of sync follows it, and others keep what they found', () => {
  const model = new ReadModel()
  const doc = aTransactionDoc()
  const facts = { isConnected: true, refused: new Set<string>() }
  model.apply([{ id: doc._id, doc }])
  const count = (filter: TransactionFilter) =>
    model.transactions({
      view: 'transactions',
      filter,
      order: { by: 'date', descending: true },
      from: 0,
      to: 9,
    }).count
  model.setFacts({ ...facts, pending: new Set([doc._id]) })
  expect(count({ sync: ['pending'] })).toBe(1)
  expect(count({})).toBe(1)
  model.setFacts({ ...facts, pending: new Set() })
  expect(count({ sync: ['pending'] })).toBe(0)
  expect(count({})).toBe(1)
})
