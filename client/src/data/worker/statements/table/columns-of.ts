import type { ColumnRole } from '@ourmoney/shared/statement/statement.ts'

/** No bank has as many; a hostile file may. */
export const mostColumns = 100

/** Where each role stands; -1 if nowhere. */
export function columnsOf(roles: readonly ColumnRole[]) {
  const one = (role: ColumnRole) => roles.indexOf(role)
  const all = (role: ColumnRole) =>
    roles.flatMap((each, at) => (each === role ? [at] : []))
  return {
    date: one('date'),
    amount: one('amount'),
    in: one('in'),
    out: one('out'),
    direction: one('direction'),
    category: one('category'),
    tags: one('tags'),
    member: one('member'),
    account: one('account'),
    transferTo: one('transferTo'),
    currency: one('currency'),
    balance: one('balance'),
    bankId: one('bankId'),
    status: one('status'),
    words: all('description'),
    payee: all('payee'),
    notes: all('notes'),
    ignore: all('ignore'),
  }
}

export type Columns = ReturnType<typeof columnsOf>
