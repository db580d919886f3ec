import { describe, expect, test } from 'vitest'
import type { OpenLedger } from './a-ledger.ts'
import { bringIn, fileOf, reviewOf, rowsOf } from './a-statement.ts'
import { usingAccounts } from './two-accounts.ts'

/** A review is there until it is brought in or dropped, with what was changed in it. */
export function leftReviewsContract(open: OpenLedger): void {
  const using = usingAccounts(open)
  const file = { rows: [{}, { minor: -7 }, { minor: -8 }] }

  describe('reviews that were left', () => {
    test('a review that was left is as it was left, in the same order of changes', () =>
      using(async ({ ledger, bank }) => {
        expect(await ledger.leftReview()).toBeUndefined()
        const review = await reviewOf(ledger, file, bank)
        expect(review.isAsLeft).toBe(false)
        await ledger.changeReview(review.id, [3, 1, 2], { tags: ['trip'] })
        await ledger.changeReview(review.id, [2], { isTaken: false })
        await ledger.changeReview(review.id, [2], { notes: 'Mine' })
        const before = await rowsOf(ledger, review)

        const left = await ledger.leftReview()
        expect(left).toMatchObject({
          name: 'bank.csv',
          choices: {},
          accounts: { '': bank },
          changes: 3,
        })
        expect(await left?.file.text()).toBe(await fileOf(file).text())
        const again = await reviewOf(ledger, file, bank)
        expect(again).toMatchObject({ isAsLeft: true, taken: 2 })
        expect(await rowsOf(ledger, again)).toEqual(before)
        // And so however often.
        const third = await reviewOf(ledger, file, bank)
        expect(await rowsOf(ledger, third)).toEqual(before)
      }))

    test('another file, or another way to read it, begins anew', () =>
      using(async ({ ledger, bank, purse }) => {
        const review = await reviewOf(ledger, file, bank)
        await ledger.changeReview(review.id, [1], { isTaken: false })
        const other = await reviewOf(ledger, file, purse)
        expect(other).toMatchObject({ isAsLeft: false, taken: 3 })
        expect((await ledger.leftReview())?.accounts).toEqual({ '': purse })
        // That one takes the place of the first.
        const first = await reviewOf(ledger, file, bank)
        expect(first).toMatchObject({ isAsLeft: false, taken: 3 })
      }))

    test('what was brought in or dropped is not offered any more', () =>
      using(async ({ ledger, bank }) => {
        const review = await reviewOf(ledger, file, bank)
        await bringIn(ledger, review)
        await ledger.dropReview(review.id)
        expect(await ledger.leftReview()).toBeUndefined()
        const next = await reviewOf(ledger, { rows: [{ minor: -9 }] }, bank)
        await ledger.changeReview(next.id, [1], { isTaken: false })
        await ledger.dropLeftReview()
        expect(await ledger.leftReview()).toBeUndefined()
        const again = await reviewOf(ledger, { rows: [{ minor: -9 }] }, bank)
        expect(again).toMatchObject({ isAsLeft: false, taken: 1 })
      }))
  })
}
