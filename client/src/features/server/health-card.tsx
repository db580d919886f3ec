import { IconCircleCheck } from '@tabler/icons-react'
import type {
  HealthReply,
  ServerLedger,
} from '@ourmoney/shared/identity/operations.ts'
import { fileSize } from '../../ui/file-size.ts'
import { Card } from '../../ui/page.tsx'
import { Mark, Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './server.module.css'
import { worriesOf } from './worries.ts'

type HealthCardProps = {
  readonly health: HealthReply | undefined
  readonly ledgers: readonly ServerLedger[] | undefined
}

/** What needs somebody's hand first, then the figures. */
export function HealthCard({ health, ledgers }: HealthCardProps) {
  const { t, locale } = useWords()
  if (health === undefined || ledgers === undefined) {
    return (
      <Card title={t('server.health')}>
        <div className={styles['blank']} />
      </Card>
    )
  }
  const { aside, isFull, backup } = worriesOf(health, ledgers)
  const isWell = aside === 0 && !isFull && backup === undefined
  const { disk, memory, lag, sessions, version, uptime } = health
  const figures: readonly (readonly [string, string])[] = [
    ...(disk === undefined
      ? []
      : [
          [
            t('server.disk'),
            t('server.diskOf', {
              free: fileSize(disk.free, locale),
              size: fileSize(disk.size, locale),
            }),
          ] as const,
        ]),
    [t('server.memory'), fileSize(memory, locale)],
    [t('server.lag'), t('server.milliseconds', { count: Math.round(lag) })],
    [t('server.sessions'), sessions.toLocaleString(locale)],
    [t('server.running'), durationWords(uptime, t)],
    [t('server.version'), version],
  ]
  return (
    <Card title={t('server.health')}>
      {isWell && (
        <Mark
          icon={<IconCircleCheck size={16} aria-hidden />}
          words={t('server.wellWords')}
          tone="good"
        />
      )}
      {aside > 0 && (
        <Notice isBad>{t('server.aside', { count: aside })}</Notice>
      )}
      {isFull && <Notice isBad>{t('server.full')}</Notice>}
      {backup !== undefined && <Notice>{t(`server.backup_${backup}`)}</Notice>}
      <dl className={styles['figures']}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function durationWords(
  seconds: number,
  t: ReturnType<typeof useWords>['t'],
): string {
  const hours = Math.floor(seconds / 3600)
  if (hours >= 48) return t('server.days', { count: Math.floor(hours / 24) })
  if (hours >= 1) return t('server.hours', { count: hours })
  return t('server.minutes', { count: Math.floor(seconds / 60) })
}
