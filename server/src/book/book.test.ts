import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalText } from '@ourmoney/shared/money/decimal-text.ts'
import { lacksRate } from '@ourmoney/shared/rate/kept-rate.ts'
import { sumCounted } from '@ourmoney/shared/report/counted-totals.ts'
import type { Doc, TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import {
  foldText,
  withBranches,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import { matchesFilter } from '@ourmoney/shared/transaction/filter-test.ts'
import {
  compareTransactions,
  orderKeys,
} from '@ourmoney/shared/transaction/order.ts'
import { aDoc, aHousehold } from '../../test/a-book.ts'
import { Book, type Place } from './book.ts'

const optional = { requiredKeys: [] }
const category = fc.constantFrom('cat_0001', 'cat_0002', 'cat_0003', undefined)
const member = fc.constantFrom('mem_0001', 'mem_0002', undefined)
const minor = fc.constantFrom(-500, 100, 100, 250, 1000)

const fields = fc
  .record({
    type: fc.constantFrom('expense', 'income', 'transfer'),
    description: fc.constantFrom('Tea', 'tea', 'Légumes', 'Rent'),
    minor,
    currency: fc.constantFrom('EUR', 'EUR', 'USD', 'JPY'),
    date: fc.constantFrom('2026-11-20', '2026-11-21', '2025-12-31'),
    category,
    member,
    payee: fc.constantFrom('pay_0001', undefined),
    account: fc.constantFrom('acc_0001', 'acc_0002', undefined),
    locked: fc.constantFrom(['acc_0001'], undefined),
    tags: fc.constantFrom(['trip'], ['home', 'trip'], undefined),
    notes: fc.constantFrom('with Rui', undefined),
    rate: fc.constantFrom(
      { base: 'EUR', quote: 'USD', date: '2026-11-20', ratePpm: 1_234_567 },
      undefined,
    ),
    parts: fc.array(fc.record({ minor, category, member }), { maxLength: 3 }),
  })
  .map(({ parts, ...rest }) =>
    parts.length === 0
      ? rest
      : {
          ...rest,
          minor: parts.reduce((sum, part) => sum + part.minor, 0),
          splits: parts.map(part => present(part)),
        },
  )

/** Rounds of changes; the same few records come again, and some are deleted. */
const rounds = fc.array(
  fc.array(fc.record({ n: fc.nat(40), fields, isGone: fc.boolean() }), {
    maxLength: 80,
  }),
  { maxLength: 3 },
)

const filter: fc.Arbitrary<TransactionFilter> = fc.record(
  {
    text: fc.constantFrom('tea', 'leg', 'merc', 'rui trip', '10', '2,50'),
    types: fc.subarray(['expense', 'income'] as const),
    categories: fc.subarray(['cat_0001', 'cat_0001.alone', 'none']),
    members: fc.subarray(['mem_0001']),
    accounts: fc.subarray(['acc_0001', 'none']),
    marks: fc.subarray(['open', 'locked'] as const),
    payees: fc.subarray(['pay_0001', 'none']),
    tags: fc.subarray(['trip']),
    currencies: fc.subarray(['USD', 'EUR']),
    rate: fc.constant('missing' as const),
    fromMinor: fc.nat(300),
    toMinor: fc.nat(1500),
    period: fc.constantFrom('2026', '2026-11'),
    from: fc.constant('2026-11-21'),
  },
  optional,
)

const order = fc.record({
  by: fc.constantFrom(...orderKeys),
  descending: fc.boolean(),
})

function present(values: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  )
}

type Rounds = typeof rounds extends fc.Arbitrary<infer T> ? T : never

function played(all: Rounds) {
  const book = new Book()
  const docs = new Map<string, TransactionDoc>()
  book.apply(aHousehold)
  for (const changes of all) {
    // Asked in between, so that what is kept in order is kept so.
    for (const by of orderKeys) {
      book.list({}, { by, descending: true }, undefined, 1)
    }
    book.apply(
      changes.map(change => {
        const id = `txn_${1000 + change.n}`
        const doc = aDoc('transaction', id, present(change.fields))
        if (change.isGone) {
          docs.delete(id)
          return { ...doc, _deleted: true }
        }
        docs.set(id, doc as TransactionDoc)
        return doc
      }),
    )
  }
  return { book, docs: [...docs.values()] }
}

function rowOf(doc: TransactionDoc) {
  const nameOf = (id: string | undefined) =>
    aHousehold.flatMap(each =>
      each._id === id && 'name' in each ? String(each.name) : [],
    )
  const amount = decimalText(Math.abs(doc.minor), doc.currency)
  const texts = [
    doc.description,
    doc.notes,
    ...nameOf(doc.category),
    ...nameOf(doc.payee),
    ...(doc.splits ?? []).flatMap(part => nameOf(part.category)),
    ...(doc.tags ?? []),
    amount,
    amount.replace('.', ','),
  ]
  return {
    ...doc,
    id: doc._id,
    sync: 'synced' as const,
    lacksRate: lacksRate(doc, 'EUR'),
    searchText: foldText(texts.filter(Boolean).join('\n')),
  }
}

const categories = aHousehold.flatMap(doc =>
  doc.kind === 'category' ? doc : [],
)

test('pages put together are what the shared filter finds, in the shared order, and the totals are of just that', () => {
  fc.assert(
    fc.property(
      rounds,
      filter,
      order,
      fc.integer({ min: 1, max: 9 }),
      (all, wanted, by, limit) => {
        const { book, docs } = played(all)
        const whole = withBranches(wanted, { categories, merged: {} })
        const expected = docs
          .map(rowOf)
          .filter(row => matchesFilter(row, whole, 1))
          .sort(compareTransactions(by))

        const found: string[] = []
        let after: Place | undefined
        for (let isMore = true; isMore;) {
          const page = book.list(wanted, by, after, limit)
          found.push(...page.rows.map(({ id }) => id))
          expect(page.rows.length).toBeLessThanOrEqual(limit)
          after = page.rows.at(-1)
          isMore = page.isMore
        }
        expect(found).toEqual(expected.map(({ id }) => id))
        expect(book.totals(wanted)).toEqual(sumCounted(expected, whole, 'EUR'))
      },
    ),
    { numRuns: 300 },
  )
})

test('a page goes on where the one before ended, whatever was written in between', () => {
  fc.assert(
    fc.property(rounds, order, fc.nat(40), fields, (all, by, n, changed) => {
      const { book } = played(all)
      const before = book.list({}, by, undefined, 1000).rows.map(({ id }) => id)
      const [first] = book.list({}, by, undefined, 1).rows
      fc.pre(first !== undefined)
      const id = `txn_${1000 + n}`
      book.apply([
        { ...aDoc('transaction', id, present(changed)) },
        {
          ...aDoc('transaction', first?.id ?? '', present(changed)),
          _deleted: true,
        },
      ])
      const rest = book.list({}, by, first, 1000).rows.map(each => each.id)
      const others = (ids: readonly string[]) =>
        ids.filter(each => each !== id && each !== first?.id)
      expect(others(rest)).toEqual(others(before))
    }),
  )
})

test('what was merged away counts as what it became, until that is taken back', () => {
  const book = new Book()
  const merged = (mergedInto: string | undefined): Doc => ({
    ...aDoc(
      'category',
      'cat_0002',
      present({ name: 'Greens', type: 'expense', mergedInto }),
    ),
  })
  book.apply([
    ...aHousehold,
    aDoc('transaction', 'txn_0001', {
      type: 'expense',
      description: 'Leek',
      minor: 100,
      currency: 'EUR',
      date: '2026-11-22',
      category: 'cat_0002',
    }),
  ])
  const found = (wanted: TransactionFilter) =>
    book.list(wanted, { by: 'date', descending: true }, undefined, 9).rows
      .length
  const salaries = { categories: ['cat_0003'] }
  expect([found(salaries), found({ text: 'salary' })]).toEqual([0, 0])
  book.apply([merged('cat_0003')])
  expect([found(salaries), found({ text: 'salary' })]).toEqual([1, 1])
  // Whoever asks by the old name means the new one.
  expect(found({ categories: ['cat_0002'] })).toBe(1)
  book.apply([merged(undefined)])
  expect([found(salaries), found({ text: 'greens' })]).toEqual([0, 1])
})
