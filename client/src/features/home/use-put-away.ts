import { useMemo, useSyncExternalStore } from 'react'
import { useLedger } from '../../data/hooks.tsx'
import {
  bringBack,
  putAway,
  putAwayIds,
  watchPutAway,
} from '../../platform/put-away.ts'

/** News that somebody put away on this device, and how to do so. */
export function usePutAway() {
  const { id: ledger } = useLedger()
  const ids = useSyncExternalStore(watchPutAway, () => putAwayIds(ledger))
  return useMemo(
    () => ({
      ids: new Set(ids),
      putAway: (id: string) => putAway(ledger, id),
      bringBack: (id: string) => bringBack(ledger, id),
    }),
    [ids, ledger],
  )
}
