import { IconWebhook } from '@tabler/icons-react'
import { Suspense, useCallback, useState } from 'react'
import { mostWebhooks } from '@ourmoney/shared/identity/webhooks.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useSession, useSessionState } from '../../session/hooks.tsx'
import { useAnswer } from '../../session/use-answer.ts'
import { webhooksApi } from '../../session/webhooks-api.ts'
import { Button } from '../../ui/button.tsx'
import { later } from '../../ui/later.tsx'
import { Card } from '../../ui/page.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import {
  useWhyUntold,
  WebhookLine,
  type WebhookShown,
} from './webhook-line.tsx'
import styles from './identity.module.css'

const NewWebhookDialog = later(() => import('./new-webhook-dialog.tsx'))

/** Which addresses are told when the ledger changes, and whether they hear it. */
export function WebhooksCard({ ledger }: { readonly ledger: string }) {
  const { t } = useWords()
  const session = useSession()
  const state = useSessionState()
  const problem = useProblem()
  const why = useWhyUntold()
  const [isMaking, setMaking] = useState(false)
  const [testing, setTesting] = useState<string>()
  const ask = useCallback(
    (token: string | undefined) => webhooksApi.of(token, ledger),
    [ledger],
  )
  const { answer, failure, again } = useAnswer(ask)
  const webhooks = answer?.webhooks.toSorted(
    (a, b) => b.createdAt - a.createdAt,
  )
  // An owner sees those of others, too.
  const own = webhooks?.filter(
    ({ user }) => state.state === 'signed-in' && user === state.user.name,
  )

  /** Says how it ended, and shows what has become of the webhooks. */
  async function act(work: (token: string | undefined) => Promise<string>) {
    try {
      showToast(await work(await session.token()))
    } catch (error) {
      showToast(problem(error))
    }
    again()
  }

  async function test({ id }: WebhookShown) {
    setTesting(id)
    await act(async token => {
      const untold = (await webhooksApi.test(token, ledger, id)).failure
      return untold === undefined
        ? t('webhooks.arrived')
        : t('webhooks.notArrived', { why: why(untold) })
    })
    setTesting(undefined)
  }

  async function revoke({ id, address }: WebhookShown) {
    await act(async token => {
      await webhooksApi.revoke(token, ledger, id)
      return t('identity.tokenRevoked', { name: address })
    })
  }

  return (
    <Card title={t('webhooks.title')}>
      <p>{t('webhooks.words')}</p>
      <FailureNotice failure={failure} onRetry={again} />
      {webhooks === undefined && failure === undefined && (
        <div className={styles['blank']} />
      )}
      {webhooks?.length === 0 && <p>{t('webhooks.none')}</p>}
      {webhooks?.map(webhook => (
        <WebhookLine
          key={webhook.id}
          webhook={webhook}
          testing={testing}
          onTest={() => void test(webhook)}
          onRevoke={() => void revoke(webhook)}
        />
      ))}
      {(own?.length ?? 0) < mostWebhooks ? (
        <div>
          <Button onPress={() => setMaking(true)}>
            <IconWebhook size={18} aria-hidden />
            {t('webhooks.make')}
          </Button>
        </div>
      ) : (
        <p>{t('webhooks.most')}</p>
      )}
      <Suspense>
        {isMaking && (
          <NewWebhookDialog
            ledger={ledger}
            onMade={again}
            onClose={() => setMaking(false)}
          />
        )}
      </Suspense>
    </Card>
  )
}
