import type { SyncPhase } from '../../views/sync.ts'
import type { Contact } from './sync-fetch.ts'

const phases = {
  reached: 'syncing',
  offline: 'offline',
  'needs-sign-in': 'needs-sign-in',
  'no-access': 'no-access',
  'ledger-deleted': 'ledger-deleted',
  quarantined: 'quarantined',
  'ledger-full': 'ledger-full',
} as const satisfies Record<Contact, SyncPhase>

/** What only a person or the server's admin can mend. */
const untilMended: ReadonlySet<SyncPhase> = new Set([
  'no-access',
  'ledger-deleted',
  'quarantined',
  'ledger-full',
])

/** How a ledger stands after what a request told of the server. */
export function phaseOf(contact: Contact): SyncPhase {
  return phases[contact]
}

/** Asking again soon would bring nothing. */
export function waitsForSomebody(phase: SyncPhase): boolean {
  return untilMended.has(phase)
}
