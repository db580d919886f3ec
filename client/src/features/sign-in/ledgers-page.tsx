import { Suspense, useEffect, useState } from 'react'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import type { ShelvedLedger } from '../../data/device.ts'
import { useLedgers } from '../../data/ledgers.tsx'
import { api } from '../../session/api.ts'
import { useSession, useSessionState } from '../../session/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { longDate } from '../../ui/dates.ts'
import { later } from '../../ui/later.tsx'
import { Logo } from '../../ui/logo.tsx'
import { Notice, Waiting } from '../../ui/states.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import { LedgerLine } from './ledger-line.tsx'
import styles from './sign-in.module.css'
import { useServerLedgers, type DeletedLedger } from './use-server-ledgers.ts'

const RestoreLedger = later(() => import('./restore-ledger.tsx'))

/**
 * Every ledger that is here or on the server. After signing in it goes on by
 * itself where there is nothing to choose; with `?all` somebody wants to see them.
 */
export default function LedgersPage() {
  const { t, locale } = useWords()
  const navigate = useNavigate()
  const problem = useProblem()
  const session = useSession()
  const isSignedIn = useSessionState().state === 'signed-in'
  const ledgers = useLedgers()
  const [search] = useSearchParams()
  const isWanted = search.has('all')
  const onServer = useServerLedgers()
  const [issue, setIssue] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const [restoring, setRestoring] = useState<DeletedLedger>()
  const failure = issue ?? onServer?.failure

  const { shelf, current } = ledgers
  const gone = (onServer?.deleted ?? []).filter(({ role }) => role === 'owner')
  const isGone = ({ id }: ShelvedLedger) => gone.some(each => each.id === id)
  const local = shelf.filter(({ connected }) => !connected)
  const connected = shelf.filter(each => each.connected)
  const missing = (onServer?.ledgers ?? []).filter(({ id }) =>
    shelf.every(each => each.id !== id),
  )

  const firstMissing = missing[0]

  async function run(work: () => Promise<void>) {
    setBusy(true)
    setIssue(undefined)
    try {
      await work()
      await navigate('/', { replace: true })
    } catch (error) {
      setIssue(problem(error))
      setBusy(false)
    }
  }

  async function connect({ id, name }: ShelvedLedger) {
    await api.connect(await session.token(), id, name)
    await ledgers.connect(id)
    await ledgers.open(id)
  }

  const isKnown = onServer !== undefined && ledgers.state !== 'loading'
  const goesOn =
    isKnown && isSignedIn && failure === undefined && !isBusy && !isWanted
  const obvious =
    goesOn && connected.length === 0
      ? firstMissing !== undefined && missing.length === 1 && local.length === 0
        ? () => ledgers.join(firstMissing)
        : missing.length === 0 && local.length === 1 && local[0] !== undefined
          ? connect.bind(undefined, local[0])
          : undefined
      : undefined
  useEffect(() => {
    if (obvious !== undefined) void run(obvious)
    // Once, as soon as it is known that there is nothing to choose.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [obvious === undefined])

  if (!isKnown || (isBusy && failure === undefined) || obvious !== undefined) {
    return <Waiting label={t('common.loading')} />
  }
  if (
    goesOn &&
    missing.length === 0 &&
    connected.length > 0 &&
    local.length === 0
  ) {
    return <Navigate to="/" replace />
  }
  return (
    <main className={styles['page']}>
      <Logo size={48} />
      <section className={styles['card']}>
        <header>
          <h1>{t('signIn.chooseTitle')}</h1>
          <p>{t('signIn.chooseWords')}</p>
        </header>
        {failure !== undefined && <Notice isBad>{failure}</Notice>}
        {missing.length + shelf.length === 0 && (
          <p className={styles['quiet']}>{t('signIn.nothingWords')}</p>
        )}
        <ul className={styles['ledgers']}>
          {connected
            .filter(each => !isGone(each))
            .map(ledger => (
              <LedgerLine
                key={ledger.id}
                name={ledger.name}
                words={
                  ledger.id === current?.id
                    ? t('signIn.isOpen')
                    : [
                        t('start.onThisDevice'),
                        ledger.unsent &&
                          t('shell.pending', { count: ledger.unsent }),
                      ]
                        .filter(Boolean)
                        .join(' · ')
                }
                action={t('signIn.open')}
                onPress={() => void run(() => ledgers.open(ledger.id))}
              />
            ))}
          {missing.map(ledger => (
            <LedgerLine
              key={ledger.id}
              name={ledger.name}
              words={t('signIn.onServer')}
              action={t('signIn.open')}
              onPress={() => void run(() => ledgers.join(ledger))}
            />
          ))}
          {local.map(ledger => (
            <LedgerLine
              key={ledger.id}
              name={ledger.name}
              words={t('signIn.connectWords')}
              action={isSignedIn ? t('signIn.connect') : t('signIn.open')}
              onPress={() =>
                void run(() =>
                  isSignedIn ? connect(ledger) : ledgers.open(ledger.id),
                )
              }
            />
          ))}
          {gone.map(ledger => (
            <LedgerLine
              key={ledger.id}
              name={ledger.name}
              words={t('signIn.deletedUntil', {
                day: longDate(dayOf(ledger.removedAt), locale),
              })}
              action={t('signIn.restore')}
              onPress={() => setRestoring(ledger)}
            />
          ))}
        </ul>
        <Button onPress={() => void navigate('/start?begin')}>
          {t('start.startLedger')}
        </Button>
        {isWanted && current !== undefined && (
          <Button kind="plain" onPress={() => void navigate(-1)}>
            {t('common.back')}
          </Button>
        )}
        {isWanted && !isSignedIn && (
          <Button kind="plain" onPress={() => void navigate('/sign-in')}>
            {t('signIn.title')}
          </Button>
        )}
      </section>
      {restoring !== undefined && (
        <Suspense>
          <RestoreLedger
            ledger={restoring}
            onRestored={() => run(() => ledgers.join(restoring))}
            onClose={() => setRestoring(undefined)}
          />
        </Suspense>
      )}
    </main>
  )
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}
