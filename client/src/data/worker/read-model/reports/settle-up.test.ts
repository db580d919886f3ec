import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { settleUp } from '@ourmoney/shared/report/settle-up.ts'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import { ReadModel } from '../read-model.ts'

const ann = 'mem_aaaa'
const bob = 'mem_bbbb'
const gone = 'mem_gone'
const everybody = [ann, bob]
const november = { from: '2026-11-01', to: '2026-11-30' }
const rate = {
  base: 'USD',
  quote: 'EUR',
  ratePpm: 918_000,
  date: '2026-11-01',
}

type Fields = Readonly<Record<string, unknown>>

function modelOf(given: readonly Fields[]): ReadModel {
  const model = new ReadModel()
  const docs = [
    {
      _id: 'ledger_main',
      kind: 'ledger',
      v: 1,
      name: 'Home',
      currency: 'EUR',
      timeZone: 'UTC',
      firstDay: 1,
    },
    ...[ann, bob, gone].map(_id => ({
      _id,
      kind: 'member',
      v: 1,
      name: _id,
      ...(_id === gone && { archived: true }),
    })),
    ...given.map((fields, index) =>
      aTransactionDoc({ _id: `txn_${1000 + index}`, ...fields }),
    ),
  ]
  model.apply(docs.map(doc => ({ id: doc._id, doc: doc as never })))
  return model
}

const asked = (
  model: ReadModel,
  filter: TransactionFilter = {},
  currency?: string,
) => {
  const query = { filter, spans: [november], currency }
  const { spans } = model.reports.settleUp({ view: 'settleUp', ...query })
  const sums = model.reports.sums({ view: 'sums', ...query })
  return { found: spans[0], spent: sums.spans[0]?.expenseMinor }
}

test('who paid and who owes, by hand: for all, for one, in dollars, and what a filter names of it', () => {
  const model = modelOf([
    { minor: 9_000, member: ann, category: 'cat_food' },
    // 10 dollars are 9.18: 7 of 10 for Bob are 6.43.
    {
      minor: 1_000,
      currency: 'USD',
      rate,
      member: ann,
      shareMode: 'exact',
      shares: [
        { member: ann, minor: 300 },
        { member: bob, minor: 700 },
      ],
    },
    {
      minor: 600,
      member: bob,
      splits: [
        { minor: 400, category: 'cat_food' },
        {
          minor: 200,
          category: 'cat_home',
          shareMode: 'equal',
          shares: [{ member: ann }],
        },
      ],
    },
    { minor: 50, date: '2026-10-31', member: bob },
    { minor: 77 },
    { minor: 500, currency: 'USD', member: bob },
  ])
  expect(asked(model).found).toEqual({
    ...november,
    shares: [
      {
        member: ann,
        paidMinor: 9_918,
        // Half of 9,000 and of 400, her dollars, and 200 alone.
        owedMinor: 4_500 + 200 + 275 + 200,
        balanceMinor: 4_743,
      },
      {
        member: bob,
        paidMinor: 600,
        owedMinor: 4_500 + 200 + 643,
        balanceMinor: -4_743,
      },
    ],
    settlements: [{ from: bob, to: ann, minor: 4_743 }],
    unsharedMinor: 77,
    count: 5,
    missing: [{ currency: 'USD', count: 1 }],
  })
  const ofHome = asked(model, { categories: ['cat_home'] }).found
  expect(ofHome?.settlements).toEqual([{ from: ann, to: bob, minor: 200 }])
  expect(asked(model, {}, 'USD').found?.settlements).toEqual([
    { from: bob, to: ann, minor: 450 },
  ])
})

const member = fc.constantFrom(ann, bob, gone)
const shares = fc.subarray([ann, bob, gone], { minLength: 1 })
const forWhom = (minor: number) =>
  fc.oneof(
    fc.constant({}),
    shares.map(all => ({
      shareMode: 'equal',
      shares: all.map(each => ({ member: each })),
    })),
    shares.map(all => ({
      shareMode: 'shares',
      shares: all.map((each, at) => ({ member: each, weight: at + 1 })),
    })),
    fc.constant({
      shareMode: 'exact',
      shares: [
        { member: ann, minor: Math.trunc(minor / 3) },
        { member: bob, minor: minor - Math.trunc(minor / 3) },
      ],
    }),
  )
const minor = fc.integer({ min: -9_000, max: 9_000 })
const part = minor.chain(each =>
  fc
    .tuple(
      fc.record(
        {
          minor: fc.constant(each),
          member,
          category: fc.constantFrom('cat_food', 'cat_home'),
        },
        { requiredKeys: ['minor'] },
      ),
      forWhom(each),
    )
    .map(([fields, sharing]) => ({ ...fields, ...sharing })),
)
const whole = minor.chain(each =>
  fc
    .tuple(
      fc.record(
        { minor: fc.constant(each), member },
        { requiredKeys: ['minor'] },
      ),
      forWhom(each),
    )
    .map(([fields, sharing]): Fields => ({ ...fields, ...sharing })),
)
const split = fc
  .tuple(member, fc.array(part, { minLength: 1, maxLength: 4 }))
  .map(([payer, splits]): Fields => ({
    member: payer,
    splits,
    minor: splits.reduce((sum, each) => sum + each.minor, 0),
  }))
const bought = fc.oneof(whole, split)
const abroad = fc.oneof(fc.constant({}), fc.constant({ currency: 'USD', rate }))
const all = fc.array(
  fc.tuple(bought, abroad).map(([fields, money]): Fields => ({
    ...fields,
    ...money,
  })),
  { maxLength: 12 },
)
const filter: fc.Arbitrary<TransactionFilter> = fc.record(
  {
    categories: fc.subarray(['cat_food', 'none']),
    members: fc.subarray([ann]),
  },
  { requiredKeys: [] },
)

test('what all paid is what the list says was spent, and balances sum to zero, to the unit', () => {
  fc.assert(
    fc.property(all, filter, (given, wanted) => {
      const model = modelOf(given)
      for (const currency of [undefined, 'USD']) {
        const { found, spent } = asked(model, wanted, currency)
        const each = found?.shares ?? []
        const sum = (minors: readonly number[]) =>
          minors.reduce((total, one) => total + one, 0)
        expect(sum(each.map(one => one.balanceMinor))).toBe(0)
        expect(
          sum(each.map(one => one.paidMinor)) + (found?.unsharedMinor ?? NaN),
        ).toBe(spent)
      }
    }),
    { numRuns: 200 },
  )
})

test('in one currency it is what the transactions themselves say, also after a restart', () => {
  fc.assert(
    fc.property(fc.array(bought, { maxLength: 12 }), given => {
      const model = modelOf(given)
      const docs = given.map(fields => aTransactionDoc(fields))
      const { found } = asked(model)
      expect(found).toMatchObject(settleUp(docs, everybody))
      const again = new ReadModel()
      expect(again.loadSnapshot(model.takeSnapshot(1))).toBe(true)
      expect(asked(again).found).toEqual(found)
    }),
    { numRuns: 100 },
  )
})
