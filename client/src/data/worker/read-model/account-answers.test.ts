import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Account } from '@ourmoney/shared/account/account.ts'
import { balanceOf, isOpenOn } from '@ourmoney/shared/account/balance.ts'
import { accountsOf, markOf } from '@ourmoney/shared/account/marks.ts'
import { movedIn } from '@ourmoney/shared/account/moved.ts'
import { createDoc } from '@ourmoney/shared/sync/edit.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import {
  compareTransactions,
  newestFirst,
} from '@ourmoney/shared/transaction/order.ts'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import { ReadModel } from './read-model.ts'

const dates = ['2026-11-01', '2026-11-10', '2026-11-11', '2026-11-22'] as const
const date = fc.constantFrom(...dates)
const ids = ['acc_aaaa', 'acc_bbbb', 'acc_cccc'] as const
const id = fc.constantFrom(...ids)
const minor = fc.integer({ min: -5_000, max: 5_000 })

const account = fc.record(
  {
    currency: fc.constantFrom('EUR', 'USD'),
    openingMinor: minor,
    openingDate: date,
  },
  { requiredKeys: ['currency'] },
)

const transaction = fc.record(
  {
    type: fc.constantFrom('expense', 'income', 'transfer'),
    minor,
    currency: fc.constantFrom('EUR', 'USD'),
    date,
    account: id,
    toAccount: id,
    toMinor: minor,
    ticked: fc.subarray([...ids]),
    locked: fc.subarray([...ids]),
    rate: fc.constant({
      base: 'USD',
      quote: 'EUR',
      date: '2026-11-01',
      ratePpm: 900_000,
    }),
  },
  { requiredKeys: ['type', 'minor', 'currency', 'date'] },
)

const book = fc.record({
  accounts: fc.tuple(account, account, account),
  transactions: fc.array(transaction, { maxLength: 20 }),
})
type Book = typeof book extends fc.Arbitrary<infer T> ? T : never

const on = { at: 1, by: undefined, device: undefined }

