import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { assert } from '@ourmoney/shared/assert.ts'
import type { Device } from './device.ts'
import type { Ledger } from './ledger.ts'
import type { AnswerOf, ViewQuery } from './views/view.ts'
import { keptView, type KeptView } from './kept-answers.ts'
import { keyOf } from './shared-views.ts'

const DeviceContext = createContext<Device | undefined>(undefined)
const LedgerContext = createContext<Ledger | undefined>(undefined)

type DeviceProviderProps = {
  readonly device: Device
  readonly children: ReactNode
}

export function DeviceProvider({ device, children }: DeviceProviderProps) {
  return <DeviceContext value={device}>{children}</DeviceContext>
}

type LedgerProviderProps = {
  /** None while it opens: what is typed on a page without one stays. */
  readonly ledger: Ledger | undefined
  readonly children: ReactNode
}

export function LedgerProvider({ ledger, children }: LedgerProviderProps) {
  return <LedgerContext value={ledger}>{children}</LedgerContext>
}

export function useDevice(): Device {
  const device = useContext(DeviceContext)
  assert(device !== undefined, 'No DeviceProvider above')
  return device
}

export function useLedger(): Ledger {
  const ledger = useContext(LedgerContext)
  assert(ledger !== undefined, 'No LedgerProvider above')
  return ledger
}

/** The latest answer to `query`; until it is there, what was told last of the same thing. */
export function useView<Query extends ViewQuery>(
  query: Query,
): AnswerOf<Query> | undefined {
  const view = useKeptView(query)
  return useSyncExternalStore(view.subscribe, view.latest)
}

/** Why `query` could not be answered when it was asked last. */
export function useViewFailure(query: ViewQuery): unknown {
  const view = useKeptView(query)
  return useSyncExternalStore(view.subscribe, view.failure)
}

function useKeptView<Query extends ViewQuery>(query: Query): KeptView<Query> {
  const ledger = useLedger()
  const key = keyOf(query)
  return useMemo(
    () => keptView(ledger, JSON.parse(key) as Query),
    [ledger, key],
  )
}

/** Closes the ledger when the screen that opened it is left. */
export function useClosing(ledger: Ledger | undefined): void {
  useEffect(() => () => void ledger?.close(), [ledger])
}
