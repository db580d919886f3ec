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
  shelved,
  type Device,
  type LedgerOnServer,
  type NewLedger,
  type ShelvedLedger,
} from './device.ts'
import { LedgerProvider } from './hooks.tsx'
import type { Ledger } from './ledger.ts'
import {
  keepLast,
  usualLedger,
  type Begun,
  type Usual,
} from './usual-ledger.ts'

/** The ledgers of this device, and the one that is open. */
export type Ledgers = {
  readonly state: 'loading' | 'none' | 'open' | 'failed'
  readonly shelf: readonly ShelvedLedger[]
  readonly current: Ledger | undefined
  readonly error: unknown
  readonly start: (ledger: NewLedger) => Promise<void>
  readonly open: (id: string) => Promise<void>
  readonly join: (ledger: LedgerOnServer) => Promise<void>
  /** Brings a backup in, and opens its ledger when all of it is there. */
  readonly restore: Device['restore']
  /** Marks one as this user's, once the server knows it. */
  readonly connect: (id: string) => Promise<void>
  /** Does away with what this device keeps of it; another one is open after. */
  readonly forget: (id: string) => Promise<void>
}

const LedgersContext = createContext<Ledgers | undefined>(undefined)

/** What was found last, and for whom. */
type Held = Partial<Usual> & { readonly user: string | undefined }

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
  const [held, setHeld] = useState<Held>({ ...there, user })
  const { shelf, ledger: current } = held
  const [error, setError] = useState<unknown>()

  /** A ledger that is shown stays the same, unless it is another person's copy. */
  const put = useCallback(
    (found: Usual) =>
      setHeld(before => {
        const isSame = before.ledger?.id === found.ledger?.id
        const isTheirs =
          before.user === user || isAnybodys(before.ledger, found.shelf)
        const ledger = isSame && isTheirs ? before.ledger : found.ledger
        return { shelf: found.shelf, ledger, user }
      }),
    [user],
  )

  const show = useCallback(
    async (opening: Promise<Ledger>) => {
      asked.current += 1
      const ledger = await opening
      keepLast(ledger)
      put({ shelf: await device.ledgers(user), ledger })
    },
    [device, user, put],
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
      put(found)
    }
    look().catch((cause: unknown) => {
      if (!isGone) setError(cause)
    })
    return () => {
      isGone = true
    }
  }, [device, user, put])

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
        setHeld(before => {
          const isHere = found.shelf.some(({ id }) => id === before.ledger?.id)
          const ledger = isHere ? before.ledger : found.ledger
          return { shelf: found.shelf, ledger, user }
        })
      }, setError)
    })
    return () => channel.close()
  }, [device, user])

  // One that nobody looks at was synced, or left with something to send.
  useEffect(() => {
    const channel = new BroadcastChannel(shelved)
    channel.addEventListener('message', () => {
      device.ledgers(user).then(all => {
        setHeld(before =>
          before.user === user ? { ...before, shelf: all } : before,
        )
      }, setError)
    })
    return () => channel.close()
  }, [device, user])

  // Until the next person's ledgers are here, nothing of the one before is.
  const isTheirs = held.user === user
  const shown = isTheirs || isAnybodys(current, shelf) ? current : undefined
  const ledgers = useMemo(
    (): Ledgers => ({
      state: stateOf(error, isTheirs ? shelf : undefined, shown),
      shelf: isTheirs ? (shelf ?? []) : [],
      current: shown,
      error,
      start: ledger => show(device.start(ledger)),
      open: id => show(device.open(id)),
      join: ledger => {
        assert(user !== undefined, 'Nobody is signed in')
        return show(device.join(ledger, user))
      },
      restore: async (asked, ...how) => {
        const done = await device.restore(asked, ...how)
        if (done.phase === 'done') await show(device.open(asked.look.ledger))
        return done
      },
      connect: async id => {
        assert(user !== undefined, 'Nobody is signed in')
        await device.connect(id, user)
        const all = await device.ledgers(user)
        setHeld(before => ({ ...before, shelf: all }))
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
  ledger: Ledger | undefined,
  shelf: readonly ShelvedLedger[] = [],
): boolean {
  return shelf.find(({ id }) => id === ledger?.id)?.user === undefined
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
