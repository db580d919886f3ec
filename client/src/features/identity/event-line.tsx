import { IconBan, IconCheck } from '@tabler/icons-react'
import type * as z from 'zod'
import { problemCodes } from '@ourmoney/shared/identity/api.ts'
import type { auditReply } from '@ourmoney/shared/identity/audit.ts'
import { momentName } from '../../ui/dates.ts'
import { useWords } from '../../words/words.ts'
import styles from './identity.module.css'

type AuditEvent = z.infer<typeof auditReply>['events'][number]

/** What was done or refused, when, by whom, to whom and from where. */
export function EventLine({ event }: { readonly event: AuditEvent }) {
  const { t, locale } = useWords()
  const refusal = problemCodes.find(code => code === event.outcome)
  const facts = [
    momentName(event.at, locale),
    event.user,
    event.about !== undefined && event.about !== event.user
      ? t('identity.about', { name: event.about })
      : undefined,
    event.role && t(`identity.role_${event.role}`),
    event.from,
  ].filter(fact => fact !== undefined)
  return (
    <li className={styles['event']}>
      {refusal === undefined ? (
        <IconCheck size={18} aria-hidden />
      ) : (
        <IconBan size={18} aria-label={t('identity.refused')} />
      )}
      <div>
        <strong>{t(`identity.act_${event.act}`)}</strong>
        {refusal !== undefined && <p>{t(`problems.server_${refusal}`)}</p>}
        <small dir="auto">{facts.join(' · ')}</small>
      </div>
    </li>
  )
}
