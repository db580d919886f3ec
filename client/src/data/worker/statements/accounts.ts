import type {
  StatementAccount,
  StatementBalance,
} from '@ourmoney/shared/statement/statement.ts'
import { StatementFileError } from './reader.ts'

/** Of one file: no household has as many, and a person has to say of each where it is. */
export const mostAccounts = 500

/**
 * The accounts of a file; what several statements say of one is put together.
 * Throws StatementFileError.
 */
export function gatherAccounts() {
  const byKey = new Map<string, StatementAccount>()
  return {
    add: (account: StatementAccount) => {
      const before = byKey.get(account.key)
      if (before !== undefined) byKey.set(account.key, join(before, account))
      else if (byKey.size < mostAccounts) byKey.set(account.key, account)
      else throw new StatementFileError('too-many-accounts', 0, account.name)
    },
    all: (): readonly StatementAccount[] => [...byKey.values()],
  }
}

function join(a: StatementAccount, b: StatementAccount): StatementAccount {
  const currency = a.currency ?? b.currency
  // Balances of a second currency under one number would mean nothing here.
  const isOther = b.currency !== undefined && b.currency !== currency
  const opening = isOther ? a.opening : earliest(a.opening, b.opening)
  const closing = isOther ? a.closing : latest(a.closing, b.closing)
  return {
    key: a.key,
    name: a.name === '' ? b.name : a.name,
    ...(currency !== undefined && { currency }),
    ...(opening !== undefined && { opening }),
    ...(closing !== undefined && { closing }),
  }
}

function earliest(
  a: StatementBalance | undefined,
  b: StatementBalance | undefined,
): StatementBalance | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return b.date < a.date ? b : a
}

function latest(
  a: StatementBalance | undefined,
  b: StatementBalance | undefined,
): StatementBalance | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return b.date >= a.date ? b : a
}
