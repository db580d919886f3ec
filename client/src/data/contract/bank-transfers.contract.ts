import { describe, expect, test } from 'vitest'
import type { StatementRow } from '@ourmoney/shared/statement/statement.ts'
import {
  answerWhen,
  aTransaction,
  create,
  everything,
  type OpenLedger,
} from './a-ledger.ts'
import {
  bringIn,
  bringInFile,
  reviewOf,
  rowsOf,
  undoBatch,
  type Statement,
} from './a-statement.ts'
import { usingAccounts } from './two-accounts.ts'

const left = '2026-11-19'
const out: Partial<StatementRow> = {
  minor: -5_000,
  description: 'ATM',
  date: left,
}
const into: Partial<StatementRow> = {
  minor: 5_000,
  description: 'Cash in',
  date: '2026-11-20',
}
const one = (row: Partial<StatementRow>): Statement => ({ rows: [row] })

/** What leaves one account and comes into another is one transfer, however the files come. */
export function bankTransfersContract(open: OpenLedger): void {
  const using = usingAccounts(open)

  describe('transfers in bank files', () => {
    test.each(['the side it leaves', 'the side it enters'])(
      'two files, %s first, make one transfer, and bring nothing again',
      first =>
        using(async ({ ledger, bank, purse }) => {
          const files = [
            { file: one(out), account: bank },
            { file: one(into), account: purse },
          ]
          if (first.endsWith('enters')) files.reverse()
          for (const { file, account } of files) {
            await bringInFile(ledger, file, account)
          }
          const list = await answerWhen(
            ledger,
            everything,
            a => a.count === 1 && a.rows[0]?.type === 'transfer',
          )
          expect(list.rows[0]).toMatchObject({
            minor: 5_000,
            account: bank,
            toAccount: purse,
            description: 'ATM',
          })
          for (const { file, account } of files) {
            const again = await reviewOf(ledger, file, account)
            expect(again).toMatchObject({ taken: 0, states: { known: 1 } })
          }
        }),
    )

    test('both sides in one file are shown as one and become one', () =>
      using(async ({ ledger, bank, purse }) => {
        const file = {
          rows: [
            { ...out, account: 'B' },
            { ...into, account: 'P' },
          ],
        }
        const places = { B: bank, P: purse }
        const review = await reviewOf(ledger, file, places)
        expect(review.states).toMatchObject({ transfer: 2 })
        const [row] = await rowsOf(ledger, review)
        expect(row).toMatchObject({
          isMatched: true,
          other: { row: 2, account: purse, minor: 5_000 },
        })
        await bringIn(ledger, review)
        const list = await answerWhen(ledger, everything, a => a.count === 1)
        expect(list.rows[0]?.type).toBe('transfer')
        const again = await reviewOf(ledger, file, places)
        expect(again.states).toMatchObject({ known: 2 })
      }))

    test('a side with a category is offered as a transfer, and not made one unasked', () =>
      using(async ({ ledger, bank, purse }) => {
        const { ids } = await create(ledger, {
          kind: 'category',
          name: 'Rent',
          type: 'expense',
        })
        await create(
          ledger,
          aTransaction({
            minor: 5_000,
            account: bank,
            date: '2026-11-19',
            category: ids[0],
          }),
        )
        await answerWhen(ledger, everything, a => a.count === 1)
        const review = await reviewOf(ledger, one(into), purse)
        const [row] = await rowsOf(ledger, review)
        expect(row).toMatchObject({
          state: 'transfer',
          isTaken: true,
          isMatched: false,
        })
        await ledger.changeReview(review.id, [1], { isMatched: true })
        await bringIn(ledger, review)
        await answerWhen(
          ledger,
          everything,
          a => a.count === 1 && a.rows[0]?.type === 'transfer',
        )
      }))

    test('a transfer that was entered by hand is found from either side', () =>
      using(async ({ ledger, bank, purse }) => {
        await create(
          ledger,
          aTransaction({
            type: 'transfer',
            minor: 5_000,
            account: bank,
            toAccount: purse,
          }),
        )
        await answerWhen(ledger, everything, a => a.count === 1)
        await bringInFile(ledger, one(out), bank)
        await bringInFile(ledger, one(into), purse)
        const again = await reviewOf(ledger, one(into), purse)
        expect(again.states).toMatchObject({ known: 1 })
        await answerWhen(ledger, everything, a => a.count === 1)
      }))

    test('files that name the other account lead to one transfer from either side', () =>
      using(async ({ ledger, bank, purse }) => {
        const leaving = one({ ...out, transferTo: 'Purse' })
        const arriving = one({ ...into, date: left, transferTo: 'Bank' })
        await bringInFile(ledger, leaving, bank)
        const review = await reviewOf(ledger, arriving, purse)
        expect(review.states).toMatchObject({ known: 1 })
        const list = await answerWhen(ledger, everything, a => a.count === 1)
        expect(list.rows[0]).toMatchObject({ account: bank, toAccount: purse })
      }))

    test('undo of a batch parts the transfer that it completed, and brings back what it took in', () =>
      using(async ({ ledger, bank, purse }) => {
        await bringInFile(ledger, one(out), bank)
        const later = await bringInFile(ledger, one(into), purse)
        await undoBatch(ledger, later.batch)
        const parted = await answerWhen(
          ledger,
          everything,
          a => a.rows[0]?.type === 'expense',
        )
        expect(parted).toMatchObject({ count: 1, rows: [{ account: bank }] })

        await create(
          ledger,
          aTransaction({
            type: 'income',
            minor: 700,
            account: purse,
            description: 'By hand',
          }),
        )
        await answerWhen(ledger, everything, a => a.count === 2)
        const file = one({ minor: -700, description: 'ATM' })
        const { batch } = await bringInFile(ledger, file, bank)
        await answerWhen(ledger, everything, a =>
          a.rows.some(row => row.type === 'transfer'),
        )
        await undoBatch(ledger, batch)
        const list = await answerWhen(ledger, everything, a =>
          a.rows.some(row => row.type === 'income'),
        )
        expect(list.rows.map(row => row.description).sort()).toEqual([
          'ATM',
          'By hand',
        ])
      }))

    test('both files of a transfer are taken back, the later one first', () =>
      using(async ({ ledger, bank, purse }) => {
        const earlier = await bringInFile(ledger, one(out), bank)
        const later = await bringInFile(ledger, one(into), purse)
        await answerWhen(
          ledger,
          everything,
          a => a.count === 1 && a.rows[0]?.type === 'transfer',
        )
        expect(await undoBatch(ledger, later.batch)).toMatchObject({ kept: [] })
        await answerWhen(
          ledger,
          everything,
          a => a.count === 1 && a.rows[0]?.type === 'expense',
        )
        expect(await undoBatch(ledger, earlier.batch)).toMatchObject({
          done: 1,
          kept: [],
        })
        await answerWhen(ledger, everything, a => a.count === 0)
      }))

    test('what was brought in is listed with its files, and how much of each stands', () =>
      using(async ({ ledger, bank, purse }) => {
        const { batch } = await bringInFile(ledger, one(out), bank)
        const { batch: later } = await bringInFile(ledger, one({}), purse)
        await undoBatch(ledger, batch)
        const { batches } = await answerWhen(ledger, { view: 'batches' }, a =>
          a.batches.some(({ standing }) => standing === 0),
        )
        const byId = new Map(batches.map(each => [each.id, each]))
        expect(byId.get(batch)).toMatchObject({ rows: 1, standing: 0 })
        expect(byId.get(later)).toMatchObject({
          format: 'csv',
          fileName: 'bank.csv',
          standing: 1,
          at: expect.any(Number) as number,
        })
      }))
  })
}
