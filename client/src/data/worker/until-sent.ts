import type { SyncPhase } from '../views/sync.ts'
import type { RealLedger } from './real-ledger.ts'

const mostWaiting = 30_000

/** Resolves when nothing waits to be sent, or it cannot be sent now, with how sync stands then. */
export function untilSent(
  ledger: RealLedger & { readonly closed?: Promise<void> },
  most = mostWaiting,
): Promise<SyncPhase | undefined> {
  const view = ledger.openView({ view: 'sync' })
  let timer: ReturnType<typeof setTimeout>
  return new Promise<SyncPhase | undefined>(resolve => {
    function look() {
      const sync = view.latest()
      if (sync === undefined || sync.phase === 'syncing') return
      if (sync.phase !== 'up-to-date' || sync.pending === 0) resolve(sync.phase)
    }
    timer = setTimeout(() => resolve(view.latest()?.phase), most)
    view.subscribe(look)
    void ledger.closed?.then(() => resolve(undefined))
    look()
  }).finally(() => {
    clearTimeout(timer)
    view.close()
  })
}
