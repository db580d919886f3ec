import { keptHere } from '../platform/kept-text.ts'
import type { Device, ShelvedLedger } from './device.ts'
import type { Ledger } from './ledger.ts'
import type { ViewQuery } from './views/view.ts'
import { askAhead } from './shared-views.ts'

/** What this person may open here, and the one that was open last; none on a new device. */
export type Usual = {
  readonly shelf: readonly ShelvedLedger[]
  readonly ledger: Ledger | undefined
}

/** Opened while the first screen is still loading. */
export type Begun = {
  readonly user: string | undefined
  readonly usual: Promise<Usual>
  /** Once it is open and has answered what the first screen asks. */
  there: Usual | undefined
  /** Resolves when it is there, and when it could not be. */
  readonly settled: Promise<void>
}

const lastKey = 'ourmoney-ledger'

export function keepLast({ id }: Ledger): void {
  keptHere.keep(lastKey, id)
}

export function dropLast(id: string): void {
  if (keptHere.read(lastKey) === id) keptHere.drop(lastKey)
}

export async function usualLedger(
  device: Device,
  user: string | undefined,
): Promise<Usual> {
  const shelf = await device.ledgers(user)
  const last = keptHere.read(lastKey)
  const next = shelf.find(({ id }) => id === last) ?? shelf[0]
  const ledger = next === undefined ? undefined : await device.open(next.id)
  return { shelf, ledger }
}

/** Opens it and asks what the first screen will ask. */
export function beginUsual(
  device: Device,
  user: string | undefined,
  queries: readonly ViewQuery[],
): Begun {
  const usual = usualLedger(device, user)
  async function settle(): Promise<void> {
    const found = await usual
    if (found.ledger !== undefined) await askAhead(found.ledger, queries)
    begun.there = found
  }
  const begun: Begun = {
    user,
    usual,
    there: undefined,
    // Whoever shows the ledgers asks again and tells of a failure.
    settled: settle().catch(() => undefined),
  }
  return begun
}
