import { describe, expect, test } from 'vitest'
import {
  answerWhen,
  aRate,
  create,
  everything,
  type OpenLedger,
} from './a-ledger.ts'
import { bringIn, bringInFile, reviewOf, rowsOf } from './a-statement.ts'
import { anAccount, usingAccounts } from './two-accounts.ts'

/** 1 USD is 0.92 EUR. */
const left = { minor: -9_200, description: 'To Wise', date: '2026-11-20' }
const arrived = {
  minor: 9_900,
  currency: 'USD',
  description: 'Top up',
  date: '2026-11-22',
}

/** What leaves in one currency and comes in another is offered as one transfer, and never made one unasked. */
export function exchangeTransfersContract(open: OpenLedger): void {
  const using = usingAccounts(open)

  describe('transfers between currencies in bank files', () => {
    test('both sides in one file are offered as one, and become one when somebody says so', () =>
      using(async ({ ledger, bank }) => {
        const wise = anAccount('Wise', { currency: 'USD' })
        const { ids } = await create(ledger, wise, aRate())
        const rows = [
          { ...left, account: 'B' },
          { ...arrived, account: 'W' },
        ]
        const places = { B: bank, W: ids[0] ?? '' }
        const review = await reviewOf(ledger, { rows }, places)
        expect(await rowsOf(ledger, review)).toMatchObject([
          {
            state: 'transfer',
            isTaken: true,
            isMatched: false,
            other: { row: 2, minor: 9_900, currency: 'USD' },
          },
          { state: 'transfer', isTaken: true, isMatched: false },
        ])
        await ledger.changeReview(review.id, [1], { isMatched: true })
        await bringIn(ledger, review)
        const list = await answerWhen(ledger, everything, a => a.count === 1)
        expect(list.rows[0]).toMatchObject({
          type: 'transfer',
          minor: 9_200,
          currency: 'EUR',
          account: bank,
          toAccount: ids[0],
          toMinor: 9_900,
        })
        const again = await reviewOf(ledger, { rows }, places)
        expect(again.states).toMatchObject({ known: 2 })
      }))

    test('a side in the ledger is offered too; left alone, the two stay two', () =>
      using(async ({ ledger, bank }) => {
        const wise = anAccount('Wise', { currency: 'USD' })
        const { ids } = await create(ledger, wise, aRate())
        await bringInFile(ledger, { rows: [left] }, bank)
        await answerWhen(ledger, everything, a => a.count === 1)
        const file = { rows: [arrived] }
        const review = await reviewOf(ledger, file, ids[0] ?? '')
        const [row] = await rowsOf(ledger, review)
        expect(row).toMatchObject({
          state: 'transfer',
          isMatched: false,
          other: { description: 'To Wise', currency: 'EUR' },
        })
        await bringIn(ledger, review)
        await answerWhen(ledger, everything, a => a.count === 2)
      }))

    test('without a rate nothing is offered', () =>
      using(async ({ ledger, bank }) => {
        const wise = anAccount('Wise', { currency: 'USD' })
        const { ids } = await create(ledger, wise)
        const rows = [
          { ...left, account: 'B' },
          { ...arrived, account: 'W' },
        ]
        const places = { B: bank, W: ids[0] ?? '' }
        const review = await reviewOf(ledger, { rows }, places)
        expect(review.states).toMatchObject({ new: 2, transfer: 0 })
      }))
  })
}
