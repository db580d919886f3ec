import { useNavigate } from 'react-router'
import { useSessionState } from '../../session/hooks.tsx'
import { serverApi } from '../../session/server-api.ts'
import { useAnswer } from '../../session/use-answer.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import { BackupsCard } from './backups-card.tsx'
import { HealthCard } from './health-card.tsx'
import { LedgersCard } from './ledgers-card.tsx'
import { UsersCard } from './users-card.tsx'

/** How the server is, for who keeps it; nothing of anybody's ledger. */
export default function ServerPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const session = useSessionState()
  const isIn = session.state === 'signed-in'
  if (isIn && session.user.admin === true)
    return <Server me={session.user.id} />
  return (
    <EmptyState
      isPage
      title={t('server.title')}
      words={t(isIn ? 'server.notAdmin' : 'identity.signInFirst')}
    >
      <Button
        kind="primary"
        onPress={() => void navigate(isIn ? '/settings' : '/sign-in')}
      >
        {t(isIn ? 'settings.title' : 'signIn.submit')}
      </Button>
    </EmptyState>
  )
}

function Server({ me }: { readonly me: string }) {
  const { t } = useWords()
  const problem = useProblem()
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
      {failure !== undefined && (
        <Notice
          isBad
          actions={<Button onPress={again}>{t('common.retry')}</Button>}
        >
          {problem(failure)}
        </Notice>
      )}
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
