import type { Standing } from '@ourmoney/shared/identity/may-write.ts'

/** Milliseconds: after what a start has to do, and then now and then. */
const first = 60_000
const every = 6 * 3_600_000
const day = 86_400_000

type TidyDeps = {
  readonly now: () => number
  /** Days that deleted records are kept for; 0 for ever. */
  readonly days: () => number
  /** What the person of this device is in the ledger. */
  readonly standing: () => Standing
  /** The ledger is read, and no other tab does it. */
  readonly isOurs: () => boolean
  readonly empty: (before: number) => Promise<unknown>
}

/** Removes for good what lay in the trash long enough. Returns its undo. */
export function tidyTrash(deps: TidyDeps): () => void {
  let timer = setTimeout(tidy, first)

  function tidy(): void {
    timer = setTimeout(tidy, every)
    const days = deps.days()
    const isOwner = deps.standing() === 'owner'
    if (days === 0 || !isOwner || !deps.isOurs()) return
    // What could not be removed now is still due the next time.
    deps.empty(deps.now() - days * day).catch(() => undefined)
  }

  return () => clearTimeout(timer)
}
