import { accountTypes, type Account } from '@ourmoney/shared/account/account.ts'
import type {
  AccountBalance,
  BalancesAnswer,
} from '../../data/views/accounts.ts'

/** An account with what is in it. */
export type Held = {
  readonly account: Account
  readonly balance: AccountBalance
}

export type Group = {
  readonly type: Account['type']
  readonly held: readonly Held[]
  /** In the ledger's currency; `undefined` where some of it has no rate. */
  readonly sumMinor: number | undefined
}

/** Accounts by type, in the ledger's order; closed ones apart. */
export function groupAccounts(
  accounts: readonly Account[],
  balances: BalancesAnswer,
): { readonly open: readonly Group[]; readonly closed: readonly Held[] } {
  const byId = new Map(balances.accounts.map(each => [each.id, each]))
  const held = accounts.flatMap(account => {
    const balance = byId.get(account._id)
    return balance === undefined ? [] : [{ account, balance }]
  })
  const open = held.filter(({ account }) => account.closed !== true)
  return {
    open: accountTypes
      .map(type => open.filter(({ account }) => account.type === type))
      .flatMap(group => {
        const [first] = group
        if (first === undefined) return []
        const { type } = first.account
        return [{ type, held: group, sumMinor: sumOf(group) }]
      }),
    closed: held.filter(({ account }) => account.closed === true),
  }
}

function sumOf(held: readonly Held[]): number | undefined {
  let sum = 0
  for (const { balance } of held) {
    if (balance.baseMinor === undefined) return undefined
    sum += balance.baseMinor
  }
  return sum
}

/** All accounts once one of a group stands before or behind another of it. */
export function moved(
  groups: readonly Group[],
  id: string,
  target: string,
  place: 'before' | 'after',
): readonly Account[] {
  return groups.flatMap(({ held }) => {
    const accounts = held.map(({ account }) => account)
    const one = accounts.find(({ _id }) => _id === id)
    const rest = accounts.filter(({ _id }) => _id !== id)
    const at = rest.findIndex(({ _id }) => _id === target)
    if (one === undefined || at < 0) return accounts
    return rest.toSpliced(place === 'before' ? at : at + 1, 0, one)
  })
}
