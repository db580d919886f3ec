import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aTransactionDoc } from '../../testing/docs.ts'
import { checkDoc } from '../sync/check-doc.ts'
import { createDoc, editDoc, type Stamp } from '../sync/edit.ts'
import { canonicalText } from '../sync/encode.ts'
import type { TransactionDoc } from '../sync/kinds.ts'
import { mergeLeaves } from '../sync/merge.ts'
import { balanceOf, isOpenOn } from './balance.ts'
import { isLocked, markOf, marks, withMark } from './marks.ts'
import { redirectAccount } from './merge-accounts.ts'
import { movedIn } from './moved.ts'

const purse = { _id: 'acc_purse', currency: 'EUR' }
const bank = { _id: 'acc_bank0', currency: 'EUR' }
const dollars = { _id: 'acc_dollar', currency: 'USD' }
const both = { account: purse._id, toAccount: bank._id }

const aTransfer = (fields: Record<string, unknown> = {}) =>
  aTransactionDoc({ type: 'transfer', ...both, ...fields })

test.each([
  [{ type: 'expense' }, -120],
  [{ type: 'income' }, 120],
  [{ type: 'expense', minor: -120 }, 120],
  [{ type: 'transfer', toAccount: bank._id }, -120],
  [{ type: 'transfer', account: bank._id, toAccount: purse._id }, 120],
  [
    {
      type: 'transfer',
      account: dollars._id,
      currency: 'USD',
      toAccount: purse._id,
      toMinor: 95,
    },
    95,
  ],
  [{ account: bank._id }, 0],
  [{ currency: 'USD' }, undefined],
  [
    {
      currency: 'USD',
      rate: { base: 'USD', quote: 'EUR', date: '2026-11-22', ratePpm: 500_000 },
    },
    -60,
  ],
])('what %j does to the purse', (fields, moved) => {
  const doc = aTransactionDoc({ account: purse._id, ...fields })
  expect(movedIn(doc, purse, 'EUR')).toBe(moved)
})

test('a transfer takes from one account what it gives the other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1 }), minor => {
      const transfer = aTransfer({ minor })
      const [left = 0, arrived = 0] = [purse, bank].map(account =>
        movedIn(transfer, account, 'EUR'),
      )
      expect(left + arrived).toBe(0)
    }),
  )
})

test('what moved before the opening leads up to it, what moved since is added', () => {
  const opening = { openingMinor: 1_000, openingDate: '2026-11-10' }
  // 70 were spent before the opening, 30 since.
  const sums = { beforeOpening: -70, untilDay: -100 }
  expect(balanceOf(opening, sums)).toBe(970)
  expect(balanceOf(opening, { ...sums, untilDay: 0 })).toBe(1_070)
  expect(balanceOf({}, { beforeOpening: 0, untilDay: -100 })).toBe(-100)
})

test('an account is there from its opening or its first transaction on', () => {
  const opening = { openingDate: '2026-11-10' }
  expect(isOpenOn(opening, undefined, '2026-11-09')).toBe(false)
  expect(isOpenOn(opening, undefined, '2026-11-10')).toBe(true)
  expect(isOpenOn(opening, '2026-11-05', '2026-11-06')).toBe(true)
  expect(isOpenOn(opening, '2026-11-05', '2026-11-04')).toBe(false)
  expect(isOpenOn({}, undefined, '1999-01-01')).toBe(true)
})

test('each side of a transfer has a mark of its own', () => {
  const out = { ...aTransfer(), ...withMark(aTransfer(), purse._id, 'locked') }
  const made = { ...out, ...withMark(out, bank._id, 'ticked') }
  expect(made).toMatchObject({ locked: [purse._id], ticked: [bank._id] })
  expect(markOf(made, purse._id)).toBe('locked')
  expect(markOf(made, bank._id)).toBe('ticked')
  expect(isLocked(made)).toBe(true)
  expect(withMark(made, purse._id, 'open')).toEqual({
    ticked: [bank._id],
    locked: undefined,
  })
  expect(withMark(made, 'acc_other', 'ticked')).toEqual({})
})

test('an account that it is not in any more locks nothing', () => {
  const moved = aTransactionDoc({ account: bank._id, locked: [purse._id] })
  expect(isLocked(moved)).toBe(false)
  expect(markOf(moved, purse._id)).toBe('open')
})

