import { expect, test } from 'vitest'
import { idByContent } from '@ourmoney/shared/statement/row-ids.ts'
import {
  answerWhen,
  aTransaction,
  create,
  everything,
} from '../../contract/a-ledger.ts'
import {
  bringIn,
  readPlainStatements,
  reviewOf,
  rowsOf,
} from '../../contract/a-statement.ts'
import { usingAccounts } from '../../contract/two-accounts.ts'
import { LedgerError } from '../../ledger-error.ts'
import { openMemoryLedger } from '../../memory-ledger.ts'

/** Ledgers where something happens right before a write. */
function disturbed() {
  const waiting: (() => Promise<void>)[] = []
  const using = usingAccounts(async () =>
    openMemoryLedger({
      readStatements: readPlainStatements,
      beforeWrite: async () => waiting.shift()?.(),
    }),
  )
  return {
    using,
    /** Before the write that comes after so many others. */
    after: (writes: number, happen: () => Promise<void>) => {
      for (let at = 0; at < writes; at++) waiting.push(async () => {})
      waiting.push(happen)
    },
  }
}

const fail = async () => {
  throw new LedgerError('storage-full')
}

const date = '2026-11-20'

test('a row that somebody else writes at the same moment is theirs, and is not counted', async () => {
  const { using, after } = disturbed()
  await using(async ({ ledger, bank }) => {
    const review = await reviewOf(ledger, { rows: [{}, { minor: -7 }] }, bank)
    const movement = { account: bank, date, currency: 'EUR', minor: -7 }
    const _id = idByContent({ ...movement, description: 'Coffee' }, 1)
    // The first write is of the batch.
    after(1, async () => {
      const theirs = aTransaction({ _id, minor: 7, account: bank, date })
      await create(ledger, theirs)
    })
    expect(await bringIn(ledger, review)).toMatchObject({
      added: 1,
      left: { known: 1 },
    })
    await answerWhen(ledger, everything, a => a.count === 2)
  })
})

test('after a write that failed the review knows what is left, and brings it', async () => {
  const { using, after } = disturbed()
  await using(async ({ ledger, bank }) => {
    const rows = Array.from({ length: 2_001 }, (_, at) => ({ minor: -1 - at }))
    const review = await reviewOf(ledger, { rows }, bank)
    expect((await ledger.reviewRows(review.id, 'new', 0, 1)).count).toBe(2_001)
    // The batch, and 2,000 rows.
    after(2, fail)
    await expect(bringIn(ledger, review)).rejects.toThrow('storage-full')
    expect(await ledger.reviewCounts(review.id)).toMatchObject({
      taken: 1,
      states: { known: 2_000, new: 1 },
    })
    const left = await ledger.reviewRows(review.id, 'new', 0, 10)
    expect(left).toMatchObject({ count: 1, rows: [{ row: 2_001 }] })
    expect(await bringIn(ledger, review)).toMatchObject({ added: 2_001 })
    await answerWhen(ledger, everything, a => a.count === 2_001)
  })
})

test('sides whose joining failed wait for it, and are not written again', async () => {
  const { using, after } = disturbed()
  await using(async ({ ledger, bank, purse }) => {
    const rows = [
      { account: 'B', minor: -5_000, description: 'ATM' },
      { account: 'P', minor: 5_000, description: 'Cash' },
    ]
    const review = await reviewOf(ledger, { rows }, { B: bank, P: purse })
    // The batch, and both rows.
    after(2, fail)
    await expect(bringIn(ledger, review)).rejects.toThrow('storage-full')
    expect(await rowsOf(ledger, review)).toMatchObject([
      { isTaken: true, isMatched: true },
      { isTaken: true, isMatched: true },
    ])
    expect(await bringIn(ledger, review)).toMatchObject({ added: 2 })
    await answerWhen(
      ledger,
      everything,
      a => a.count === 1 && a.rows[0]?.type === 'transfer',
    )
  })
})
