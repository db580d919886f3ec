import { expect, test } from 'vitest'
import { answerWhen, everything } from './contract/a-ledger.ts'
import { lookAt } from './contract/a-statement.ts'
import { usingAccounts } from './contract/two-accounts.ts'
import { openMemoryLedger } from './memory-ledger.ts'
import { bankFixtures } from './worker/statements/bank-fixtures.ts'

const using = usingAccounts(() => Promise.resolve(openMemoryLedger()))
const never = new AbortController().signal

test.each(bankFixtures)(
  'I6 %s is brought in once, however often it comes',
  (_, __, text, count) =>
    using(async ({ ledger, bank }) => {
      const file = new Blob([text])
      const { choices, accounts } = await lookAt(ledger, file)
      const ask = {
        file,
        name: 'bank',
        choices,
        accounts: Object.fromEntries(accounts.map(({ key }) => [key, bank])),
      }
      async function review() {
        const read = await ledger.reviewStatement(ask, () => {}, never)
        if (read?.ok !== true) throw new Error(JSON.stringify(read))
        return read.value
      }
      const first = await review()
      expect(first).toMatchObject({ states: { new: count }, taken: count })
      await ledger.bringIn(first.id, () => {}, never)
      await answerWhen(ledger, everything, a => a.count === count)
      const again = await review()
      expect(again).toMatchObject({ states: { known: count }, taken: 0 })
    }),
)
