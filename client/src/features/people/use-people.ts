import { useCallback, useEffect, useState } from 'react'
import type { Role } from '@ourmoney/shared/identity/api.ts'
import { useLedger, useView } from '../../data/hooks.tsx'
import { useSession, useSessionState } from '../../session/hooks.tsx'
import { peopleApi } from '../../session/people-api.ts'
import { useProblem } from '../../words/use-problem.ts'
import type { LedgerUser } from './people.ts'

export type Invitation = {
  readonly id: string
  readonly role: Role
  readonly createdBy: string
  readonly expiresAt: number
}

/** Who signs in to this ledger and who is invited; nothing while the server cannot be asked. */
export type ServerPeople = {
  readonly users: readonly LedgerUser[] | undefined
  readonly invitations: readonly Invitation[]
  /** Why there is nothing. */
  readonly failure: string | undefined
  readonly look: () => Promise<void>
}

const lookEvery = 10_000

export function usePeople(): ServerPeople {
  const { id } = useLedger()
  const session = useSession()
  const isSignedIn = useSessionState().state === 'signed-in'
  const problem = useProblem()
  const sync = useView({ view: 'sync' })
  const standing = sync?.phase === 'local-only' ? 'none' : sync?.standing
  const [found, setFound] = useState<Omit<ServerPeople, 'look'>>(nobody)

  const look = useCallback(async () => {
    if (!isSignedIn || standing === undefined || standing === 'none') {
      return setFound(nobody)
    }
    try {
      const token = await session.token()
      const [{ members }, { invitations }] = await Promise.all([
        peopleApi.members(token, id),
        standing === 'owner'
          ? peopleApi.invitations(token, id)
          : { invitations: [] },
      ])
      setFound({ users: members, invitations, failure: undefined })
    } catch (error) {
      setFound({ ...nobody, failure: problem(error) })
    }
    // The sentence of a failure may be of the language before.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [id, session, isSignedIn, standing])

  useEffect(() => {
    void look()
    const timer = setInterval(() => void look(), lookEvery)
    return () => clearInterval(timer)
  }, [look])

  return { ...found, look }
}

const nobody = { users: undefined, invitations: [], failure: undefined }
