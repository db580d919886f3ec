import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import { newestFirst } from '@ourmoney/shared/transaction/order.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { Grouping, SumGroup, SumsQuery } from '../../../views/reports.ts'
import { ReadModel } from '../read-model.ts'

const categories = [
  { _id: 'cat_food', name: 'Food' },
  { _id: 'cat_home', name: 'Home' },
  { _id: 'cat_rent', name: 'Rent', parent: 'cat_home' },
  { _id: 'cat_gone', name: 'Gone', mergedInto: 'cat_food' },
]
const ledger = { name: 'Home', currency: 'EUR', timeZone: 'UTC', firstDay: 1 }

const category = fc.constantFrom('cat_food', 'cat_home', 'cat_rent', 'cat_gone')
const member = fc.constantFrom('mem_aaaa', 'mem_bbbb')
const date = fc
  .integer({ min: 1, max: 30 })
  .map(day => `2026-11-${String(day).padStart(2, '0')}`)
const part = fc.record(
  { minor: fc.integer({ min: -900, max: 900 }), category, member },
  { requiredKeys: ['minor'] },
)

const transaction = fc
  .record(
    {
      type: fc.constantFrom('expense', 'income', 'transfer'),
      description: fc.constantFrom('Café', 'cafe', 'Rent'),
      minor: fc.integer({ min: -2000, max: 2000 }),
      currency: fc.constantFrom('EUR', 'JPY', 'USD'),
      rate: fc.record({
        base: fc.constantFrom('JPY', 'USD'),
        quote: fc.constant('EUR'),
        ratePpm: fc.integer({ min: 1, max: 3_000_000 }),
        date: fc.constant('2026-11-01'),
      }),
      date,
      category,
      member,
      payee: fc.constantFrom('pay_aaaa', 'pay_bbbb'),
      account: fc.constantFrom('acc_aaaa', 'acc_bbbb'),
      splits: fc.array(part, { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ['type', 'description', 'minor', 'currency', 'date'] },
  )
  .map(({ splits, ...given }) =>
    splits === undefined || given.type === 'transfer'
      ? given
      : {
          ...given,
          splits,
          minor: splits.reduce((sum, { minor }) => sum + minor, 0),
        },
  )
const transactions = fc.array(transaction, { maxLength: 25 })

const span = fc.tuple(date, date).map(([one, other]) => ({
  from: one < other ? one : other,
  to: one < other ? other : one,
}))
const filter: fc.Arbitrary<TransactionFilter> = fc.record(
  {
    categories: fc.subarray(['cat_food', 'cat_home', 'cat_home.alone', 'none']),
    members: fc.subarray(['mem_aaaa']),
    text: fc.constant('cafe'),
    period: fc.constant('2025'),
  },
  { requiredKeys: [] },
)
const by = fc.constantFrom<Grouping>('category', 'payee', 'member', 'account')

type Given = typeof transactions extends fc.Arbitrary<infer T> ? T : never

function modelOf(given: Given): ReadModel {
  const model = new ReadModel()
  const docs = [
    { _id: 'ledger_main', kind: 'ledger', v: 1, ...ledger },
    ...categories.map(each => ({
      kind: 'category',
      v: 1,
      type: 'expense',
      ...each,
    })),
    ...given.map((fields, index) =>
      aTransactionDoc({ ...fields, _id: `txn_${1000 + index}` }),
    ),
  ]
  model.apply(docs.map(doc => ({ id: doc._id, doc: doc as never })))
  return model
}

const listOf = (model: ReadModel, filter: TransactionFilter) =>
  model.transactions({
    view: 'transactions',
    filter: { ...filter, period: undefined },
    order: newestFirst,
    from: 0,
    to: 0,
  })

const asked = (fields: Omit<SumsQuery, 'view'>): SumsQuery => ({
  view: 'sums',
  ...fields,
})
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

test('of every span the sums are the totals of the list there, in the ledger’s currency and in each', () => {
  fc.assert(
    fc.property(
      transactions,
      filter,
      fc.array(span),
      (given, wanted, spans) => {
        const model = modelOf(given)
        const query = asked({ filter: wanted, spans })
        const { currency, spans: found } = model.reports.sums(query)
        expect(currency).toBe('EUR')
        expect(found).toHaveLength(spans.length)
        for (const { from, to, ...sums } of found) {
          const { base, totals } = listOf(model, { ...wanted, from, to })
          const { currency: _, ...rest } = base
          expect(sums).toMatchObject(rest)
          for (const code of ['EUR', 'JPY', 'XXX']) {
            const one = model.reports.sums({
              ...query,
              spans: [{ from, to }],
              currency: code,
            })
            const expected = totals.find(each => each.currency === code)
            expect(one.spans[0]).toMatchObject({
              incomeMinor: expected?.incomeMinor ?? 0,
              expenseMinor: expected?.expenseMinor ?? 0,
              count: expected?.count ?? 0,
              missing: [],
            })
          }
        }
      },
    ),
    { numRuns: 200 },
  )
})

test('groups sum to the whole, however few are told apart, and each is what the list finds of it', () => {
  fc.assert(
    fc.property(
      transactions,
      filter,
      fc.array(span, { minLength: 1, maxLength: 3 }),
      by,
      fc.integer({ min: 1, max: 4 }),
      (given, wanted, spans, by, most) => {
        const model = modelOf(given)
        const query = asked({ filter: wanted, spans, by })
        const all = model.reports.sums(query)
        const few = model.reports.sums({ ...query, most })
        for (const { groups, spans } of [all, few]) {
          for (const each of spans) {
            expect(sum(each.income)).toBe(each.incomeMinor)
            expect(sum(each.expense)).toBe(each.expenseMinor)
            expect(each.counts).toHaveLength(groups.length)
          }
        }
        const rest = all.groups.length - most
        expect(few.groups).toHaveLength(Math.min(all.groups.length, most + 1))
        expect(few.groups.at(-1)?.rest).toBe(rest > 0 ? rest : undefined)

        const { types: _, ...free } = wanted
        all.groups.forEach((group, at) => {
          const own = filterOf(group, by)
          if (own === undefined || isNamed(wanted, by)) return
          for (const { from, to, ...sums } of all.spans) {
            const { base } = listOf(model, { ...free, ...own, from, to })
            expect(sums.income[at]).toBe(base.incomeMinor)
            expect(sums.expense[at]).toBe(base.expenseMinor)
          }
        })
      },
    ),
    { numRuns: 200 },
  )
})

/** Which transactions of the list a group stands for. */
function filterOf(
  { id, description }: SumGroup,
  by: Grouping,
): TransactionFilter | undefined {
  if (description !== undefined) {
    return { descriptions: [description], payees: ['none'] }
  }
  if (by === 'category') {
    return { categories: [id === undefined ? 'none' : `${id}.alone`] }
  }
  if (by === 'member') return id === undefined ? undefined : { members: [id] }
  // A transfer is in two accounts, and of neither sum.
  if (by === 'account') return { accounts: [id ?? 'none'] }
  return { payees: [id ?? 'none'] }
}

/** The list has one filter of categories, and one of members. */
function isNamed(wanted: TransactionFilter, by: Grouping): boolean {
  if (by === 'category') return (wanted.categories?.length ?? 0) > 0
  return by === 'member' && (wanted.members?.length ?? 0) > 0
}

test('without a payee what is called the same is one group, whatever its case and accents', () => {
  const model = modelOf([
    {
      type: 'expense',
      description: 'Café',
      minor: 3,
      currency: 'EUR',
      date: '2026-11-02',
    },
    {
      type: 'expense',
      description: 'cafe',
      minor: 4,
      currency: 'EUR',
      date: '2026-11-03',
    },
    {
      type: 'expense',
      description: 'cafe',
      minor: 5,
      currency: 'EUR',
      date: '2026-11-03',
      payee: 'pay_aaaa',
    },
  ])
  const spans = [{ from: '2026-11-01', to: '2026-11-30' }]
  const found = model.reports.sums(asked({ filter: {}, spans, by: 'payee' }))
  expect(found.groups).toEqual([{ description: 'cafe' }, { id: 'pay_aaaa' }])
  expect(found.spans[0]?.expense).toEqual([7, 5])
  expect(found.spans[0]?.counts).toEqual([2, 1])
})

test('the largest are the list’s rows by what counts of them, and their sum is of all', () => {
  fc.assert(
    fc.property(transactions, filter, span, (given, wanted, span) => {
      const model = modelOf(given)
      const found = model.reports.largest({
        view: 'largest',
        filter: wanted,
        span,
        type: 'expense',
        most: 5,
      })
      const { base, count } = listOf(model, {
        ...wanted,
        ...span,
        types: ['expense'],
      })
      expect(found.totalMinor).toBe(base.expenseMinor)
      expect(found.missing).toEqual(base.missing)
      const lacking = sum(base.missing.map(each => each.count))
      expect(found.count).toBe(count - lacking)
      const minors = found.rows.map(({ minor }) => minor)
      expect(minors).toEqual(minors.toSorted((a, b) => b - a))
      expect(minors).toHaveLength(Math.min(5, found.count))
      const all = model.reports.largest({
        view: 'largest',
        filter: wanted,
        span,
        type: 'expense',
        most: 99,
      })
      expect(sum(all.rows.map(({ minor }) => minor))).toBe(found.totalMinor)
      expect(all.rows.slice(0, 5)).toEqual(found.rows)
    }),
    { numRuns: 200 },
  )
})
