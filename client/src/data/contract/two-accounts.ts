import type { NewDoc } from '../changes.ts'
import type { Ledger } from '../ledger.ts'
import { create, usingLedger, type OpenLedger } from './a-ledger.ts'

export type Household = {
  readonly ledger: Ledger
  readonly purse: string
  readonly bank: string
}

export const anAccount = (name: string, fields: object = {}): NewDoc => ({
  kind: 'account',
  name,
  type: 'bank',
  currency: 'EUR',
  ...fields,
})

/** Runs a test on a fresh ledger with a bank, where 1,000.00 lie since the first of the month, and an empty purse. */
export function usingAccounts(open: OpenLedger) {
  const using = usingLedger(open)
  return (run: (household: Household) => Promise<void>): Promise<void> =>
    using(async ledger => {
      const { ids } = await create(
        ledger,
        anAccount('Bank', {
          order: 0,
          openingMinor: 100_000,
          openingDate: '2026-11-01',
        }),
        anAccount('Purse', { order: 1, type: 'cash' }),
      )
      const [bank = '', purse = ''] = ids
      await run({ ledger, purse, bank })
    })
}
