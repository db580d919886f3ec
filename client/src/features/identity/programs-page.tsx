import { IconKey } from '@tabler/icons-react'
import { Suspense, useCallback, useState } from 'react'
import { useNavigate } from 'react-router'
import { useLedgers } from '../../data/ledgers.tsx'
import { useSession, useSessionState } from '../../session/hooks.tsx'
import { tokensApi } from '../../session/tokens-api.ts'
import { useAnswer } from '../../session/use-answer.ts'
import { Button } from '../../ui/button.tsx'
import { later } from '../../ui/later.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import { TokenLine, type TokenShown } from './token-line.tsx'
import styles from './identity.module.css'

const NewTokenDialog = later(() => import('./new-token-dialog.tsx'))

/** Which programs may read the open ledger or write in it. */
export default function ProgramsPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { shelf, current } = useLedgers()
  const { state } = useSessionState()
  const open = shelf.find(({ id }) => id === current?.id)
  if (state === 'signed-in' && open?.connected === true) {
    return <Programs ledger={open.id} name={open.name} />
  }
  const isIn = state === 'signed-in'
  return (
    <EmptyState
      isPage
      title={t('identity.programs')}
      words={t(isIn ? 'identity.connectFirst' : 'identity.signInFirst')}
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

type ProgramsProps = { readonly ledger: string; readonly name: string }

function Programs({ ledger, name }: ProgramsProps) {
  const { t } = useWords()
  const session = useSession()
  const problem = useProblem()
  const [isMaking, setMaking] = useState(false)
  const ask = useCallback(
    (token: string | undefined) => tokensApi.of(token, ledger),
    [ledger],
  )
  const { answer, failure, again } = useAnswer(ask)
  const tokens = answer?.tokens.toSorted((a, b) => b.createdAt - a.createdAt)

  async function revoke({ id, name: revoked }: TokenShown) {
    try {
      await tokensApi.revoke(await session.token(), ledger, id)
      showToast(t('identity.tokenRevoked', { name: revoked }))
    } catch (error) {
      showToast(problem(error))
    }
    again()
  }

  return (
    <Page>
      <h1>{t('identity.programs')}</h1>
      {failure !== undefined && (
        <Notice
          isBad
          actions={<Button onPress={again}>{t('common.retry')}</Button>}
        >
          {problem(failure)}
        </Notice>
      )}
      <Card title={name}>
        <p>
          {t('identity.programsWords')}{' '}
          <a href="/api/docs" target="_blank" rel="noreferrer">
            {t('identity.programsHow')}
          </a>
        </p>
        <p>
          {t('identity.ledgerId')} <code>{ledger}</code>
        </p>
        {tokens === undefined && failure === undefined && (
          <div className={styles['blank']} />
        )}
        {tokens?.map(token => (
          <TokenLine
            key={token.id}
            token={token}
            onRevoke={() => void revoke(token)}
          />
        ))}
        <div>
          <Button kind="primary" onPress={() => setMaking(true)}>
            <IconKey size={18} aria-hidden />
            {t('identity.makeToken')}
          </Button>
        </div>
      </Card>
      <Suspense>
        {isMaking && (
          <NewTokenDialog
            ledger={ledger}
            onMade={again}
            onClose={() => setMaking(false)}
          />
        )}
      </Suspense>
    </Page>
  )
}
