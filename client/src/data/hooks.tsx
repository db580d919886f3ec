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
import { holdView, keyOf, latestOf } from './shared-views.ts'

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

/** The latest answer to `query`; the one before stays until the next is there. */
export function useView<Query extends ViewQuery>(
  query: Query,
): AnswerOf<Query> | undefined {
  const ledger = useLedger()
  const key = keyOf(query)
  const kind = kindOf(query)
  const view = useMemo(
    () => keptView<Query>(ledger, key, kind),
    [ledger, key, kind],
  )
  return useSyncExternalStore(view.subscribe, view.latest)
}

const aboutOne: ReadonlySet<string> = new Set([
  'record',
  'suggestion',
  'mergeSize',
  'rates',
  'rateOn',
  'receipts',
  'history',
  'occurrences',
  'budgetSuggestion',
])
/** What one account, an earlier day or a record answers must not stand in for another. */
function kindOf(query: ViewQuery): string {
  const account = 'account' in query ? query.account : undefined
  const asOf = 'asOf' in query ? query.asOf : undefined
  const id = query.view === 'conflicts' ? query.id : undefined
  const by = 'by' in query ? query.by : undefined
  return [query.view, account, asOf, id, by].filter(Boolean).join(' ')
}

type Kept = { last: unknown }
const lastAnswers = new WeakMap<Ledger['openView'], Map<string, Kept>>()

/**
 * Until its first answer it shows what the view of the same kind showed last,
 * so that a new filter or window does not blink.
 */
function keptView<Query extends ViewQuery>(
  ledger: Ledger,
  key: string,
  kind: string,
) {
  const kinds = lastAnswers.get(ledger.openView) ?? new Map<string, Kept>()
  lastAnswers.set(ledger.openView, kinds)
  // Answers about one thing must not stand in for those about another.
  const slot = aboutOne.has(kind) ? key : kind
  const kept = kinds.get(slot) ?? { last: undefined }
  kinds.set(slot, kept)
  return {
    subscribe: (listener: () => void) => holdView(ledger, key, listener),
    latest: () => {
      const answer = latestOf(ledger, key)
      if (answer !== undefined) kept.last = answer
      return kept.last as AnswerOf<Query> | undefined
    },
  }
}

/** Closes the ledger when the screen that opened it is left. */
export function useClosing(ledger: Ledger | undefined): void {
  useEffect(() => () => void ledger?.close(), [ledger])
}
