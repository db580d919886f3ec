import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { Mark, Notice } from '../ui/states.tsx'
import { useWords } from '../words/words.ts'

type ConflictProps = { readonly doc: Pick<Doc, '_id' | 'conflicts'> }

/** In a list: this record waits for somebody to choose. */
export function ConflictMark({ doc }: ConflictProps) {
  const { t } = useWords()
  if (!hasConflict({ doc })) return null
  return (
    <Link to={`/conflicts/${doc._id}`}>
      <Mark
        icon={<IconAlertTriangle size={16} aria-hidden />}
        words={t('conflicts.open')}
        tone="warning"
        isSmall
      />
    </Link>
  )
}

/** On a record: the same, with the way there. */
export function ConflictNotice({ doc }: ConflictProps) {
  const { t } = useWords()
  if (!hasConflict({ doc })) return null
  return (
    <Notice>
      {t('conflicts.waits')}{' '}
      <Link to={`/conflicts/${doc._id}`}>{t('conflicts.open')}</Link>
    </Notice>
  )
}

function hasConflict({ doc }: ConflictProps): boolean {
  return (doc.conflicts?.length ?? 0) > 0
}
