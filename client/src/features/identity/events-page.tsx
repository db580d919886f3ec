import { useCallback, useState } from 'react'
import { useLedgers } from '../../data/ledgers.tsx'
import { ApiError } from '../../session/api.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useSessionState } from '../../session/hooks.tsx'
import { identityApi } from '../../session/identity-api.ts'
import { SignInFirst } from '../../session/sign-in-first.tsx'
import { useAnswer } from '../../session/use-answer.ts'
import { Card, Page } from '../../ui/page.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Notice, Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { EventLine } from './event-line.tsx'
import styles from './identity.module.css'

type Whose = 'own' | 'ledger'

/** What the server wrote down: sign-ins, what it refused, and what owners did. */
export default function EventsPage() {
  const { t } = useWords()
  const { shelf, current } = useLedgers()
  const { state } = useSessionState()
  const [whose, setWhose] = useState<Whose>('own')
  if (state !== 'signed-in') {
    return <SignInFirst title={t('identity.events')} />
  }
  const open = shelf.find(({ id }) => id === current?.id)
  return (
    <Page>
      <h1>{t('identity.events')}</h1>
      {open?.connected === true && (
        <Segments
          label={t('identity.whose')}
          value={whose}
          onChange={setWhose}
          choices={[
            { id: 'own', name: t('identity.ownEvents') },
            { id: 'ledger', name: open.name },
          ]}
        />
      )}
      <Events key={whose} ledger={whose === 'ledger' ? open?.id : undefined} />
    </Page>
  )
}

type EventsProps = {
  /** Of this ledger; without one, of the person. */
  readonly ledger: string | undefined
}

function Events({ ledger }: EventsProps) {
  const { t } = useWords()
  const ask = useCallback(
    (token: string | undefined) =>
      ledger === undefined
        ? identityApi.ownEvents(token)
        : identityApi.ledgerEvents(token, ledger),
    [ledger],
  )
  const { answer, failure, again } = useAnswer(ask)

  if (isForOwners(failure)) return <Notice>{t('identity.forOwners')}</Notice>
  if (failure !== undefined) {
    return <FailureNotice failure={failure} onRetry={again} />
  }
  if (answer === undefined) return <Waiting label={t('common.loading')} />
  return (
    <Card>
      {answer.events.length === 0 && <p>{t('identity.noEvents')}</p>}
      <ul className={styles['events']}>
        {answer.events.map((event, at) => (
          // The list is told anew as a whole, and two can be alike.
          // oxlint-disable-next-line react/no-array-index-key
          <EventLine key={`${event.at} ${at}`} event={event} />
        ))}
      </ul>
    </Card>
  )
}

function isForOwners(failure: unknown): boolean {
  return failure instanceof ApiError && failure.code === 'forbidden'
}
