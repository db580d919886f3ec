import { useEffect, useState } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { useLedgers } from '../../data/ledgers.tsx'
import { api } from '../../session/api.ts'
import { useSession, useSessionState } from '../../session/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { Logo } from '../../ui/logo.tsx'
import { Notice, Waiting } from '../../ui/states.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import styles from './sign-in.module.css'

type ServerLedger = { readonly id: string; readonly name: string }

/** After signing in: which ledgers to have here. Goes on by itself where there is nothing to choose. */
export default function ChooseLedgerPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const problem = useProblem()
  const session = useSession()
  const state = useSessionState()
  const ledgers = useLedgers()
  const [onServer, setOnServer] = useState<readonly ServerLedger[]>()
  const [failure, setFailure] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const isSignedIn = state.state === 'signed-in'

  useEffect(() => {
    let isGone = false
    async function look() {
      if (!isSignedIn) return setOnServer([])
      const token = await session.token()
      const reply = await api.ledgers(token)
      if (!isGone) setOnServer(reply.ledgers)
    }
    look().catch((error: unknown) => {
      if (isGone) return
      setOnServer([])
      setFailure(problem(error))
    })
    return () => {
      isGone = true
    }
    // The sentence of a failure may be of the language before.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, isSignedIn])

  const local = ledgers.shelf.filter(({ connected }) => !connected)
  const connected = ledgers.shelf.filter(each => each.connected)
  const missing = (onServer ?? []).filter(({ id }) =>
    ledgers.shelf.every(each => each.id !== id),
  )

  async function run(work: () => Promise<void>) {
    setBusy(true)
    setFailure(undefined)
    try {
      await work()
      await navigate('/', { replace: true })
    } catch (error) {
      setFailure(problem(error))
      setBusy(false)
    }
  }

  async function connect({ id, name }: ServerLedger) {
    await api.connect(await session.token(), id, name)
    await ledgers.connect(id)
    await ledgers.open(id)
  }

  const isKnown = onServer !== undefined && ledgers.state !== 'loading'
  const only = isKnown && isSignedIn && failure === undefined && !isBusy
  const obvious =
    only && connected.length === 0
      ? missing.length === 1 && local.length === 0
        ? () => ledgers.join(missing[0]?.id ?? '', missing[0]?.name ?? '')
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
    isSignedIn &&
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
        {missing.length + ledgers.shelf.length === 0 && (
          <p className={styles['quiet']}>{t('signIn.nothingWords')}</p>
        )}
        <ul className={styles['ledgers']}>
          {missing.map(ledger => (
            <Ledger
              key={ledger.id}
              name={ledger.name}
              words={t('signIn.onServer')}
              action={t('signIn.open')}
              onPress={() =>
                void run(() => ledgers.join(ledger.id, ledger.name))
              }
            />
          ))}
          {connected.map(ledger => (
            <Ledger
              key={ledger.id}
              name={ledger.name}
              words={t('start.onThisDevice')}
              action={t('signIn.open')}
              onPress={() => void run(() => ledgers.open(ledger.id))}
            />
          ))}
          {local.map(ledger => (
            <Ledger
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
        </ul>
        <Button onPress={() => void navigate('/start?begin')}>
          {t('start.startLedger')}
        </Button>
      </section>
    </main>
  )
}

type LedgerProps = {
  readonly name: string
  readonly words: string
  readonly action: string
  readonly onPress: () => void
}

function Ledger({ name, words, action, onPress }: LedgerProps) {
  return (
    <li className={styles['ledger']}>
      <div>
        <strong dir="auto">{name}</strong>
        <span>{words}</span>
      </div>
      <Button kind="primary" onPress={onPress}>
        {action}
      </Button>
    </li>
  )
}
