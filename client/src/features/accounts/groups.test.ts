import { expect, test } from 'vitest'
import type { Account } from '@ourmoney/shared/account/account.ts'
import { groupAccounts, moved } from './groups.ts'

const anAccount = (id: string, fields: Partial<Account> = {}): Account => ({
  _id: id,
  kind: 'account',
  v: 1,
  name: id,
  type: 'bank',
  currency: 'EUR',
  ...fields,
})

const accounts = [
  anAccount('acc_a'),
  anAccount('acc_b', { type: 'cash' }),
  anAccount('acc_c'),
  anAccount('acc_d', { closed: true }),
  anAccount('acc_e'),
]

const balances = (baseMinor: number | undefined) => ({
  base: 'EUR',
  totalMinor: 0,
  missing: [],
  without: 0,
  accounts: accounts.map(({ _id }) => ({
    id: _id,
    minor: 7,
    baseMinor,
    count: 0,
    lacking: 0,
    locked: 0,
    lastDate: undefined,
  })),
})

const ids = (list: readonly Account[]) => list.map(({ _id }) => _id)

test('accounts stand by type with their sum, closed ones apart', () => {
  const { open, closed } = groupAccounts(accounts, balances(7))
  expect(open).toMatchObject([
    { type: 'cash', sumMinor: 7 },
    { type: 'bank', sumMinor: 21 },
  ])
  expect(closed.map(({ account }) => account._id)).toEqual(['acc_d'])
})

test('a group without a rate has no sum', () => {
  const { open } = groupAccounts(accounts, balances(undefined))
  expect(open[0]?.sumMinor).toBeUndefined()
})

test('an account moves within its group, and the order is of all that are open', () => {
  const { open } = groupAccounts(accounts, balances(7))
  expect(ids(moved(open, 'acc_e', 'acc_a', 'before'))).toEqual([
    'acc_b',
    'acc_e',
    'acc_a',
    'acc_c',
  ])
  expect(ids(moved(open, 'acc_a', 'acc_e', 'after'))).toEqual([
    'acc_b',
    'acc_c',
    'acc_e',
    'acc_a',
  ])
  const same = ids(moved(open, 'acc_a', 'acc_b', 'after'))
  expect(same).toEqual(['acc_b', 'acc_a', 'acc_c', 'acc_e'])
})
