import { IconAlertTriangle } from '@tabler/icons-react'
import type { WebhookFailure } from '@ourmoney/shared/identity/webhooks.ts'
import { Button } from '../../ui/button.tsx'
import { momentName } from '../../ui/dates.ts'
import { CardLine } from '../../ui/page.tsx'
import { Mark } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './identity.module.css'

export type WebhookShown = {
  readonly id: string
  readonly address: string
  readonly user: string
  readonly deliveredAt?: number | undefined
  readonly failingSince?: number | undefined
  readonly failure?: Untold | undefined
  readonly offAt?: number | undefined
}

type Untold = {
  readonly reason: WebhookFailure
  readonly status?: number | undefined
}

type WebhookLineProps = {
  readonly webhook: WebhookShown
  /** The one under test: the server takes no other meanwhile. */
  readonly testing: string | undefined
  readonly onTest: () => void
  readonly onRevoke: () => void
}

/** An address, and whether it hears what it is told. */
export function WebhookLine({
  webhook,
  testing,
  onTest,
  onRevoke,
}: WebhookLineProps) {
  const { t, locale } = useWords()
  const { id, address, user, deliveredAt } = webhook
  const trouble = useTrouble(webhook)
  const told =
    deliveredAt === undefined
      ? t('webhooks.neverTold')
      : t('webhooks.lastTold', { when: momentName(deliveredAt, locale) })
  return (
    <CardLine
      title={address}
      note={
        <>
          {[user, told].join(' · ')}
          {trouble !== undefined && (
            <span className={styles['trouble']}>
              <Mark
                icon={<IconAlertTriangle size={16} aria-hidden />}
                words={trouble}
                tone="bad"
              />
            </span>
          )}
        </>
      }
    >
      <Button
        label={t('webhooks.testNamed', { name: address })}
        isPending={testing === id}
        isDisabled={testing !== undefined && testing !== id}
        onPress={onTest}
      >
        {t('webhooks.test')}
      </Button>
      <Button
        label={t('identity.revokeNamed', { name: address })}
        onPress={onRevoke}
      >
        {t('identity.revoke')}
      </Button>
    </CardLine>
  )
}

function useTrouble({ failingSince, failure, offAt }: WebhookShown) {
  const { t, locale } = useWords()
  const why = useWhyUntold()
  if (failure === undefined) return undefined
  if (offAt !== undefined) {
    const when = momentName(offAt, locale)
    return t('webhooks.isOff', { when, why: why(failure) })
  }
  return failingSince === undefined
    ? undefined
    : t('webhooks.isFailing', {
        when: momentName(failingSince, locale),
        why: why(failure),
      })
}

/** What a person reads of why an address was not told. */
export function useWhyUntold(): (failure: Untold) => string {
  const { t } = useWords()
  return ({ reason, status = 0 }) =>
    t(`webhooks.failure_${reason}`, { status: String(status) })
}
