import { IconDeviceDesktop } from '@tabler/icons-react'
import { useState } from 'react'
import { ConfirmDialog } from '../../session/confirm-dialog.tsx'
import { useSession } from '../../session/hooks.tsx'
import { identityApi } from '../../session/identity-api.ts'
import { Button } from '../../ui/button.tsx'
import { momentName } from '../../ui/dates.ts'
import { Card, CardLine } from '../../ui/page.tsx'
import { Mark } from '../../ui/states.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import styles from './identity.module.css'

type SessionLine = {
  readonly id: string
  readonly device: string
  readonly lastUsedAt: number
  readonly current: boolean
  readonly wiping: boolean
}

type SessionsCardProps = {
  readonly sessions: readonly SessionLine[] | undefined
  readonly onChanged: () => void
}

/** Where the person is signed in, this device first. */
export function SessionsCard({ sessions, onChanged }: SessionsCardProps) {
  const { t, locale } = useWords()
  const session = useSession()
  const problem = useProblem()
  const [wiping, setWiping] = useState<SessionLine>()
  const ordered = sessions?.toSorted(
    (a, b) =>
      Number(b.current) - Number(a.current) || b.lastUsedAt - a.lastUsedAt,
  )
  const others = sessions?.filter(each => !each.current && !each.wiping) ?? []

  async function end(work: (token: string | undefined) => Promise<void>) {
    try {
      await work(await session.token())
      showToast(t('identity.sessionsEnded'))
    } catch (error) {
      showToast(problem(error))
    }
    onChanged()
  }

  async function wipe(proof: string) {
    if (wiping === undefined) return
    await identityApi.wipe(await session.token(), proof, wiping.id)
    onChanged()
  }

  return (
    <Card title={t('identity.sessions')}>
      <p>{t('identity.sessionsWords')}</p>
      {ordered === undefined && <div className={styles['blank']} />}
      {ordered?.map(each => (
        <CardLine
          key={each.id}
          title={each.device}
          note={
            each.wiping
              ? t('identity.isWiping')
              : t('identity.lastUsed', {
                  when: momentName(each.lastUsedAt, locale),
                })
          }
        >
          {each.current ? (
            <Mark
              icon={<IconDeviceDesktop size={16} aria-hidden />}
              words={t('identity.thisDevice')}
              tone="good"
            />
          ) : (
            !each.wiping && (
              <>
                <Button
                  label={t('identity.endNamed', { name: each.device })}
                  onPress={() =>
                    void end(token => identityApi.endSession(token, each.id))
                  }
                >
                  {t('identity.end')}
                </Button>
                <Button
                  label={t('identity.wipeNamed', { name: each.device })}
                  onPress={() => setWiping(each)}
                >
                  {t('identity.wipe')}
                </Button>
              </>
            )
          )}
        </CardLine>
      ))}
      {others.length > 0 && (
        <div>
          <Button onPress={() => void end(identityApi.endOthers)}>
            {t('identity.endOthers')}
          </Button>
        </div>
      )}
      {wiping !== undefined && (
        <ConfirmDialog
          title={t('identity.wipeNamed', { name: wiping.device })}
          action={t('identity.wipe')}
          isDanger
          onConfirmed={wipe}
          onClose={() => setWiping(undefined)}
        >
          <p>{t('identity.wipeWords')}</p>
        </ConfirmDialog>
      )}
    </Card>
  )
}
