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
} from './a-statement.ts'
import { usingAccounts } from './two-accounts.ts'

const earlier = '2026-11-19'
const left: Partial<StatementRow> = {
  account: 'B',
  minor: -5_000,
  description: 'To purse',
  date: earlier,
}
const leaving = { ...left, transferTo: 'Purse' }
const arrived: Partial<StatementRow> = {
  account: 'P',
  minor: 5_000,
  description: 'From bank',
  date: '2026-11-20',
}
const arriving = { ...arrived, transferTo: 'Bank' }

/** A file of several accounts may say of a row where its money goes, from one side or from both. */
export function namedTransfersContract(open: OpenLedger): void {
  const using = usingAccounts(open)

  describe('transfers that a file names', () => {
    test.each([
      ['from both sides', [leaving, arriving]],
      ['from both sides, the later first', [arriving, leaving]],
      ['from where it leaves', [leaving, arrived]],
      ['from where it leaves, the later first', [arrived, leaving]],
      ['from where it arrives', [left, arriving]],
    ])('%s on two days are one, however often the file comes', (_, rows) =>
      using(async ({ ledger, bank, purse }) => {
        const places = { B: bank, P: purse }
        const review = await reviewOf(ledger, { rows }, places)
        expect(review.states).toMatchObject({ transfer: 2 })
        expect(await bringIn(ledger, review)).toMatchObject({
          added: 1,
          matched: 1,
        })
        const list = await answerWhen(ledger, everything, a => a.count === 1)
        expect(list.rows[0]).toMatchObject({
          type: 'transfer',
          minor: 5_000,
          account: bank,
          toAccount: purse,
        })
        const again = await reviewOf(ledger, { rows }, places)
        expect(again).toMatchObject({ taken: 0, states: { known: 2 } })
      }),
    )

    test('what was taken back stays so, and is one again when asked for', () =>
      using(async ({ ledger, bank, purse }) => {
        const places = { B: bank, P: purse }
        const file = { rows: [leaving, arriving] }
        const { batch } = await bringInFile(ledger, file, places)
        await answerWhen(ledger, everything, a => a.count === 1)
        expect(await undoBatch(ledger, batch)).toMatchObject({ kept: [] })
        await answerWhen(ledger, everything, a => a.count === 0)
        const review = await reviewOf(ledger, file, places)
        expect(review.taken).toBe(0)
        const { rows } = await ledger.reviewRows(
          review.id,
          'deleted-before',
          0,
          9,
        )
        const numbers = rows.map(({ row }) => row)
        await ledger.changeReview(review.id, numbers, { isTaken: true })
        await bringIn(ledger, review)
        await answerWhen(ledger, everything, a => a.count === 1)
      }))

    test('as many transfers of one amount as there are stay as many', () =>
      using(async ({ ledger, bank, purse }) => {
        const next = { date: '2026-11-20' }
        const rows = [
          leaving,
          { ...leaving, ...next },
          { ...arriving, date: earlier },
          arriving,
          // And one back.
          { ...leaving, ...next, minor: 5_000 },
          { ...arriving, minor: -5_000 },
        ]
        await bringInFile(ledger, { rows }, { B: bank, P: purse })
        const list = await answerWhen(ledger, everything, a => a.count === 3)
        const from = list.rows.map(({ account }) => account)
        expect(from.filter(account => account === bank)).toHaveLength(2)
        expect(list.rows.every(({ type }) => type === 'transfer')).toBe(true)
      }))

    test('the two sides are two where somebody says so', () =>
      using(async ({ ledger, bank, purse }) => {
        const file = { rows: [leaving, arriving] }
        const review = await reviewOf(ledger, file, { B: bank, P: purse })
        const [first, second] = await rowsOf(ledger, review)
        expect(first).toMatchObject({ isMatched: false, other: undefined })
        expect(second).toMatchObject({ isMatched: true, other: { row: 1 } })
        await ledger.changeReview(review.id, [2], { isMatched: false })
        await bringIn(ledger, review)
        await answerWhen(ledger, everything, a => a.count === 2)
      }))

    test('a side whose other is left out comes in by itself', () =>
      using(async ({ ledger, bank, purse }) => {
        const file = { rows: [leaving, arriving] }
        const review = await reviewOf(ledger, file, { B: bank, P: purse })
        await ledger.changeReview(review.id, [1], { isTaken: false })
        expect(await bringIn(ledger, review)).toMatchObject({ added: 1 })
        const list = await answerWhen(ledger, everything, a => a.count === 1)
        expect(list.rows[0]).toMatchObject({
          type: 'transfer',
          toAccount: purse,
        })
      }))

    test('what was marked as a row and then deleted stays deleted', () =>
      using(async ({ ledger, bank }) => {
        const byHand = aTransaction({ account: bank, date: '2026-11-19' })
        const { ids } = await create(ledger, byHand)
        await answerWhen(ledger, everything, a => a.count === 1)
        const file = { rows: [{ description: 'CAFE' }] }
        const review = await reviewOf(ledger, file, bank)
        await ledger.changeReview(review.id, [1], { isMatched: true })
        await bringIn(ledger, review)
        await ledger.save([{ change: 'remove', target: { ids } }])
        await answerWhen(ledger, everything, a => a.count === 0)
        const again = await reviewOf(ledger, file, bank)
        expect(again).toMatchObject({
          taken: 0,
          states: { 'deleted-before': 1 },
        })
        await ledger.changeReview(again.id, [1], { isTaken: true })
        await bringIn(ledger, again)
        const list = await answerWhen(ledger, everything, a => a.count === 1)
        expect(list.rows[0]?.id).toBe(ids[0])
      }))
  })
}
