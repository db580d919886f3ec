import type { ReadContext } from '@ourmoney/shared/statement/statement.ts'
import { LedgerError } from '../../ledger-error.ts'
import type { ReadModel } from '../read-model/read-model.ts'

/** What the ledger decides about a file. */
export function contextOf(model: ReadModel): ReadContext {
  const ledger = model.docs('ledger')[0]
  if (ledger === undefined) throw new LedgerError('not-found', 'ledger')
  const { currency, timeZone } = ledger
  return { currency, timeZone }
}
