import {
  IconBook2,
  IconChevronRight,
  IconFileImport,
  IconLogin2,
  IconRestore,
} from '@tabler/icons-react'
import { Suspense, useEffect, useState } from 'react'
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router'
import { useLedgers } from '../../data/ledgers.tsx'
import { useSession, useSessionState } from '../../session/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { later } from '../../ui/later.tsx'
import { Logo } from '../../ui/logo.tsx'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './start.module.css'
import { StartForm } from './start-form.tsx'

const RestoreBackup = later(() => import('../../acts/restore-backup.tsx'))

/** The first run: a ledger of one's own, one that is on the server, or one of a file. */
export default function StartPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  // Signed in, a new ledger is connected at once.
  const session = useSession()
  const isSignedIn = useSessionState().state === 'signed-in'
  const { shelf, open } = useLedgers()
  const [search] = useSearchParams()
  const [isStarting, setStarting] = useState(search.has('begin'))
  const [wantsFile, setWantsFile] = useState(false)
  const [isRestoring, setRestoring] = useState(false)

  // Where the browser has forgotten everything, the server may still know who this is.
  useEffect(() => {
    if (shelf.length === 0) void session.recall()
  }, [session, shelf.length])

  if (isSignedIn && !isStarting && shelf.length === 0) {
    return <Navigate to="/ledgers" replace />
  }
  if (isStarting) {
    return (
      <main className={styles['page']}>
        <StartForm
          onStarted={() => {
            const then = isSignedIn ? '/ledgers' : '/'
            void navigate(wantsFile ? '/import' : then, { replace: true })
          }}
          onBack={() => setStarting(false)}
        />
      </main>
    )
  }
  if (isRestoring) {
    return (
      <main className={styles['page']}>
        <section className={styles['card']}>
          <h1>{t('start.restore')}</h1>
          <Suspense fallback={<Waiting label={t('common.loading')} />}>
            <RestoreBackup
              onRestored={() => void navigate('/', { replace: true })}
            />
          </Suspense>
          <footer className={styles['foot']}>
            <Button kind="plain" onPress={() => setRestoring(false)}>
              {t('common.back')}
            </Button>
          </footer>
        </section>
      </main>
    )
  }
  return (
    <main className={styles['page']}>
      <header>
        <Logo size={56} />
        <h1>{t('start.welcome')}</h1>
        <p>{t('start.welcomeWords')}</p>
      </header>
      <div className={styles['ways']}>
        {shelf.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className={styles['way']}
            onClick={() => void open(id).then(() => navigate('/'))}
          >
            <IconBook2 size={28} stroke={1.5} aria-hidden />
            <span>
              <strong dir="auto">{name}</strong>
              {t('start.onThisDevice')}
            </span>
            <IconChevronRight size={20} aria-hidden />
          </button>
        ))}
        <button
          type="button"
          className={styles['way']}
          onClick={() => setStarting(true)}
        >
          <IconBook2 size={28} stroke={1.5} aria-hidden />
          <span>
            <strong>{t('start.startLedger')}</strong>
            {t('start.startWords')}
          </span>
          <IconChevronRight size={20} aria-hidden />
        </button>
        <Link className={styles['way']} to="/sign-in">
          <IconLogin2 size={28} stroke={1.5} aria-hidden />
          <span>
            <strong>{t('start.signIn')}</strong>
            {t('start.signInWords')}
          </span>
          <IconChevronRight size={20} aria-hidden />
        </Link>
        <button
          type="button"
          className={styles['way']}
          onClick={() => {
            setWantsFile(true)
            setStarting(true)
          }}
        >
          <IconFileImport size={28} stroke={1.5} aria-hidden />
          <span>
            <strong>{t('start.bringFile')}</strong>
            {t('start.bringFileWords')}
          </span>
          <IconChevronRight size={20} aria-hidden />
        </button>
        <button
          type="button"
          className={styles['way']}
          onClick={() => setRestoring(true)}
        >
          <IconRestore size={28} stroke={1.5} aria-hidden />
          <span>
            <strong>{t('start.restore')}</strong>
            {t('start.restoreWords')}
          </span>
          <IconChevronRight size={20} aria-hidden />
        </button>
      </div>
    </main>
  )
}