test('on three devices, ticks of either side meet as a set, in whatever order', () => {
  const step = fc.record({
    device: fc.nat(2),
    account: fc.constantFrom(purse._id, bank._id),
    mark: fc.constantFrom(...marks),
    meets: fc.option(fc.nat(2)),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 16 }), steps => {
      const replicas = [0, 1, 2].map(() => aTransfer())
      /** What each device saw last of a side that nobody else touched. */
      const byAccount = new Map<string, Set<number>>()
      steps.forEach(({ device, account, mark, meets }, index) => {
        const doc = replicas[device] ?? aTransfer()
        const stamp: Stamp = {
          id: `e${index}`,
          at: 2_000 + index,
          by: undefined,
          device: `d${device}`,
        }
        const edited = editDoc(doc, withMark(doc, account, mark), stamp)
        replicas[device] = edited
        byAccount.set(
          account,
          (byAccount.get(account) ?? new Set()).add(device),
        )
        if (meets === null) return
        const met = mergeLeaves([edited, replicas[meets] ?? edited])
        replicas[device] = met as TransactionDoc
        replicas[meets] = met as TransactionDoc
      })
      const merged = mergeLeaves(replicas) as TransactionDoc
      expect(checkDoc(merged).ok).toBe(true)
      expect(merged.conflicts).toBeUndefined()
      for (const order of [
        [2, 1, 0],
        [1, 0, 2],
      ]) {
        const again = mergeLeaves(order.map(at => replicas[at] ?? merged))
        expect(canonicalText(again)).toBe(canonicalText(merged))
      }
      for (const [account, devices] of byAccount) {
        const [only] = devices
        if (devices.size > 1 || only === undefined) continue
        const own = replicas[only] ?? merged
        expect(markOf(merged, account)).toBe(markOf(own, account))
      }
    }),
  )
})

const merge = { of: 'account', from: purse._id, into: bank._id } as const

test('a merge moves transactions and their marks, and removes what moved between the two', () => {
  const spent = aTransactionDoc({ account: purse._id, locked: [purse._id] })
  expect(redirectAccount(spent, merge)).toEqual({
    account: bank._id,
    locked: [bank._id],
  })
  expect(redirectAccount(aTransfer(), merge)).toBe('remove')
  expect(redirectAccount(aTransfer({ toMinor: 100 }), merge)).toMatchObject({
    type: 'expense',
    minor: 20,
    account: bank._id,
    toMinor: undefined,
  })
  const other = aTransactionDoc({ account: dollars._id })
  expect(redirectAccount(other, merge)).toBeUndefined()
})

test('a merge reaches filters, templates and goals', () => {
  const on = { at: 1, by: undefined, device: undefined }
  const filter = createDoc(
    'savedFilter',
    'filt_0001',
    { name: 'Purse', query: 'text=tea&accounts=acc_purse,acc_bank0' },
    on,
  )
  expect(redirectAccount(filter, merge)).toEqual({
    query: 'text=tea&accounts=acc_bank0,acc_bank0',
  })
  const draft = { amount: '1', account: purse._id }
  const template = createDoc(
    'template',
    'tmpl_0001',
    { name: 'Tea', draft },
    on,
  )
  expect(redirectAccount(template, merge)).toEqual({
    draft: { amount: '1', account: bank._id },
  })
})

test('after a merge the one account holds what both held', () => {
  const side = fc.constantFrom(purse._id, bank._id, dollars._id)
  const row = fc.record({
    type: fc.constantFrom('expense', 'income', 'transfer'),
    minor: fc.integer({ min: 1, max: 9_999 }),
    account: side,
    toAccount: side,
    toMinor: fc.option(fc.integer({ min: 1, max: 9_999 }), { nil: undefined }),
  })
  fc.assert(
    fc.property(fc.array(row), rows => {
      const docs = rows
        .filter(
          each => each.type !== 'transfer' || each.account !== each.toAccount,
        )
        .map(({ toAccount, toMinor, ...each }) =>
          aTransactionDoc(
            each.type === 'transfer' ? { ...each, toAccount, toMinor } : each,
          ),
        )
      const sum = (list: readonly TransactionDoc[], account: typeof purse) =>
        list.reduce((all, doc) => all + (movedIn(doc, account, 'EUR') ?? 0), 0)
      const after = docs.flatMap(doc => {
        const rewritten = redirectAccount(doc, merge)
        return rewritten === 'remove' ? [] : [{ ...doc, ...rewritten }]
      })
      for (const doc of after) expect(doc.account).not.toBe(purse._id)
      expect(sum(after, bank)).toBe(sum(docs, purse) + sum(docs, bank))
    }),
  )
})
