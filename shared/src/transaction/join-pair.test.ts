import { expect, test } from 'vitest'
import { aTransactionDoc } from '../../testing/docs.ts'
import { checkDoc } from '../sync/check-doc.ts'
import { editDoc, removeDoc, restoreDoc } from '../sync/edit.ts'
import { isFixed } from '../sync/groups.ts'
import type { TransactionDoc } from '../sync/kinds.ts'
import { joinPair, separate, type Side } from './join-pair.ts'

const out = aTransactionDoc({
  _id: 'txn_out0',
  description: 'To savings',
  minor: 5000,
  account: 'acc_bank',
  category: 'cat_save',
  splits: [
    { minor: 4000, category: 'cat_save' },
    { minor: 1000, category: 'cat_fun0' },
  ],
})
const into = aTransactionDoc({
  _id: 'txn_into',
  type: 'income',
  description: 'From bank',
  minor: 5000,
  date: '2026-11-24',
  account: 'acc_save',
  category: 'cat_gift',
})
const sideOf = (doc: TransactionDoc): Side => ({ ...doc, id: doc._id })
const stamp = (at: number) => ({ id: `e${at}`, at, by: 'mem_a', device: 'd' })

function joined(a: TransactionDoc, b: TransactionDoc) {
  const pair = joinPair(sideOf(a), sideOf(b))
  if (!pair.ok) throw new Error(pair.failure)
  const [keep, gone] = pair.value.keep === a._id ? [a, b] : [b, a]
  return {
    transfer: editDoc(keep, pair.value.set, stamp(2000)),
    other: removeDoc(gone, stamp(2000)),
  }
}

test('an expense and an income become one transfer, whichever comes first', () => {
  for (const { transfer, other } of [joined(out, into), joined(into, out)]) {
    expect(transfer).toMatchObject({
      _id: 'txn_out0',
      type: 'transfer',
      description: 'To savings',
      minor: 5000,
      account: 'acc_bank',
      toAccount: 'acc_save',
      joined: 'txn_into',
    })
    for (const field of ['category', 'splits', 'toMinor']) {
      expect(transfer).not.toHaveProperty(field)
    }
    expect(checkDoc(transfer)).toMatchObject({ ok: true })
    expect(other._id).toBe('txn_into')
  }
})

test('between currencies both amounts are kept', () => {
  const dollars = { ...into, currency: 'USD', minor: 5400 }
  expect(joined(out, dollars).transfer).toMatchObject({
    minor: 5000,
    currency: 'EUR',
    toMinor: 5400,
  })
})

test('a refund that comes in is a side too', () => {
  const refund = { ...into, type: 'expense', minor: -5000 } as const
  expect(joined(out, refund).transfer).toMatchObject({ minor: 5000 })
})

test.each([
  [{ type: 'transfer' }, 'is-transfer'],
  [{ type: 'expense' }, 'same-direction'],
  [{ account: undefined }, 'no-account'],
  [{ account: 'acc_bank' }, 'same-account'],
  [{ minor: 4999 }, 'amounts-differ'],
] as const)('with %j it is no transfer: %s', (fields, code) => {
  expect(joinPair(sideOf(out), sideOf({ ...into, ...fields }))).toEqual({
    ok: false,
    failure: code,
  })
})

test('a transfer goes back to the two that it was, with categories and parts', () => {
  const { transfer, other } = joined(out, into)
  const back = separate(transfer, other, 'EUR')
  const first = editDoc(transfer, back.out, stamp(3000))
  const second = editDoc(restoreDoc(other, stamp(3000)), back.into, stamp(3001))
  expect(bodyOf(first)).toEqual(bodyOf(out))
  expect(bodyOf(second)).toEqual(bodyOf(into))
})

test('an amount that was changed since stays, without parts that no longer sum', () => {
  const { transfer, other } = joined(out, into)
  const changed = editDoc(transfer, { minor: 4000 }, stamp(2500))
  const back = separate(changed, other, 'EUR')
  const first = editDoc(changed, back.out, stamp(3000))
  expect(first).toMatchObject({
    type: 'expense',
    minor: 4000,
    category: 'cat_save',
  })
  expect(first).not.toHaveProperty('splits')
  expect(back.into).toMatchObject({ type: 'income', minor: 4000 })
})

test('a transfer that never was two becomes two', () => {
  const transfer = aTransactionDoc({
    type: 'transfer',
    account: 'acc_bank',
    toAccount: 'acc_usd0',
    toMinor: 130,
  })
  const back = separate(transfer, undefined, 'USD')
  expect(editDoc(transfer, back.out, stamp(2000))).toMatchObject({
    type: 'expense',
    minor: 120,
    account: 'acc_bank',
  })
  expect(back.into).toMatchObject({
    type: 'income',
    minor: 130,
    currency: 'USD',
    account: 'acc_usd0',
    description: 'Coffee',
    date: '2026-11-22',
  })
})

test('a refund comes back as one', () => {
  const refund = { ...into, type: 'expense', minor: -5000 } as const
  const { transfer, other } = joined(out, refund)
  expect(separate(transfer, other, 'EUR').into).toMatchObject({
    type: 'expense',
    minor: -5000,
  })
})

/** What people edit of it. */
function bodyOf(doc: TransactionDoc) {
  return Object.fromEntries(
    Object.entries(doc).filter(([field]) => !isFixed(field)),
  )
}
