import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCloudOff,
  IconDeviceLaptop,
  IconRefresh,
} from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { useLedger } from '../../data/hooks.tsx'
import type { SyncAnswer } from '../../data/views/sync.ts'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/words.ts'
import styles from './doctor.module.css'
import { verdictOf, type Verdict } from './verdict.ts'

const looks = {
  looking: ['quiet', IconRefresh],
  storage: ['bad', IconAlertTriangle],
  damaged: ['bad', IconAlertTriangle],
  refused: ['bad', IconAlertTriangle],
  noAccess: ['bad', IconAlertTriangle],
  deleted: ['bad', IconAlertTriangle],
  disagree: ['warning', IconAlertTriangle],
  serverFull: ['warning', IconAlertTriangle],
  repairing: ['warning', IconAlertTriangle],
  signIn: ['warning', IconAlertTriangle],
  onlyHere: ['warning', IconDeviceLaptop],
  offline: ['quiet', IconCloudOff],
  sending: ['quiet', IconRefresh],
  safe: ['good', IconCircleCheck],
} as const satisfies Record<Verdict, readonly unknown[]>

/** The answer in one sentence, and the one thing to do about it. */
export function VerdictCard({ sync }: { readonly sync: SyncAnswer }) {
  const { t } = useWords()
  const verdict = verdictOf(sync)
  const [tone, Icon] = looks[verdict]
  const count = verdict === 'refused' ? sync.refused.length : sync.pending
  return (
    <section className={`${styles['verdict']} ${styles[tone] ?? ''}`}>
      <Icon size={32} stroke={1.75} aria-hidden />
      <div role="status">
        <h2>{t(`doctor.${verdict}`, { count })}</h2>
        <p>{t(`doctor.${verdict}Words`, { count })}</p>
      </div>
      <Remedy verdict={verdict} />
    </section>
  )
}

function Remedy({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const ledger = useLedger()
  switch (verdict) {
    case 'signIn':
      return (
        <Button kind="primary" onPress={() => void navigate('/sign-in')}>
          {t('settings.signIn')}
        </Button>
      )
    case 'onlyHere':
      return (
        <Button onPress={() => void navigate('/settings')}>
          {t('doctor.toSettings')}
        </Button>
      )
    case 'offline':
    case 'disagree':
    case 'serverFull':
    case 'repairing':
      return (
        <Button onPress={() => void ledger.syncNow()}>
          {t('common.retry')}
        </Button>
      )
    default:
      return null
  }
}
