import { IconKey } from '@tabler/icons-react'
import { Suspense, useCallback, useState } from 'react'
import { useLedgers } from '../../data/ledgers.tsx'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useSession, useSessionState } from '../../session/hooks.tsx'
import { SignInFirst } from '../../session/sign-in-first.tsx'
import { tokensApi } from '../../session/tokens-api.ts'
import { useAnswer } from '../../session/use-answer.ts'
import { Button } from '../../ui/button.tsx'
import { later } from '../../ui/later.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import { TokenLine, type TokenShown } from './token-line.tsx'
import { WebhooksCard } from './webhooks-card.tsx'
import styles from './identity.module.css'

const NewTokenDialog = later(() => import('./new-token-dialog.tsx'))

/** Which programs may read the open ledger or write in it. */
export default function ProgramsPage() {
  const { t } = useWords()
  const { shelf, current } = useLedgers()
  const { state } = useSessionState()
  const open = shelf.find(({ id }) => id === current?.id)
  if (state === 'signed-in' && open?.connected === true) {
    return <Programs key={open.id} ledger={open.id} name={open.name} />
  }
  return (
    <SignInFirst
      title={t('identity.programs')}
      lacking={t('identity.connectFirst')}
    />
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
      <FailureNotice failure={failure} onRetry={again} />
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
        {tokens?.length === 0 && <p>{t('identity.noTokens')}</p>}
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
      <WebhooksCard ledger={ledger} />
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
