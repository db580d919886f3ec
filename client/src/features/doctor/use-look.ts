import { useEffect, useState } from 'react'
import { identityApi } from '../../session/identity-api.ts'
import { useSession, useSessionState } from '../../session/hooks.tsx'
import { lookAtServer, type ServerLook } from '../../session/look-at-server.ts'

const lookEvery = 10_000

/** What the server answers, asked again and again; `undefined` until it was asked once. */
export function useServerLook(): ServerLook | undefined {
  const [found, setFound] = useState<ServerLook>()
  useEffect(() => {
    let isGone = false
    const look = () =>
      void lookAtServer().then(answer => {
        if (!isGone) setFound(answer)
      })
    look()
    const timer = setInterval(look, lookEvery)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      isGone = true
      clearInterval(timer)
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  return found
}

/** When this device's session ends if nobody uses it; nothing while the server cannot say. */
export function useSessionEnd(isReached: boolean): number | undefined {
  const session = useSession()
  const { state } = useSessionState()
  const [end, setEnd] = useState<number>()
  const isAsked = isReached && state === 'signed-in'
  useEffect(() => {
    let isGone = false
    async function look() {
      const { sessions } = await identityApi.sessions(await session.token())
      if (isGone) return
      setEnd(sessions.find(({ current }) => current)?.endsAt)
    }
    // That the server does not answer is said beside it.
    if (isAsked) look().catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [session, isAsked])
  return isAsked ? end : undefined
}
