import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { assert } from '@ourmoney/shared/assert.ts'
import {
  forgotten,
  type Device,
  type NewLedger,
  type ShelvedLedger,
} from './device.ts'
import { LedgerProvider } from './hooks.tsx'
import type { Ledger } from './ledger.ts'
import { keepLast, usualLedger, type Begun } from './usual-ledger.ts'

/** The ledgers of this device, and the one that is open. */
export type Ledgers = {
  readonly state: 'loading' | 'none' | 'open' | 'failed'
  readonly shelf: readonly ShelvedLedger[]
  readonly current: Ledger | undefined
  readonly error: unknown
  readonly start: (ledger: NewLedger) => Promise<void>
  readonly open: (id: string) => Promise<void>
  readonly join: (id: string, name: string) => Promise<void>
  /** Marks one as this user's, once the server knows it. */
  readonly connect: (id: string) => Promise<void>
  /** Does away with what this device keeps of it; another one is open after. */
  readonly forget: (id: string) => Promise<void>
}

const LedgersContext = createContext<Ledgers | undefined>(undefined)

type LedgersProviderProps = {
  readonly device: Device
  /** Whoever's ledgers may be seen beside those that were never connected. */
  readonly user: string | undefined
  /** What was opened before the first screen, and for whom. */
  readonly begun: Begun | undefined
  readonly children: ReactNode
}

export function LedgersProvider({
  device,
  user,
  begun,
  children,
}: LedgersProviderProps) {
  const there = begun?.user === user ? begun?.there : undefined
  // Holds for the first look only: by the next one somebody signed in or out.
  const first = useRef(begun)
  /** How often somebody chose one: what is usual must not come after. */
  const asked = useRef(0)
  const [shelf, setShelf] = useState(there?.shelf)
  const [current, setCurrent] = useState(there?.ledger)
  const [error, setError] = useState<unknown>()

  const show = useCallback(
    async (opening: Promise<Ledger>) => {
      asked.current += 1
      const ledger = await opening
      keepLast(ledger)
      setShelf(await device.ledgers(user))
      setCurrent(known => (known?.id === ledger.id ? known : ledger))
    },
    [device, user],
  )

  // Another person, other ledgers: the one that is open may have to close.
  useEffect(() => {
    let isGone = false
    async function look() {
      const early = first.current
      first.current = undefined
      const before = asked.current
      const found = await (early !== undefined && early.user === user
        ? early.usual
        : usualLedger(device, user))
      if (isGone || asked.current !== before) return
      setShelf(found.shelf)
      setCurrent(known =>
        known !== undefined && known.id === found.ledger?.id
          ? known
          : found.ledger,
      )
    }
    look().catch((cause: unknown) => {
      if (!isGone) setError(cause)
    })
    return () => {
      isGone = true
    }
  }, [device, user])

  // One that is not looked at has no feed of its own.
  useEffect(
    () => () => {
      if (current !== undefined) void device.leave(current.id)
    },
    [device, current],
  )

  // By this tab or another: whoever has it open looks at another one.
  useEffect(() => {
    const channel = new BroadcastChannel(forgotten)
    channel.addEventListener('message', event => {
      usualLedger(device, user).then(found => {
        setShelf(found.shelf)
        setCurrent(known => (known?.id === event.data ? found.ledger : known))
      }, setError)
    })
    return () => channel.close()
  }, [device, user])

  const ledgers = useMemo(
    (): Ledgers => ({
      state: stateOf(error, shelf, current),
      shelf: shelf ?? [],
      current,
      error,
      start: ledger => show(device.start(ledger)),
      open: id => show(device.open(id)),
      join: (id, name) => {
        assert(user !== undefined, 'Nobody is signed in')
        return show(device.join(id, name, user))
      },
      connect: async id => {
        assert(user !== undefined, 'Nobody is signed in')
        await device.connect(id, user)
        setShelf(await device.ledgers(user))
      },
      forget: device.forget,
    }),
    [device, user, shelf, current, error, show],
  )

  return (
    <LedgersContext value={ledgers}>
      <LedgerProvider ledger={current}>{children}</LedgerProvider>
    </LedgersContext>
  )
}

function stateOf(
  error: unknown,
  shelf: readonly ShelvedLedger[] | undefined,
  current: Ledger | undefined,
): Ledgers['state'] {
  if (error !== undefined) return 'failed'
  if (shelf === undefined) return 'loading'
  return current === undefined ? 'none' : 'open'
}

export function useLedgers(): Ledgers {
  const ledgers = useContext(LedgersContext)
  assert(ledgers !== undefined, 'No LedgersProvider above')
  return ledgers
}
