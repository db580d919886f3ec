import type { LookupsAnswer } from '../../data/views/names.ts'
import type { SyncAnswer } from '../../data/views/sync.ts'

/** What Home can show of a ledger, as far as it is read or has come from the server. */
export function homeLook(
  lookups: Pick<LookupsAnswer, 'isEmpty' | 'ledger'> | undefined,
  sync: Pick<SyncAnswer, 'loading'> | undefined,
): 'waiting' | 'first-steps' | 'whole' {
  if (lookups === undefined) return 'waiting'
  if (lookups.isEmpty && sync?.loading === false) return 'first-steps'
  // Until the ledger itself is there nobody knows its currency.
  return lookups.ledger === undefined ? 'waiting' : 'whole'
}
