import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react'
import { memo } from 'react'
import type { RecordState } from '@ourmoney/shared/sync/record-state.ts'
import { Mark } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'

const marks = {
  pending: { Icon: IconClock, tone: 'quiet' },
  synced: { Icon: IconCheck, tone: 'quiet' },
  conflicted: { Icon: IconAlertTriangle, tone: 'warning' },
  refused: { Icon: IconAlertTriangle, tone: 'bad' },
} as const satisfies Record<RecordState, unknown>

/** Nothing in a ledger that is on this device only. */
export const SyncOf = memo(function SyncOf({
  state,
  isSmall = true,
}: {
  readonly state: RecordState | undefined
  readonly isSmall?: boolean
}) {
  const { t } = useWords()
  if (state === undefined) return null
  const { Icon, tone } = marks[state]
  return (
    <Mark
      icon={<Icon size={16} aria-hidden />}
      words={t(`transactions.${state}`)}
      tone={tone}
      isSmall={isSmall}
    />
  )
})
