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
  /** Whom the shelf and the ledger were fetched for. */
  const [shownTo, setShownTo] = useState(user)
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
      setShownTo(user)
      setCurrent(known =>
        known !== undefined &&
        known.id === found.ledger?.id &&
        isAnybodys(known, found.shelf)
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
    channel.addEventListener('message', () => {
      usualLedger(device, user).then(found => {
        setShelf(found.shelf)
        setCurrent(known =>
          found.shelf.some(({ id }) => id === known?.id) ? known : found.ledger,
        )
      }, setError)
    })
    return () => channel.close()
  }, [device, user])

  // Until the next person's ledgers are here, nothing of the one before is.
  const isTheirs = shownTo === user
  const shown =
    isTheirs || (current !== undefined && isAnybodys(current, shelf))
      ? current
      : undefined
  const ledgers = useMemo(
    (): Ledgers => ({
      state: stateOf(error, isTheirs ? shelf : undefined, shown),
      shelf: isTheirs ? (shelf ?? []) : [],
      current: shown,
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
    [device, user, shelf, shown, isTheirs, error, show],
  )

  return (
    <LedgersContext value={ledgers}>
      <LedgerProvider ledger={shown}>{children}</LedgerProvider>
    </LedgersContext>
  )
}

/** Never connected, so that it is no single person's. */
function isAnybodys(
  { id }: Ledger,
  shelf: readonly ShelvedLedger[] = [],
): boolean {
  return shelf.find(each => each.id === id)?.user === undefined
}

function stateOf(
  error: unknown,
  shelf: readonly ShelvedLedger[] | undefined,
  current: Ledger | undefined,
): Ledgers['state'] {
  if (error !== undefined) return 'failed'
  if (current !== undefined) return 'open'
  return shelf === undefined ? 'loading' : 'none'
}

export function useLedgers(): Ledgers {
  const ledgers = useContext(LedgersContext)
  assert(ledgers !== undefined, 'No LedgersProvider above')
  return ledgers
}
