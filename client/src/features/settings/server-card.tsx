import { IconCircleCheck, IconCloudOff, IconRefresh } from '@tabler/icons-react'
import { Suspense, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useLedger, useView } from '../../data/hooks.tsx'
import { useLedgers } from '../../data/ledgers.tsx'
import type { SyncAnswer } from '../../data/views/sync.ts'
import { api } from '../../session/api.ts'
import { useSession, useSessionState } from '../../session/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { momentName } from '../../ui/dates.ts'
import { later } from '../../ui/later.tsx'
import { Card, CardLine } from '../../ui/page.tsx'
import { Mark } from '../../ui/states.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import styles from './settings.module.css'

const SignOutDialog = later(() => import('../../acts/sign-out-dialog.tsx'))

export function ServerCard() {
  const { t } = useWords()
  const navigate = useNavigate()
  const state = useSessionState()
  const sync = useView({ view: 'sync' })
  const [isLeaving, setLeaving] = useState(false)

  return (
    <Card title={t('settings.server')}>
      <div className={styles['line']}>
        <p>{t('settings.serverWords', { origin: location.origin })}</p>
        <Reachability />
      </div>
      <div className={styles['line']}>
        <strong>
          {state.state === 'signed-out'
            ? t('settings.signedOut')
            : t(
                state.state === 'signed-in'
                  ? 'settings.signedInAs'
                  : 'settings.expired',
                { name: state.user.name },
              )}
        </strong>
        <div className={styles['foot']}>
          {state.state !== 'signed-in' && (
            <Button kind="primary" onPress={() => void navigate('/sign-in')}>
              {t('settings.signIn')}
            </Button>
          )}
          {state.state !== 'signed-out' && (
            <Button onPress={() => setLeaving(true)}>
              {t('settings.signOut')}
            </Button>
          )}
        </div>
      </div>
      {state.state === 'signed-in' && (
        <CardLine title={t('identity.title')} note={t('identity.link')}>
          <Button onPress={() => void navigate('/security')}>
            {t('common.show')}
          </Button>
        </CardLine>
      )}
      {sync !== undefined && <Connection sync={sync} />}
      {sync !== undefined && sync.phase !== 'local-only' && (
        <CardLine title={t('people.title')} note={t('people.link')}>
          <Button onPress={() => void navigate('/people')}>
            {t('people.title')}
          </Button>
        </CardLine>
      )}
      {state.state === 'signed-in' &&
        sync !== undefined &&
        sync.phase !== 'local-only' && (
          <CardLine
            title={t('identity.programs')}
            note={t('identity.programsLink')}
          >
            <Button onPress={() => void navigate('/programs')}>
              {t('identity.programs')}
            </Button>
          </CardLine>
        )}
      {state.state === 'signed-in' && state.user.admin === true && (
        <CardLine title={t('server.title')} note={t('server.link')}>
          <Button onPress={() => void navigate('/server')}>
            {t('server.title')}
          </Button>
        </CardLine>
      )}
      {isLeaving && state.state !== 'signed-out' && (
        <Suspense>
          <SignOutDialog
            user={state.user.id}
            onClose={() => setLeaving(false)}
          />
        </Suspense>
      )}
    </Card>
  )
}

function Reachability() {
  const { t } = useWords()
  const isReachable = useReachable()
  if (isReachable === undefined) {
    return (
      <Mark
        icon={<IconRefresh size={16} aria-hidden />}
        words={t('settings.checking')}
      />
    )
  }
  return isReachable ? (
    <Mark
      icon={<IconCircleCheck size={16} aria-hidden />}
      words={t('settings.reachable')}
      tone="good"
    />
  ) : (
    <Mark
      icon={<IconCloudOff size={16} aria-hidden />}
      words={t('settings.unreachable')}
    />
  )
}

const lookEvery = 10_000

function useReachable(): boolean | undefined {
  const [isReachable, setReachable] = useState<boolean>()
  useEffect(() => {
    let isGone = false
    const look = () =>
      void api.server().then(
        () => isGone || setReachable(true),
        () => isGone || setReachable(false),
      )
    look()
    const timer = setInterval(look, lookEvery)
    return () => {
      isGone = true
      clearInterval(timer)
    }
  }, [])
  return isReachable
}

function Connection({ sync }: { readonly sync: SyncAnswer }) {
  const { t, locale } = useWords()
  const navigate = useNavigate()
  const ledger = useLedger()
  const ledgers = useLedgers()
  const session = useSession()
  const state = useSessionState()
  const problem = useProblem()
  const [isBusy, setBusy] = useState(false)

  async function connect() {
    setBusy(true)
    try {
      const shelved = ledgers.shelf.find(each => each.id === ledger.id)
      await api.connect(await session.token(), ledger.id, shelved?.name ?? '')
      await ledgers.connect(ledger.id)
    } catch (error) {
      showToast(problem(error))
    } finally {
      setBusy(false)
    }
  }

  if (sync.phase === 'local-only') {
    return (
      <div className={styles['line']}>
        <p>{t('settings.notConnected')}</p>
        {state.state === 'signed-in' && (
          <Button
            kind="primary"
            isPending={isBusy}
            onPress={() => void connect()}
          >
            {t('settings.connect')}
          </Button>
        )}
      </div>
    )
  }
  return (
    <div className={styles['line']}>
      <div>
        {t('settings.connected')}
        {sync.pulledAt !== undefined && (
          <small>
            {t('settings.lastSync', {
              when: momentName(sync.pulledAt, locale),
            })}
          </small>
        )}
      </div>
      <div className={styles['foot']}>
        <Button onPress={() => void navigate('/doctor')}>
          {t('doctor.title')}
        </Button>
        <Button onPress={() => void ledger.syncNow()}>
          {t('settings.syncNow')}
        </Button>
      </div>
    </div>
  )
}
