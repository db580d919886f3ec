import { expect, test } from 'vitest'
import { profileFields } from '@ourmoney/shared/statement/profile.ts'
import type { ReadChoices } from '@ourmoney/shared/statement/statement.ts'
import { create } from './contract/a-ledger.ts'
import { lookAt } from './contract/a-statement.ts'
import { usingAccounts } from './contract/two-accounts.ts'
import type { Ledger } from './ledger.ts'
import { openMemoryLedger } from './memory-ledger.ts'

const using = usingAccounts(() => Promise.resolve(openMemoryLedger()))

function looked(ledger: Ledger, text: string, choices: ReadChoices = {}) {
  return lookAt(ledger, new Blob([text]), choices)
}

/** Reads a file and keeps how, then the next one of its kind. */
async function afterOne(
  ledger: Ledger,
  first: string,
  next: string,
  chosen: ReadChoices = {},
) {
  const look = await looked(ledger, first, chosen)
  await create(ledger, {
    kind: 'importProfile',
    ...profileFields('My bank', look, {}),
  })
  const again = await looked(ledger, next)
  expect(again.profile?.name).toBe('My bank')
  return again
}

test('what goes out is no income because the first file had only what came in', () =>
  using(async ({ ledger }) => {
    const { rows } = await afterOne(
      ledger,
      'Date,Text,Amount,Type\n2026-03-14,Pay,900.00,Credit\n',
      'Date,Text,Amount,Type\n2026-03-15,Pay,900.00,Credit\n2026-03-16,Rent,500.00,Debit\n',
    )
    expect(rows.map(({ minor }) => minor)).toEqual([90_000, -50_000])
  }))

test('words of a column that only the profile takes for one are found too', () =>
  using(async ({ ledger }) => {
    const { rows, choices } = await afterOne(
      ledger,
      'Date,Text,Amount,What\n2026-03-14,Pay,900.00,Pay in\n',
      'Date,Text,Amount,What\n2026-03-15,Pay,900.00,Pay in\n2026-03-16,Rent,500.00,Debit\n2026-03-16,Fee,5.00,Other\n',
      {
        columns: ['date', 'description', 'amount', 'direction'],
        outWords: ['Other'],
        isSigned: false,
      },
    )
    expect(choices.outWords).toEqual(['Other', 'Debit'])
    expect(rows.map(({ minor }) => minor)).toEqual([90_000, -50_000, -500])
  }))

test('an order of day and month that no file decided is not kept as if one had', () =>
  using(async ({ ledger }) => {
    const { rows, choices, table } = await afterOne(
      ledger,
      'Date,Text,Amount\n05/03/2026,Bus,-1.50\n',
      'Date,Text,Amount\n05/03/2026,Bus,-1.50\n03/31/2026,Bus,-1.50\n',
    )
    expect(choices.dateOrder).toBe('mdy')
    expect(table?.isDateOrderSure).toBe(true)
    expect(rows.map(({ date }) => date)).toEqual(['2026-05-03', '2026-03-31'])
  }))

test('an order that a person chose is kept', () =>
  using(async ({ ledger }) => {
    const { choices } = await afterOne(
      ledger,
      'Date,Text,Amount\n05/03/2026,Bus,-1.50\n',
      'Date,Text,Amount\n05/03/2026,Bus,-1.50\n',
      { dateOrder: 'mdy' },
    )
    expect(choices.dateOrder).toBe('mdy')
  }))
