import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import { answerWhen, everything } from '../contract/a-ledger.ts'
import { LedgerError } from '../ledger-error.ts'
import type { Ledger } from '../ledger.ts'
import { openMemoryLedger } from '../memory-ledger.ts'

const accounts = ['acc_aaaa', 'acc_bbbb', 'acc_cccc'] as const

const side = fc.record({
  type: fc.constantFrom('expense', 'income'),
  minor: fc.constantFrom(100, -100, 250),
  account: fc.constantFrom(...accounts),
  isSplit: fc.boolean(),
})

const deed = fc.record({
  deed: fc.constantFrom('join', 'separate', 'undo', 'redo'),
  one: fc.nat(5),
  other: fc.nat(5),
})

/** What all transactions together do to each account. */
async function flows(ledger: Ledger): Promise<Record<string, number>> {
  const { rows } = await answerWhen(ledger, everything, () => true)
  const sums: Record<string, number> = {}
  const add = (account: string | undefined, minor: number) => {
    if (account !== undefined) sums[account] = (sums[account] ?? 0) + minor
  }
  for (const { type, minor, account, toAccount } of rows) {
    add(account, type === 'income' ? minor : -minor)
    if (type === 'transfer') add(toAccount, minor)
  }
  return sums
}

async function doDeed(
  ledger: Ledger,
  { deed: what, one, other }: { deed: string; one: number; other: number },
): Promise<void> {
  const [id, second] = [`txn_${1000 + one}`, `txn_${1000 + other}`]
  try {
    if (what === 'undo') await ledger.undo()
    else if (what === 'redo') await ledger.redo()
    else if (what === 'separate') {
      await ledger.save([{ change: 'separate', id }])
    } else if (id !== second) {
      await ledger.save([{ change: 'join', ids: [id, second] }])
    }
  } catch (error) {
    // What does not fit is refused; anything else is a mistake.
    expect(error).toBeInstanceOf(LedgerError)
  }
}

test('joining, taking apart, undo and redo in any order leave every account with what it had', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(side, { minLength: 2, maxLength: 6 }),
      fc.array(deed, { maxLength: 12 }),
      async (sides, deeds) => {
        const docs = sides.map(({ isSplit, ...fields }, index) =>
          aTransactionDoc({
            ...fields,
            _id: `txn_${1000 + index}`,
            ...(isSplit && {
              splits: [{ minor: 40 }, { minor: fields.minor - 40 }],
            }),
          }),
        )
        const ledger = openMemoryLedger({ docs })
        const before = await flows(ledger)
        for (const each of deeds) {
          await doDeed(ledger, each)
          expect(await flows(ledger)).toEqual(before)
        }
        await ledger.close()
      },
    ),
    { numRuns: 150 },
  )
})
