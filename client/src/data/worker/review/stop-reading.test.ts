import { expect, test } from 'vitest'
import { success } from '@ourmoney/shared/result.ts'
import { fileOf, readPlainStatements } from '../../contract/a-statement.ts'
import { usingAccounts } from '../../contract/two-accounts.ts'
import { openMemoryLedger } from '../../memory-ledger.ts'
import type { ReadStatements } from '../statements/read-statement.ts'

const forEver = () => new Promise<never>(() => {})
const file = fileOf({ rows: [{}] })

/** Ledgers that read files in some other way. */
function usingReader(reader: Partial<ReadStatements>) {
  const readStatements = { ...readPlainStatements, ...reader }
  return usingAccounts(async () => openMemoryLedger({ readStatements }))
}

test('a look that nobody waits for any more ends at once, also in its thread', () => {
  const ended: boolean[] = []
  let begin = () => {}
  const begun = new Promise<void>(resolve => (begin = resolve))
  const using = usingReader({
    look: (_, signal) => {
      begin()
      signal?.addEventListener('abort', () => ended.push(signal.aborted))
      return forEver()
    },
  })
  return using(async ({ ledger }) => {
    const stop = new AbortController()
    const looked = ledger.lookAtStatement(file, 'bank.csv', {}, {}, stop.signal)
    await begun
    stop.abort()
    expect(await looked).toBeUndefined()
    expect(ended).toEqual([true])
  })
})

test('a look that is cancelled before it began never begins', () => {
  const using = usingReader({ look: () => expect.fail('It has begun') })
  return using(async ({ ledger }) => {
    const stop = new AbortController()
    const looked = ledger.lookAtStatement(file, 'bank.csv', {}, {}, stop.signal)
    stop.abort()
    expect(await looked).toBeUndefined()
  })
})

test.each<[string, Partial<ReadStatements>]>([
  ['before it is open', { open: forEver }],
  [
    'while it is read',
    {
      open: async () =>
        success({
          fileHash: 'f',
          format: 'csv',
          accounts: [],
          next: forEver,
          close: () => {},
        }),
    },
  ],
])('a review that is cancelled %s ends at once', (_, reader) =>
  usingReader(reader)(async ({ ledger, bank }) => {
    const stop = new AbortController()
    const review = ledger.reviewStatement(
      { file, name: 'bank.csv', choices: {}, accounts: { '': bank } },
      () => {},
      stop.signal,
    )
    stop.abort()
    expect(await review).toBeUndefined()
  }),
)

test('a file whose reading is cancelled is closed', () => {
  let isClosed = false
  const stop = new AbortController()
  const using = usingReader({
    open: async () =>
      success({
        fileHash: 'f',
        format: 'csv',
        accounts: [],
        next: () => {
          stop.abort()
          return forEver()
        },
        close: () => void (isClosed = true),
      }),
  })
  return using(async ({ ledger, bank }) => {
    const ask = { file, name: 'b', choices: {}, accounts: { '': bank } }
    const read = await ledger.reviewStatement(ask, () => {}, stop.signal)
    expect(read).toBeUndefined()
    expect(isClosed).toBe(true)
  })
})
