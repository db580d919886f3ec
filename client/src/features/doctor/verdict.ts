import type { SyncAnswer } from '../../data/views/sync.ts'

/** What the doctor says first, from bad to good. */
export type Verdict =
  | 'looking'
  | 'storage'
  | 'damaged'
  | 'refused'
  | 'noAccess'
  | 'deleted'
  | 'disagree'
  | 'serverFull'
  | 'repairing'
  | 'signIn'
  | 'onlyHere'
  | 'offline'
  | 'sending'
  | 'safe'

/** Whether what this device has is anywhere else, and what stands in the way. */
export function verdictOf(sync: SyncAnswer): Verdict {
  const { phase } = sync
  if (phase === 'storage-full' || phase === 'storage-gone') return 'storage'
  if (sync.damaged.length > 0) return 'damaged'
  if (phase === 'no-access') return 'noAccess'
  if (phase === 'ledger-deleted') return 'deleted'
  if (sync.refused.length > 0) return 'refused'
  if (phase === 'too-many-merges') return 'disagree'
  if (phase === 'ledger-full') return 'serverFull'
  if (phase === 'quarantined') return 'repairing'
  if (phase === 'local-only') return 'onlyHere'
  if (phase === 'needs-sign-in') return 'signIn'
  if (phase === 'offline') return 'offline'
  if (sync.loading) return 'looking'
  return phase === 'syncing' || sync.pending > 0 ? 'sending' : 'safe'
}
