import { useEffect, useState } from 'react'
import { api } from '../../session/api.ts'
import { useSession, useSessionState } from '../../session/hooks.tsx'
import { useProblem } from '../../words/use-problem.ts'

type Reply = Awaited<ReturnType<typeof api.ledgers>>
export type DeletedLedger = Reply['deleted'][number]

type OnServer = Reply & { readonly failure?: string | undefined }

const none = { ledgers: [], deleted: [] }

/** What the server has of this person's; nothing until it has answered, or could not be asked. */
export function useServerLedgers(): OnServer | undefined {
  const session = useSession()
  const isSignedIn = useSessionState().state === 'signed-in'
  const problem = useProblem()
  const [found, setFound] = useState<OnServer>()

  useEffect(() => {
    let isGone = false
    async function look() {
      const reply = isSignedIn ? await api.ledgers(await session.token()) : none
      if (!isGone) setFound(reply)
    }
    look().catch((error: unknown) => {
      if (!isGone) setFound({ ...none, failure: problem(error) })
    })
    return () => {
      isGone = true
    }
    // The sentence of a failure may be of the language before.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, isSignedIn])

  return found
}
