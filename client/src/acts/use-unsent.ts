import { useCallback, useEffect, useState } from 'react'
import { useDevice } from '../data/hooks.tsx'
import { download } from '../platform/download.ts'
import { today } from '../ui/dates.ts'

type UnsentLedger = { readonly id: string; readonly count: number }

export type Unsent = {
  /** How much of their ledgers no server has; `undefined` until it is known. */
  readonly count: number | undefined
  /** Why it cannot be known. */
  readonly failure: unknown
  /** Gives a file with it for each ledger; any device with that ledger reads it again. */
  readonly save: () => Promise<void>
  /** Does away with all that this device keeps of them. */
  readonly forget: () => Promise<void>
}

/** What one person's ledgers on this device have that no server has. */
export function useUnsent(user: string): Unsent {
  const device = useDevice()
  const [ledgers, setLedgers] = useState<readonly UnsentLedger[]>()
  const [failure, setFailure] = useState<unknown>()

  const theirs = useCallback(async () => {
    const all = await device.ledgers(user)
    return all.filter(each => each.user === user)
  }, [device, user])

  useEffect(() => {
    let isGone = false
    async function look() {
      const counted = (await theirs()).map(async ({ id }) => ({
        id,
        count: await device.unsent(id, user),
      }))
      const found = await Promise.all(counted)
      if (!isGone) setLedgers(found)
    }
    look().catch((error: unknown) => {
      if (!isGone) setFailure(error)
    })
    return () => {
      isGone = true
    }
  }, [device, theirs, user])

  async function save() {
    for (const { id, count } of ledgers ?? []) {
      if (count === 0) continue
      const ledger = await device.open(id, user)
      const { signal } = new AbortController()
      const file = await ledger.rescue('unsynced', () => {}, signal)
      if (file !== undefined) {
        download(file.blob, `ourmoney-rescue-${today()}.json`)
      }
    }
  }

  return {
    count: ledgers?.reduce((sum, each) => sum + each.count, 0),
    failure,
    save,
    forget: () =>
      // Two tabs that are told at once take turns.
      navigator.locks.request('ourmoney-forget', async () => {
        for (const { id } of await theirs()) await device.forget(id, user)
      }),
  }
}
