import type {
  StatementAccount,
  StatementLook,
} from '@ourmoney/shared/statement/statement.ts'

/** Accounts of the ledger by the file's keys; empty where its rows are left out. */
export type Places = Readonly<Record<string, string>>

/** Those of the file; one without a name where a bank names none. */
export function accountsOfFile({
  accounts,
  format,
}: StatementLook): readonly StatementAccount[] {
  const isBank = format !== 'ourmoney'
  return accounts.length === 0 && isBank ? [{ key: '', name: '' }] : accounts
}

/** Where the rows of each go: as a person says, else as it is known. */
export function placesOf(
  accounts: readonly StatementAccount[],
  chosen: Places,
  known: Places,
): Places {
  return Object.fromEntries(
    accounts.flatMap(({ key }) => {
      const id = chosen[key] ?? known[key] ?? ''
      return id === '' ? [] : [[key, id]]
    }),
  )
}
