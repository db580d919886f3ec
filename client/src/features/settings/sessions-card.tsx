import { useEffect, useState } from 'react'
import { api } from '../../session/api.ts'
import { useSession, useSessionState } from '../../session/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { momentName } from '../../ui/dates.ts'
import { Card } from '../../ui/page.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import styles from './settings.module.css'

type SessionLine = {
  readonly id: string
  readonly device: string
  readonly lastUsedAt: number
  readonly current: boolean
}

/** Where the person is signed in; nothing while nobody is, or without a server. */
export function SessionsCard() {
  const { t, locale } = useWords()
  const session = useSession()
  const { state } = useSessionState()
  const problem = useProblem()
  const [sessions, setSessions] = useState<readonly SessionLine[]>()
  const isSignedIn = state === 'signed-in'

  useEffect(() => {
    let isGone = false
    async function look() {
      if (!isSignedIn) return setSessions([])
      const reply = await api.sessions(await session.token())
      if (!isGone) setSessions(reply.sessions)
    }
    // Without a server there is no list; that it is away is said above.
    look().catch(() => {
      if (!isGone) setSessions([])
    })
    return () => {
      isGone = true
    }
  }, [session, isSignedIn])

  async function end(id: string) {
    try {
      await api.endSession(await session.token(), id)
      setSessions(sessions?.filter(each => each.id !== id))
    } catch (error) {
      showToast(problem(error))
    }
  }

  if (!isSignedIn || sessions?.length === 0) return null
  return (
    <Card title={t('settings.sessions')}>
      <p>{t('settings.sessionsWords')}</p>
      {/* The room of this device's own, until the list is here. */}
      {sessions === undefined && <div className={styles['blank']} />}
      {sessions?.map(({ id, device, lastUsedAt, current }) => (
        <div key={id} className={styles['line']}>
          <div>
            <strong>{device}</strong>
            <small>
              {current
                ? t('settings.thisDevice')
                : t('settings.lastUsed', {
                    when: momentName(lastUsedAt, locale),
                  })}
            </small>
          </div>
          {!current && (
            <Button onPress={() => void end(id)}>
              {t('settings.endSession')}
            </Button>
          )}
        </div>
      ))}
    </Card>
  )
}
