import { Suspense, useMemo, useState, type ReactNode } from 'react'
import { LedgerProvider, useLedger } from '../data/hooks.tsx'
import type { Change, LockedChoice } from '../data/changes.ts'
import { LedgerError } from '../data/ledger-error.ts'
import type { Ledger } from '../data/ledger.ts'

import { later } from '../ui/later.tsx'

const LockedDialog = later(() => import('./locked-dialog.tsx'))

type Asked = {
  readonly changes: readonly Change[]
  readonly answer: (choice: LockedChoice | undefined) => void
}

/** Asks before anything below it changes what a statement was reconciled with. */
export function LockedGuard({ children }: { readonly children: ReactNode }) {
  const ledger = useLedger()
  const [asked, setAsked] = useState<Asked>()
  const guarded = useMemo(
    () =>
      askingLedger(
        ledger,
        changes =>
          new Promise(resolve => {
            setAsked({
              changes,
              answer: choice => {
                setAsked(undefined)
                resolve(choice)
              },
            })
          }),
      ),
    [ledger],
  )
  return (
    <LedgerProvider ledger={guarded}>
      {children}
      {asked !== undefined && (
        <Suspense>
          <LockedDialog {...asked} />
        </Suspense>
      )}
    </LedgerProvider>
  )
}

function askingLedger(
  ledger: Ledger,
  ask: (changes: readonly Change[]) => Promise<LockedChoice | undefined>,
): Ledger {
  return {
    ...ledger,
    save: async changes => {
      try {
        return await ledger.save(changes)
      } catch (error) {
        if (!(error instanceof LedgerError) || error.code !== 'locked') {
          throw error
        }
        const locked = await ask(changes)
        // Whoever asked for it says that nothing was changed.
        if (locked === undefined) throw error
        return ledger.save(changes.map(change => allowed(change, locked)))
      }
    },
  }
}

function allowed(change: Change, locked: LockedChoice): Change {
  switch (change.change) {
    case 'edit':
    case 'remove':
    case 'recategorise':
    case 'join':
    case 'separate':
    case 'return':
    case 'settle':
      return { ...change, locked }
    default:
      return change
  }
}
