import { IconChevronRight } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import { identityApi } from '../../session/identity-api.ts'
import { useSessionState } from '../../session/hooks.tsx'
import { useAnswer } from '../../session/use-answer.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import { CodesCard } from './codes-card.tsx'
import { PasskeysCard } from './passkeys-card.tsx'
import { PasswordCard } from './password-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import styles from './identity.module.css'

/** How a person signs in, and where they are signed in. */
export default function SecurityPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { state } = useSessionState()
  if (state === 'signed-in') return <SignedIn />
  return (
    <EmptyState
      isPage
      title={t('identity.title')}
      words={t('identity.signInFirst')}
    >
      <Button kind="primary" onPress={() => void navigate('/sign-in')}>
        {t('signIn.submit')}
      </Button>
    </EmptyState>
  )
}

function SignedIn() {
  const { t } = useWords()
  const problem = useProblem()
  const factors = useAnswer(identityApi.factors)
  const sessions = useAnswer(identityApi.sessions)
  const failure = factors.failure ?? sessions.failure

  function again() {
    factors.again()
    sessions.again()
  }

  return (
    <Page>
      <h1>{t('identity.title')}</h1>
      {failure !== undefined && (
        <Notice
          isBad
          actions={<Button onPress={again}>{t('common.retry')}</Button>}
        >
          {problem(failure)}
        </Notice>
      )}
      <PasswordCard onChanged={again} />
      <CodesCard factors={factors.answer} onChanged={again} />
      <PasskeysCard factors={factors.answer} onChanged={again} />
      <SessionsCard
        sessions={sessions.answer?.sessions}
        onChanged={sessions.again}
      />
      <Link to="/security/events" className={styles['onward'] ?? ''}>
        {t('identity.eventsLink')}
        <IconChevronRight size={18} aria-hidden />
      </Link>
    </Page>
  )
}
