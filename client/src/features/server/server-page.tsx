import { FailureNotice } from '../../session/failure-notice.tsx'
import { useSessionState } from '../../session/hooks.tsx'
import { serverApi } from '../../session/server-api.ts'
import { SignInFirst } from '../../session/sign-in-first.tsx'
import { useAnswer } from '../../session/use-answer.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.ts'
import { BackupsCard } from './backups-card.tsx'
import { HealthCard } from './health-card.tsx'
import { LedgersCard } from './ledgers-card.tsx'
import { UsersCard } from './users-card.tsx'

/** How the server is, for who keeps it; nothing of anybody's ledger. */
export default function ServerPage() {
  const { t } = useWords()
  const session = useSessionState()
  if (session.state === 'signed-in' && session.user.admin === true) {
    return <Server me={session.user.id} />
  }
  return (
    <SignInFirst title={t('server.title')} lacking={t('server.notAdmin')} />
  )
}

function Server({ me }: { readonly me: string }) {
  const { t } = useWords()
  const health = useAnswer(serverApi.health)
  const users = useAnswer(serverApi.users)
  const ledgers = useAnswer(serverApi.ledgers)
  const failure = health.failure ?? users.failure ?? ledgers.failure

  function again() {
    health.again()
    users.again()
    ledgers.again()
  }

  return (
    <Page>
      <h1>{t('server.title')}</h1>
      <FailureNotice failure={failure} onRetry={again} />
      <HealthCard health={health.answer} ledgers={ledgers.answer?.ledgers} />
      <BackupsCard health={health.answer} onChanged={again} />
      <UsersCard users={users.answer?.users} me={me} onChanged={again} />
      <LedgersCard
        ledgers={ledgers.answer?.ledgers}
        backups={health.answer?.backups ?? []}
        onChanged={again}
      />
    </Page>
  )
}
