import { useCallback, useEffect, useState } from 'react'
import type { Registration } from '@ourmoney/shared/identity/api.ts'
import { api, ApiError } from '../../session/api.ts'
import { peopleApi } from '../../session/people-api.ts'
import { useProblem } from '../../words/use-problem.ts'

type Invitation = Awaited<ReturnType<typeof peopleApi.lookAtInvitation>>

type Looked = {
  readonly found?: Invitation
  /** Who may become a user here. */
  readonly registration?: Registration
  readonly failure?: {
    readonly words: string
    /** Trying again may help. */
    readonly isPassing: boolean
  }
}

/** What an invited person is told before they decide. */
export function useInvitation(
  code: string,
): Looked & { readonly look: () => void } {
  const problem = useProblem()
  const [looked, setLooked] = useState<Looked>({})

  const look = useCallback(() => {
    setLooked({})
    async function ask() {
      // What is no code at all is told like one that was used.
      if (!/^[\w-]{22}$/.test(code)) throw new ApiError('invitation-gone')
      const [found, { registration }] = await Promise.all([
        peopleApi.lookAtInvitation(code),
        api.server(),
      ])
      setLooked({ found, registration })
    }
    ask().catch((error: unknown) => {
      const isGone =
        error instanceof ApiError && error.code === 'invitation-gone'
      setLooked({ failure: { words: problem(error), isPassing: !isGone } })
    })
    // The sentence of a failure may be of the language before.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [code])
  useEffect(look, [look])

  return { ...looked, look }
}
