import { describe, expect, test } from 'vitest'
import { idByContent } from '@ourmoney/shared/statement/row-ids.ts'
import type { Ledger } from '../ledger.ts'
import {
  answerWhen,
  aTransaction,
  create,
  everything,
  type OpenLedger,
} from './a-ledger.ts'
import { bringIn, bringInFile, reviewOf, rowsOf } from './a-statement.ts'
import { usingAccounts } from './two-accounts.ts'

/** What is said of a file that was brought in is what came of it, whatever others did meanwhile. */
export function bringingInContract(open: OpenLedger): void {
  const using = usingAccounts(open)

  describe('bringing in', () => {
    test('what somebody else has brought in or deleted meanwhile is not counted as added', () =>
      using(async ({ ledger, bank }) => {
        const file = { rows: [{}, { minor: -7 }, { minor: -8 }] }
        const review = await reviewOf(ledger, file, bank)
        await meanwhile(ledger, bank, -120)
        await remove(ledger, await meanwhile(ledger, bank, -7))
        expect(await bringIn(ledger, review)).toMatchObject({
          phase: 'done',
          done: 3,
          added: 1,
          left: { known: 1, deleted: 1, refused: 0 },
        })
        const list = await answerWhen(ledger, everything, a => a.count === 2)
        const amounts = new Set(list.rows.map(({ minor }) => minor))
        expect(amounts).toEqual(new Set([120, 8]))
        expect(await rowsOf(ledger, review)).toMatchObject([
          { state: 'known', isTaken: false },
          { state: 'deleted-before', isTaken: false },
          { state: 'known', isTaken: false },
        ])
      }))

    test('what is no record is left out, said and shown', () =>
      using(async ({ ledger, bank }) => {
        const file = { rows: [{ currency: 'euros' }, {}] }
        const review = await reviewOf(ledger, file, bank)
        const broken = await ledger.reviewRows(review.id, 'unreadable', 0, 10)
        expect(broken.count).toBe(0)
        expect(await bringIn(ledger, review)).toMatchObject({
          added: 1,
          left: { known: 0, deleted: 0, refused: 1 },
        })
        await answerWhen(ledger, everything, a => a.count === 1)
        const { rows } = await ledger.reviewRows(review.id, 'unreadable', 0, 10)
        expect(rows).toMatchObject([
          { row: 1, isTaken: false, issue: { code: 'not-a-record' } },
        ])
      }))

    test('two at once bring each row in once, and count it once', () =>
      using(async ({ ledger, bank }) => {
        const rows = Array.from({ length: 20 }, (_, at) => ({ minor: -1 - at }))
        const review = await reviewOf(ledger, { rows }, bank)
        const both = await Promise.all([
          bringIn(ledger, review),
          bringIn(ledger, review),
        ])
        await answerWhen(ledger, everything, a => a.count === 20)
        expect(both).toMatchObject([{ added: 20 }, { added: 20 }])
        const again = await reviewOf(ledger, { rows }, bank)
        expect(again.states).toMatchObject({ known: 20 })
      }))

    test('one more of what is there already never takes the place of another row', () =>
      using(async ({ ledger, bank }) => {
        await bringInFile(ledger, { rows: [{}] }, bank)
        await answerWhen(ledger, everything, a => a.count === 1)
        const file = { rows: [{}, {}, {}, {}] }
        const review = await reviewOf(ledger, file, bank)
        expect(review.states).toMatchObject({ known: 1, new: 3 })
        await ledger.changeReview(review.id, [1], { isTaken: true })
        expect(await bringIn(ledger, review)).toMatchObject({ added: 4 })
        await answerWhen(ledger, everything, a => a.count === 5)
      }))

    test('two more of what is there already are two', () =>
      using(async ({ ledger, bank }) => {
        const file = { rows: [{ bankId: '1' }, { bankId: '2' }] }
        await bringInFile(ledger, file, bank)
        await answerWhen(ledger, everything, a => a.count === 2)
        const twins = { rows: [{ bankId: '1' }, { bankId: '1' }] }
        const review = await reviewOf(ledger, twins, bank)
        expect(review.states).toMatchObject({ known: 2 })
        await ledger.changeReview(review.id, [1, 2], { isTaken: true })
        expect(await bringIn(ledger, review)).toMatchObject({ added: 2 })
        await answerWhen(ledger, everything, a => a.count === 4)
      }))

    test('what a row is the same as may be gone by then: the row comes in', () =>
      using(async ({ ledger, bank }) => {
        const byHand = aTransaction({ account: bank, date: '2026-11-19' })
        const { ids } = await create(ledger, byHand)
        await answerWhen(ledger, everything, a => a.count === 1)
        const file = { rows: [{ description: 'CAFE' }] }
        const first = await reviewOf(ledger, file, bank)
        await ledger.changeReview(first.id, [1], { isMatched: true })
        await remove(ledger, ids[0] ?? '')
        expect(await bringIn(ledger, first)).toMatchObject({
          added: 1,
          matched: 0,
        })
        await answerWhen(
          ledger,
          everything,
          a => a.count === 1 && a.rows[0]?.description === 'CAFE',
        )
      }))

    test('what is marked as the same is counted as that', () =>
      using(async ({ ledger, bank }) => {
        await create(ledger, aTransaction({ account: bank }))
        await answerWhen(ledger, everything, a => a.count === 1)
        const review = await reviewOf(ledger, { rows: [{}] }, bank)
        await ledger.changeReview(review.id, [1], { isMatched: true })
        expect(await bringIn(ledger, review)).toMatchObject({
          done: 1,
          added: 0,
          matched: 1,
        })
      }))
  })
}

/** Brought in by somebody else: the row of a coffee with this amount. */
async function meanwhile(
  ledger: Ledger,
  account: string,
  minor: number,
): Promise<string> {
  const date = '2026-11-20'
  const description = 'Coffee'
  const _id = idByContent(
    { account, date, minor, currency: 'EUR', description },
    1,
  )
  await create(ledger, aTransaction({ _id, account, date, minor: -minor }))
  return _id
}

async function remove(ledger: Ledger, id: string): Promise<void> {
  await ledger.save([{ change: 'remove', target: { ids: [id] } }])
}
