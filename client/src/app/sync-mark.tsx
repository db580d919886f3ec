import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCloudOff,
  IconDeviceLaptop,
  IconLogin2,
  IconRefresh,
} from '@tabler/icons-react'
import type { SyncAnswer, SyncPhase } from '../data/views/sync.ts'
import { Mark } from '../ui/states.tsx'
import { useWords } from '../words/words.ts'

const words = {
  'local-only': 'shell.localOnly',
  syncing: 'shell.syncing',
  'up-to-date': 'shell.upToDate',
  offline: 'shell.offline',
  'needs-sign-in': 'shell.needsSignIn',
  'no-access': 'shell.noAccess',
  'ledger-deleted': 'shell.ledgerDeleted',
  quarantined: 'shell.quarantined',
  'ledger-full': 'shell.ledgerFull',
  'too-many-merges': 'shell.tooManyMerges',
  'storage-full': 'shell.storageFull',
  'storage-gone': 'shell.storageGone',
} as const satisfies Record<SyncPhase, string>

/** Icon, words and how loud, for one look at how sync stands. */
export function SyncMark({ sync }: { readonly sync: SyncAnswer }) {
  const { t } = useWords()
  const { phase, pending, refused } = sync
  if (refused.length > 0) {
    return (
      <Mark
        icon={<IconAlertTriangle size={16} aria-hidden />}
        words={t('shell.refused', { count: refused.length })}
        tone="bad"
      />
    )
  }
  const state = t(words[phase])
  const waiting =
    pending > 0 && phase !== 'local-only'
      ? ` · ${t('shell.pending', { count: pending })}`
      : ''
  return <Mark {...looks(phase)} words={`${state}${waiting}`} />
}

function looks(phase: SyncPhase) {
  switch (phase) {
    case 'local-only':
      return { icon: <IconDeviceLaptop size={16} aria-hidden /> }
    case 'syncing':
      return { icon: <IconRefresh size={16} aria-hidden /> }
    case 'up-to-date':
      return {
        icon: <IconCircleCheck size={16} aria-hidden />,
        tone: 'good',
      } as const
    case 'offline':
      return { icon: <IconCloudOff size={16} aria-hidden /> }
    case 'needs-sign-in':
      return {
        icon: <IconLogin2 size={16} aria-hidden />,
        tone: 'warning',
      } as const
    default:
      return {
        icon: <IconAlertTriangle size={16} aria-hidden />,
        tone: 'bad',
      } as const
  }
}
