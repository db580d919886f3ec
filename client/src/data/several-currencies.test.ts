import { expect, test } from 'vitest'
import { create } from './contract/a-ledger.ts'
import { anAccount, usingAccounts } from './contract/two-accounts.ts'
import type { Ledger } from './ledger.ts'
import { openMemoryLedger } from './memory-ledger.ts'
import type { StatementAsk } from './statements.ts'

const using = usingAccounts(() => Promise.resolve(openMemoryLedger()))
const never = new AbortController().signal

const qif =
  '!Account\nNTokyo\nTBank\n^\n!Type:Bank\nD1/31/2026\nT-1234\nPTea\n^\n' +
  '!Account\nNManama\nTBank\n^\n!Type:Bank\nD1/31/2026\nT-1.234\nPTea\n^\n' +
  '!Account\nNBank\nTBank\n^\n!Type:Bank\nD1/31/2026\nT-12.34\nPTea\n^\n'
const csv =
  'Date,Account,Text,Amount\n2026-01-31,Tokyo,Tea,-1234\n' +
  '2026-01-31,Manama,Tea,-1.234\n2026-01-31,Bank,Tea,-12.34\n' +
  '2026-01-30,Bank,Bus,-1.50\n'.repeat(9)

const amounts = [
  [-1_234, 'JPY'],
  [-1_234, 'BHD'],
  [-1_234, 'EUR'],
]

async function makeAccounts(ledger: Ledger): Promise<readonly string[]> {
  const { ids } = await create(
    ledger,
    anAccount('Tokyo', { currency: 'JPY' }),
    anAccount('Manama', { currency: 'BHD' }),
  )
  return ids
}

async function look(
  ledger: Ledger,
  file: Blob,
  accounts: StatementAsk['accounts'] = {},
) {
  const looked = await ledger.lookAtStatement(file, 'file', {}, accounts, never)
  if (looked?.ok !== true) throw new Error('Not looked at')
  return looked.value
}

test.each([
  ['QIF', qif],
  ['CSV', csv],
])(
  'amounts of %s are read and brought in in the currency of each account',
  (_, text) =>
    using(async ({ ledger }) => {
      await makeAccounts(ledger)
      const file = new Blob([text])
      const looked = await look(ledger, file)
      expect(
        looked.rows.slice(0, 3).map(row => [row.minor, row.currency]),
      ).toEqual(amounts)
      const read = await ledger.reviewStatement(
        { file, name: 'f', choices: looked.choices, accounts: looked.known },
        () => {},
        never,
      )
      if (read?.ok !== true) throw new Error('Not read')
      const { rows } = await ledger.reviewRows(read.value.id, undefined, 0, 3)
      expect(rows.map(row => [row.fields?.minor, row.currency])).toEqual(
        amounts,
      )
    }),
)

test('a file that names no account is in the currency of the one it is put into', () =>
  using(async ({ ledger, bank }) => {
    const [tokyo = ''] = await makeAccounts(ledger)
    const file = new Blob(['Date,Text,Amount\n2026-01-31,Tea,-1234\n'])
    const plain = await look(ledger, file)
    expect(plain.rows).toMatchObject([{ minor: -123_400, currency: 'EUR' }])
    const placed = await look(ledger, file, { '': tokyo })
    expect(placed.choices).toMatchObject({ currency: 'JPY' })
    expect(placed.rows).toMatchObject([{ minor: -1_234, currency: 'JPY' }])
    // What was found for one account is no choice for another.
    const moved = await ledger.lookAtStatement(
      file,
      'f',
      placed.choices,
      { '': bank },
      never,
    )
    expect(moved?.ok && moved.value.choices.currency).toBe('EUR')
    const chosen = await ledger.lookAtStatement(
      file,
      'f',
      { currency: 'USD' },
      { '': tokyo },
      never,
    )
    expect(chosen?.ok && chosen.value.rows).toMatchObject([{ currency: 'USD' }])
  }))
