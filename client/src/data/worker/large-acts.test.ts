import { expect, test } from 'vitest'
import {
  answerWhen,
  aTransaction,
  create,
  everything,
} from '../contract/a-ledger.ts'
import { LedgerError } from '../ledger-error.ts'
import type { Ledger } from '../ledger.ts'
import { openMemoryLedger } from '../memory-ledger.ts'

const full = new LedgerError('storage-full')

/** Its disk is full after so many more writes. */
function onSmallDisk() {
  let left = Infinity
  const ledger = openMemoryLedger({
    beforeWrite: async () => {
      left -= 1
      if (left < 0) throw full
    },
  })
  return {
    ledger,
    leave: (writes: number) => {
      left = writes
    },
  }
}

async function withMany(ledger: Ledger, fields: object): Promise<void> {
  await create(
    ledger,
    ...Array.from({ length: 1_200 }, () => aTransaction(fields)),
  )
  await answerWhen(ledger, everything, a => a.count === 1_200)
}

const countOf = (ledger: Ledger, filter: object, count: number) =>
  answerWhen(ledger, { ...everything, filter }, a => a.count === count)

const aCategory = (name: string) =>
  ({ kind: 'category', name, type: 'expense' }) as const

const never = new AbortController().signal

test('what a merge had written when the disk was full is told, and taken back', async () => {
  const { ledger, leave } = onSmallDisk()
  const [from = '', into = ''] = (
    await create(ledger, aCategory('Food'), aCategory('Groceries'))
  ).ids
  await withMany(ledger, { category: from })
  leave(2)
  await expect(
    ledger.merge({ of: 'category', from, into }, () => {}, never),
  ).rejects.toMatchObject({ code: 'storage-full' })
  await countOf(ledger, { categories: [into] }, 1_000)
  const { cut } = await answerWhen(
    ledger,
    { view: 'work' },
    a => a.cut !== undefined,
  )
  expect(cut).toMatchObject({ did: 'merged', of: 1_201 })
  expect(cut?.count).toBeGreaterThanOrEqual(500)

  leave(Infinity)
  await ledger.undo(cut?.act)
  await countOf(ledger, { categories: [from] }, 1_200)
  await answerWhen(ledger, { view: 'work' }, a => a.cut === undefined)
})

test('two accounts that a failure left as one are two again', async () => {
  const { ledger, leave } = onSmallDisk()
  const anAccount = { kind: 'account', type: 'bank', currency: 'EUR' } as const
  const [from = '', into = ''] = (
    await create(
      ledger,
      { ...anAccount, name: 'Old', openingMinor: 100 },
      { ...anAccount, name: 'New', openingMinor: 10 },
    )
  ).ids
  await withMany(ledger, { account: from })
  leave(1)
  await expect(
    ledger.merge({ of: 'account', from, into }, () => {}, never),
  ).rejects.toMatchObject({ code: 'storage-full' })
  leave(Infinity)
  expect(await ledger.undo()).toMatchObject({ did: 'merged', count: 2 })
  const { accounts } = await answerWhen(
    ledger,
    { view: 'lookups' },
    a => a.accounts.length === 2,
  )
  expect(accounts.map(each => [each.name, each.openingMinor])).toEqual([
    ['New', 10],
    ['Old', 100],
  ])
})

test('an undo that was cut short goes on when asked again, and redo does all of it', async () => {
  const { ledger, leave } = onSmallDisk()
  await withMany(ledger, {})
  await ledger.save([
    {
      change: 'edit',
      target: { filter: {}, except: [] },
      set: { notes: 'all' },
    },
  ])
  leave(1)
  await expect(ledger.undo()).rejects.toMatchObject({ code: 'storage-full' })
  await countOf(ledger, { text: 'all' }, 700)
  leave(Infinity)
  await ledger.undo()
  await countOf(ledger, { text: 'all' }, 0)
  await ledger.redo()
  await countOf(ledger, { text: 'all' }, 1_200)
  await ledger.undo()
  await countOf(ledger, { text: 'all' }, 0)
})

test('of a large act nothing is left to undo when nothing was written', async () => {
  const { ledger, leave } = onSmallDisk()
  await withMany(ledger, {})
  leave(0)
  await expect(
    ledger.save([{ change: 'remove', target: { filter: {}, except: [] } }]),
  ).rejects.toMatchObject({ code: 'storage-full' })
  leave(Infinity)
  const { undo } = await answerWhen(
    ledger,
    { view: 'acts' },
    a => a.undo !== undefined,
  )
  expect(undo?.did).toBe('created')
})
