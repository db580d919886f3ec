import { IconChevronRight } from '@tabler/icons-react'
import { Link } from 'react-router'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { identityApi } from '../../session/identity-api.ts'
import { useSessionState } from '../../session/hooks.tsx'
import { SignInFirst } from '../../session/sign-in-first.tsx'
import { useAnswer } from '../../session/use-answer.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.ts'
import { CodesCard } from './codes-card.tsx'
import { PasskeysCard } from './passkeys-card.tsx'
import { PasswordCard } from './password-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import styles from './identity.module.css'

/** How a person signs in, and where they are signed in. */
export default function SecurityPage() {
  const { t } = useWords()
  const { state } = useSessionState()
  if (state === 'signed-in') return <SignedIn />
  return <SignInFirst title={t('identity.title')} />
}

function SignedIn() {
  const { t } = useWords()
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
      <FailureNotice failure={failure} onRetry={again} />
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
