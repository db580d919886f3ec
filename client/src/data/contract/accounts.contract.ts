import { describe, expect, test } from 'vitest'
import type { Ledger } from '../ledger.ts'
import type { TransactionsQuery } from '../views/transactions.ts'
import {
  answerWhen,
  aTransaction,
  create,
  everything,
  type OpenLedger,
} from './a-ledger.ts'
import { anAccount, usingAccounts } from './two-accounts.ts'

/** What accounts hold, and one that becomes another. */
export function accountsContract(open: OpenLedger): void {
  const using = usingAccounts(open)

  describe('accounts', () => {
    test('a transfer counts on both sides, and a balance is of its day', () =>
      using(async ({ ledger, purse, bank }) => {
        await create(
          ledger,
          aTransaction({ account: purse }),
          aTransaction({ account: bank, date: '2026-10-31', minor: 7 }),
          aTransaction({ account: purse, date: '2026-11-23' }),
          aTransaction({
            type: 'transfer',
            minor: 5_000,
            account: bank,
            toAccount: purse,
            date: '2026-11-20',
          }),
          aTransaction(),
        )
        const now = await holds(ledger, 95_000, 4_880)
        expect(now).toMatchObject({
          base: 'EUR',
          totalMinor: 99_880,
          missing: [],
          without: 1,
          accounts: [{ count: 2 }, { count: 3, lastDate: '2026-11-23' }],
        })
        const before = await answerWhen(
          ledger,
          { view: 'balances', date: '2026-11-19' },
          () => true,
        )
        expect(before.accounts.map(each => each.minor)).toEqual([100_000, 0])
        const list = await answerWhen(
          ledger,
          listOf(purse),
          a => a.count === 3 && a.rows[0]?.side !== undefined,
        )
        expect(list.rows.map(row => row.side)).toEqual([
          { currency: 'EUR', minor: -120, balanceMinor: 4_760, mark: 'open' },
          { currency: 'EUR', minor: -120, balanceMinor: 4_880, mark: 'open' },
          { currency: 'EUR', minor: 5_000, balanceMinor: 5_000, mark: 'open' },
        ])
      }))

    test('an account takes over another with its opening, its transactions and its filters, and gives them back', () =>
      using(async ({ ledger, purse, bank }) => {
        const {
          ids: [coffee = '', transfer = ''],
        } = await create(
          ledger,
          aTransaction({ account: purse, ticked: [purse] }),
          aTransaction({
            type: 'transfer',
            minor: 5_000,
            account: bank,
            toAccount: purse,
          }),
          aTransaction({ account: purse, date: '2026-10-01', minor: 30 }),
          { kind: 'savedFilter', name: 'Purse', query: `accounts=${purse}` },
        )
        const found = await holds(ledger, 95_000, 4_850)
        const { act, ids, phase } = await merge(ledger, purse, bank)
        expect(phase).toBe('done')
        expect(ids).toContain(coffee)
        const merged = await holds(ledger, 99_850)
        expect(merged.totalMinor).toBe(found.totalMinor)
        const { rows } = await answerWhen(
          ledger,
          listOf(bank),
          a => a.count === 2 && a.rows[0]?.side !== undefined,
        )
        expect(rows[0]).toMatchObject({ id: coffee, side: { mark: 'ticked' } })
        expect(rows.some(row => row.id === transfer)).toBe(false)
        const lookups = await answerWhen(
          ledger,
          { view: 'lookups' },
          a => a.merged[purse] === bank,
        )
        expect(lookups.accounts).toHaveLength(1)
        expect(lookups.savedFilters[0]?.query).toBe(`accounts=${bank}`)

        await ledger.undo(act)
        await holds(ledger, 95_000, 4_850)
        await answerWhen(
          ledger,
          { view: 'lookups' },
          a => a.accounts.length === 2,
        )
      }))

    test('what still names an account that was merged counts in the other', () =>
      using(async ({ ledger, purse, bank }) => {
        await merge(ledger, purse, bank)
        // As another device writes it that has not heard of the merge.
        await create(
          ledger,
          aTransaction({ account: purse, ticked: [purse] }),
          aTransaction({
            type: 'transfer',
            minor: 5_000,
            account: bank,
            toAccount: purse,
          }),
        )
        await holds(ledger, 99_880)
        const { rows } = await answerWhen(
          ledger,
          listOf(bank),
          a => a.count === 2 && a.rows[0]?.side !== undefined,
        )
        const sides = rows.map(row => String(row.side?.minor)).toSorted()
        expect(sides).toEqual(['-120', '0'])
        expect(rows.some(row => row.side?.mark === 'ticked')).toBe(true)
        // Merging again writes what is left, and no opening twice.
        await merge(ledger, purse, bank)
        await answerWhen(ledger, listOf(bank), a => a.count === 1)
        await holds(ledger, 99_880)
      }))

    test('a merge that is stopped leaves everything as it was', () =>
      using(async ({ ledger, purse, bank }) => {
        await create(
          ledger,
          ...Array.from({ length: 1_200 }, () =>
            aTransaction({ account: purse }),
          ),
        )
        await holds(ledger, 100_000, -144_000)
        const stop = new AbortController()
        const stopped = await ledger.merge(
          { of: 'account', from: purse, into: bank },
          () => stop.abort(),
          stop.signal,
        )
        expect(stopped).toMatchObject({ phase: 'cancelled', ids: [] })
        await holds(ledger, 100_000, -144_000)
        const acts = await answerWhen(ledger, { view: 'acts' }, () => true)
        expect(acts.undo).toMatchObject({ did: 'created', count: 1_200 })
      }))

    test('accounts of two currencies are not merged, nor one into itself', () =>
      using(async ({ ledger, purse, bank }) => {
        const {
          ids: [dollars = ''],
        } = await create(ledger, anAccount('Dollars', { currency: 'USD' }))
        for (const [from, into, code] of [
          [purse, dollars, 'invalid'],
          [bank, bank, 'invalid'],
          [bank, 'acc_none0', 'not-found'],
        ] as const) {
          await expect(merge(ledger, from, into)).rejects.toMatchObject({
            code,
          })
        }
      }))
  })
}

const day = '2026-11-22'
const balances = { view: 'balances', date: day } as const

const listOf = (account: string): TransactionsQuery => ({
  ...everything,
  filter: { accounts: [account] },
  account,
})

/** What accounts hold, waited for. */
async function holds(ledger: Ledger, ...minors: readonly number[]) {
  const answer = await answerWhen(
    ledger,
    balances,
    a => String(a.accounts.map(each => each.minor)) === String(minors),
  )
  return answer
}

function merge(ledger: Ledger, from: string, into: string) {
  const { signal } = new AbortController()
  return ledger.merge({ of: 'account', from, into }, () => {}, signal)
}
