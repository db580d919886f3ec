import { describe, expect, test } from 'vitest'
import type { Mark } from '@ourmoney/shared/account/marks.ts'
import type { Ledger } from '../ledger.ts'
import {
  answerWhen,
  aTransaction,
  create,
  everything,
  type OpenLedger,
} from './a-ledger.ts'
import { usingAccounts } from './two-accounts.ts'

/** A statement is ticked off and locked; what is locked changes only when that is said. */
export function statementsContract(open: OpenLedger): void {
  const using = usingAccounts(open)

  describe('statements', () => {
    test('a statement is ticked off side by side, and locked as one act', () =>
      using(async ({ ledger, purse, bank }) => {
        const {
          ids: [coffee = '', transfer = ''],
        } = await create(
          ledger,
          aTransaction({ account: bank }),
          aTransaction({
            type: 'transfer',
            minor: 5_000,
            account: bank,
            toAccount: purse,
          }),
        )
        const query = { view: 'statement', account: bank, date: day } as const
        await mark(ledger, bank, [coffee, transfer], 'ticked')
        const ticked = await answerWhen(ledger, query, a => a.ticked === 2)
        expect(ticked).toEqual({ clearedMinor: 94_880, ticked: 2, open: 0 })
        const other = await answerWhen(
          ledger,
          { ...query, account: purse },
          a => a.open === 1,
        )
        expect(other).toMatchObject({ clearedMinor: 0, ticked: 0 })

        await answerWhen(
          ledger,
          {
            ...everything,
            filter: { accounts: [bank], marks: ['ticked'] },
          },
          a => a.count === 2,
        )
        const { act } = await ledger.save([
          {
            change: 'mark',
            target: {
              filter: { accounts: [bank], marks: ['ticked'], to: day },
              except: [],
            },
            account: bank,
            mark: 'locked',
          },
          {
            change: 'edit',
            target: { ids: [bank] },
            set: { statementMinor: 94_880, statementDate: day },
          },
        ])
        const locked = await answerWhen(ledger, query, a => a.ticked === 0)
        expect(locked).toEqual({ clearedMinor: 94_880, ticked: 0, open: 0 })
        const list = await answerWhen(
          ledger,
          everything,
          a => a.rows[0]?.isLocked === true,
        )
        expect(list.rows.every(row => row.isLocked)).toBe(true)
        await ledger.undo(act)
        await answerWhen(ledger, query, a => a.ticked === 2)
      }))

    test('what is locked changes only when that is said, and is unlocked or stays', () =>
      using(async ({ ledger, bank }) => {
        const {
          ids: [coffee = '', tea = ''],
        } = await create(
          ledger,
          aTransaction({ account: bank }),
          aTransaction({ account: bank }),
        )
        await mark(ledger, bank, [coffee], 'locked')
        const edit = { change: 'edit', target: { ids: [coffee, tea] } } as const
        const set = { minor: 130 }
        await expect(ledger.save([{ ...edit, set }])).rejects.toMatchObject({
          code: 'locked',
          detail: coffee,
        })
        await expect(
          ledger.save([{ change: 'remove', target: edit.target }]),
        ).rejects.toMatchObject({ code: 'locked' })
        // What changes nothing needs no permission.
        const unchanged = {
          ...edit,
          target: { ids: [coffee] },
          set: { minor: 120 },
        }
        expect((await ledger.save([unchanged])).ids).toEqual([])

        const skipped = await ledger.save([{ ...edit, set, locked: 'skip' }])
        expect(skipped.ids).toEqual([tea])
        await ledger.save([{ ...edit, set, locked: 'keep' }])
        const kept = await answerWhen(ledger, everything, a =>
          a.rows.every(row => row.minor === 130),
        )
        expect(kept.rows.filter(row => row.isLocked)).toHaveLength(1)
        await ledger.save([{ ...edit, set: { notes: 'n' }, locked: 'unlock' }])
        await answerWhen(ledger, everything, a =>
          a.rows.every(row => row.hasNotes && !row.isLocked),
        )
      }))

    test('undo leaves alone what was locked since', () =>
      using(async ({ ledger, bank }) => {
        const creation = await ledger.save([
          { change: 'create', doc: aTransaction({ account: bank }) },
        ])
        const [coffee = ''] = creation.ids
        const edit = await ledger.save([
          { change: 'edit', target: { ids: [coffee] }, set: { minor: 130 } },
        ])
        const locking = await mark(ledger, bank, [coffee], 'locked')
        await ledger.undo(edit.act)
        await ledger.undo(creation.act)
        await ledger.undo(locking.act)
        const list = await answerWhen(
          ledger,
          everything,
          a => a.rows[0]?.isLocked === false,
        )
        expect(list.rows[0]?.minor).toBe(130)
      }))
  })
}

const day = '2026-11-22'

function mark(
  ledger: Ledger,
  account: string,
  ids: readonly string[],
  as: Mark,
) {
  return ledger.save([{ change: 'mark', target: { ids }, account, mark: as }])
}
