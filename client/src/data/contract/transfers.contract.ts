import { describe, expect, test } from 'vitest'
import type { Ledger } from '../ledger.ts'
import {
  aTransaction,
  answerWhen,
  create,
  edit,
  everything,
  recordOf,
  type OpenLedger,
  usingLedger,
} from './a-ledger.ts'

/** Two sides become one transfer, and a transfer two sides. */
export function transfersContract(open: OpenLedger): void {
  const using = usingLedger(open)

  describe('transfers', () => {
    test('two become one transfer and come apart again, each as one act', () =>
      using(async ledger => {
        const { out, into } = await makeTwoSides(ledger)
        const pairs = { view: 'pairs', most: 5 } as const
        const { pairs: found } = await answerWhen(
          ledger,
          pairs,
          a => a.count === 1,
        )
        expect(found[0]).toMatchObject({ out: { id: out }, into: { id: into } })

        const { act } = await ledger.save([
          { change: 'join', ids: [into, out] },
        ])
        const joined = await answerWhen(ledger, everything, a => a.count === 1)
        expect(joined.rows[0]).toMatchObject({ id: out, type: 'transfer' })
        expect(joined.base).toMatchObject({ incomeMinor: 0, expenseMinor: 0 })
        await answerWhen(ledger, pairs, a => a.count === 0)
        const acts = await answerWhen(
          ledger,
          { view: 'acts' },
          a => a.undo?.act === act,
        )
        expect(acts.undo?.did).toBe('joined')

        await ledger.undo()
        const apart = await answerWhen(ledger, everything, a => a.count === 2)
        expect(apart.rows.map(({ type }) => type).toSorted()).toEqual([
          'expense',
          'income',
        ])
        await ledger.redo()
        await answerWhen(ledger, everything, a => a.count === 1)

        await ledger.save([{ change: 'separate', id: out }])
        const again = await answerWhen(ledger, everything, a => a.count === 2)
        expect(again.rows.find(({ id }) => id === into)).toMatchObject({
          type: 'income',
          description: 'From the bank',
        })
        await ledger.undo()
        const last = await answerWhen(ledger, everything, a => a.count === 1)
        expect(last.rows[0]?.type).toBe('transfer')
      }))

    test('a transfer that never was two comes apart, and undo makes it one again', () =>
      using(async ledger => {
        const { accounts } = await makeTwoSides(ledger)
        const [account, toAccount] = accounts
        const [id = ''] = (
          await create(
            ledger,
            aTransaction({
              type: 'transfer',
              description: 'Savings',
              minor: 500,
              account,
              toAccount,
            }),
          )
        ).ids
        const list = { ...everything, filter: { text: 'savings' } }
        await ledger.save([{ change: 'separate', id }])
        const { rows } = await answerWhen(ledger, list, a => a.count === 2)
        const sides = rows.map(row => `${row.type} ${row.account} ${row.minor}`)
        expect(sides.toSorted()).toEqual([
          `expense ${account} 500`,
          `income ${toAccount} 500`,
        ])
        await ledger.undo()
        const after = await answerWhen(ledger, list, a => a.count === 1)
        expect(after.rows[0]).toMatchObject({ type: 'transfer', toAccount })
      }))

    test('a transfer between currencies tells what leaves and what arrives', () =>
      using(async ledger => {
        const { accounts } = await makeTwoSides(ledger)
        const [account, toAccount] = accounts
        const moved = { type: 'transfer', account, toAccount, toMinor: 16_200 }
        await create(ledger, aTransaction(moved))
        const { rows } = await answerWhen(
          ledger,
          { ...everything, filter: { types: ['transfer'] } },
          a => a.count === 1,
        )
        expect(rows[0]).toMatchObject({ minor: 120, toMinor: 16_200 })
      }))

    test('a transfer that was changed since stays whole when its joining is undone', () =>
      using(async ledger => {
        const { out, into } = await makeTwoSides(ledger)
        const { act } = await ledger.save([
          { change: 'join', ids: [out, into] },
        ])
        await edit(ledger, out, { minor: 700 })
        await ledger.undo(act)
        const { doc } = await recordOf(ledger, out)
        expect(doc).toMatchObject({ type: 'transfer', minor: 700 })
        const list = await answerWhen(ledger, everything, a => a.count > 0)
        expect(list.count).toBe(1)
      }))

    test('what does not fit is not joined, and nothing is written', () =>
      using(async ledger => {
        const { out, into } = await makeTwoSides(ledger)
        await edit(ledger, into, { minor: 5 })
        await expect(
          ledger.save([{ change: 'join', ids: [out, into] }]),
        ).rejects.toMatchObject({ code: 'invalid', detail: 'amounts-differ' })
        await expect(
          ledger.save([{ change: 'separate', id: out }]),
        ).rejects.toMatchObject({ code: 'invalid' })
        await expect(
          ledger.save([{ change: 'join', ids: [out, 'txn_none'] }]),
        ).rejects.toMatchObject({ code: 'not-found' })
      }))

    test('a pair that is kept apart is not offered again, until that is undone', () =>
      using(async ledger => {
        const { out, into } = await makeTwoSides(ledger)
        const pairs = { view: 'pairs', of: into, most: 5 } as const
        await answerWhen(ledger, pairs, a => a.count === 1)
        await ledger.save([{ change: 'keep-apart', ids: [out, into] }])
        await answerWhen(ledger, pairs, a => a.count === 0)
        await ledger.undo()
        await answerWhen(ledger, pairs, a => a.count === 1)
      }))
  })
}

/** Money that leaves one account, and the same that comes into another two days later. */
async function makeTwoSides(ledger: Ledger) {
  const accounts = await create(
    ledger,
    { kind: 'account', name: 'Bank', type: 'bank', currency: 'EUR' },
    { kind: 'account', name: 'Purse', type: 'cash', currency: 'EUR' },
  )
  const [bank = '', purse = ''] = accounts.ids
  const sides = await create(
    ledger,
    aTransaction({
      description: 'Cash machine',
      minor: 6000,
      account: bank,
    }),
    aTransaction({
      type: 'income',
      description: 'From the bank',
      minor: 6000,
      date: '2026-11-24',
      account: purse,
    }),
  )
  const [out = '', into = ''] = sides.ids
  return { out, into, accounts: [bank, purse] as const }
}