function opened(given: Book) {
  const accounts = given.accounts.map((fields, index) =>
    createDoc(
      'account',
      ids[index] ?? '',
      { name: `${index}`, type: 'bank', order: index, ...fields },
      on,
    ),
  )
  const docs = given.transactions
    .filter(
      each => each.account === undefined || each.account !== each.toAccount,
    )
    .map(({ toAccount, toMinor, ...fields }, index) =>
      aTransactionDoc({
        _id: `txn_${1000 + index}`,
        ...fields,
        ...(fields.type === 'transfer' && { toAccount, toMinor }),
      }),
    )
  const ledger = createDoc(
    'ledger',
    'ledger_main',
    { name: 'Home', currency: 'EUR', timeZone: 'UTC', firstDay: 1 },
    on,
  )
  const model = new ReadModel()
  model.apply(
    [ledger, ...accounts, ...docs].map(doc => ({
      id: doc._id,
      doc: doc as never,
    })),
  )
  return { model, accounts, docs }
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

/** By the shared rules, from the docs themselves. */
function balanceFrom(
  docs: readonly TransactionDoc[],
  of: Account,
  day: string,
): number {
  const own = docs.filter(doc => accountsOf(doc).includes(of._id))
  const first = own.map(doc => doc.date).sort()[0]
  if (!isOpenOn(of, first, day)) return 0
  const moved = (rows: readonly TransactionDoc[]) =>
    sum(rows.map(doc => movedIn(doc, of, 'EUR') ?? 0))
  return balanceOf(of, {
    beforeOpening: moved(own.filter(doc => doc.date < (of.openingDate ?? ''))),
    untilDay: moved(own.filter(doc => doc.date <= day)),
  })
}

test('over some days the balances are those of each', () => {
  fc.assert(
    fc.property(book, fc.array(date), (given, days) => {
      const { model } = opened(given)
      const query = { view: 'balancesOver', dates: days } as const
      const over = model.reports.balancesOver(query)
      const each = days.map(day =>
        model.balances({ view: 'balances', date: day }),
      )
      expect(over.totals).toEqual(each.map(({ totalMinor }) => totalMinor))
      over.accounts.forEach((account, at) => {
        const expected = each.map(({ accounts }) => accounts[at])
        expect(account.minor.map(minor => minor ?? 0)).toEqual(
          expected.map(one => one?.minor),
        )
        expect(account.baseMinor.map(minor => minor ?? undefined)).toEqual(
          account.minor.map((minor, day) =>
            minor === null ? undefined : expected[day]?.baseMinor,
          ),
        )
      })
      expect(over.missing.toSorted()).toEqual(
        [...new Set(each.flatMap(({ missing }) => missing))].sort(),
      )
    }),
  )
})

test('the columns say of every day what the docs say', () => {
  fc.assert(
    fc.property(book, date, (given, day) => {
      const { model, accounts, docs } = opened(given)
      const answer = model.balances({ view: 'balances', date: day })
      expect(answer.accounts.map(each => each.minor)).toEqual(
        accounts.map(each => balanceFrom(docs, each, day)),
      )
      const without = docs.filter(doc => accountsOf(doc).length === 0)
      expect(answer.without).toBe(without.length)
      answer.accounts.forEach(({ count, locked, lacking }, index) => {
        const of = accounts[index]
        if (of === undefined) return
        const own = docs.filter(doc => accountsOf(doc).includes(of._id))
        const isLocked = own.filter(doc => markOf(doc, of._id) === 'locked')
        const lacks = own.filter(doc => movedIn(doc, of, 'EUR') === undefined)
        expect({ count, locked, lacking }).toEqual({
          count: own.length,
          locked: isLocked.length,
          lacking: lacks.length,
        })
      })
    }),
    { numRuns: 300 },
  )
})

test('the running balance goes from row to row by what each moves, and ends at the balance of the day', () => {
  fc.assert(
    fc.property(book, id, (given, of) => {
      const { model, accounts, docs } = opened(given)
      const seen = accounts.find(each => each._id === of)
      if (seen === undefined) return
      const { rows } = model.transactions({
        view: 'transactions',
        filter: { accounts: [of] },
        order: newestFirst,
        account: of,
        from: 0,
        to: 100,
      })
      const own = docs
        .filter(doc => accountsOf(doc).includes(of))
        .map(doc => ({ ...doc, id: doc._id }))
        .sort(compareTransactions(newestFirst))
      expect(rows.map(row => row.side?.minor)).toEqual(
        own.map(doc => movedIn(doc, seen, 'EUR')),
      )
      expect(rows.map(row => row.side?.mark)).toEqual(
        own.map(doc => markOf(doc, of)),
      )
      rows.forEach((row, index) => {
        const older = rows[index + 1]
        if (older?.side === undefined || row.side === undefined) return
        expect(row.side.balanceMinor).toBe(
          older.side.balanceMinor + (row.side.minor ?? 0),
        )
        if (rows[index - 1]?.date === row.date) return
        expect(row.side.balanceMinor).toBe(balanceFrom(docs, seen, row.date))
      })
    }),
    { numRuns: 300 },
  )
})

test('what a statement is compared with is the opening and what was found or reconciled since', () => {
  fc.assert(
    fc.property(book, id, date, (given, of, day) => {
      const { model, accounts, docs } = opened(given)
      const seen = accounts.find(each => each._id === of)
      if (seen === undefined) return
      const own = docs.filter(
        doc => accountsOf(doc).includes(of) && doc.date <= day,
      )
      const found = own.filter(doc => markOf(doc, of) !== 'open')
      const since = found.filter(doc => doc.date >= (seen.openingDate ?? ''))
      expect(
        model.statement({ view: 'statement', account: of, date: day }),
      ).toEqual({
        clearedMinor:
          (seen.openingMinor ?? 0) +
          sum(since.map(doc => movedIn(doc, seen, 'EUR') ?? 0)),
        ticked: found.filter(doc => markOf(doc, of) === 'ticked').length,
        open: own.length - found.length,
      })
    }),
    { numRuns: 300 },
  )
})

test('once an account has taken over another, it holds on its first day what both held', () => {
  fc.assert(
    fc.property(book, given => {
      const { model, accounts, docs } = opened({
        ...given,
        accounts: given.accounts.map(each => ({
          ...each,
          currency: 'EUR' as const,
        })) as Book['accounts'],
      })
      const [from, into] = accounts
      if (from === undefined || into === undefined) return
      // Between the two it moves nothing in or out of both.
      const apart = docs.filter(
        doc => !ids.slice(0, 2).every(of => accountsOf(doc).includes(of)),
      )
      if (apart.length < docs.length) return
      const merged = {
        ...into,
        openingMinor: model.openingOfBoth(from._id, into._id),
      }
      const moved = docs.map(doc =>
        doc.account === from._id
          ? { ...doc, account: into._id }
          : doc.toAccount === from._id
            ? { ...doc, toAccount: into._id }
            : doc,
      )
      const last = '2026-11-30'
      expect(balanceFrom(moved, merged, last)).toBe(
        balanceFrom(docs, from, last) + balanceFrom(docs, into, last),
      )
    }),
    { numRuns: 300 },
  )
})

test('the total is in the ledger’s currency, and says which accounts it leaves out', () => {
  const rate = {
    _id: 'rate_0001',
    kind: 'rate',
    v: 1,
    base: 'EUR',
    quote: 'USD',
    date: '2026-11-10',
    ratePpm: 2_000_000,
  }
  const { model } = opened({
    accounts: [
      { currency: 'EUR', openingMinor: 100 },
      { currency: 'USD', openingMinor: 500 },
      { currency: 'USD' },
    ],
    transactions: [],
  })
  expect(
    model.balances({ view: 'balances', date: '2026-11-12' }),
  ).toMatchObject({ totalMinor: 100, missing: ['acc_bbbb'] })
  model.apply([{ id: rate._id, doc: rate }])
  expect(
    model.balances({ view: 'balances', date: '2026-11-12' }),
  ).toMatchObject({
    base: 'EUR',
    totalMinor: 350,
    missing: [],
    accounts: [{ baseMinor: 100 }, { baseMinor: 250 }, { baseMinor: 0 }],
  })
})
