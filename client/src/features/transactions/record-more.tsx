import {
  IconCalendarPlus,
  IconDots,
  IconRepeat,
  IconTemplate,
} from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { useMayWrite } from '../../acts/may-write.tsx'
import { useHistoryEntry } from '../../acts/use-history-entry.tsx'
import { useLedger } from '../../data/hooks.tsx'
import { askAhead } from '../../data/shared-views.ts'
import { IconButton } from '../../ui/button.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useWords } from '../../words/words.ts'
import type { Names } from './use-names.ts'
import { useRepeat } from './use-repeat.ts'

type RecordMoreProps = {
  readonly doc: TransactionDoc
  readonly names: Names
}

/** What else can be done with a record. */
export function RecordMore({ doc, names }: RecordMoreProps) {
  const { t } = useWords()
  const { again, saveTemplate } = useRepeat(names)
  const historyOf = useHistoryEntry()
  const ledger = useLedger()
  const mayWrite = useMayWrite()
  const navigate = useNavigate()
  useShortcuts(mayWrite ? { a: () => void again(doc) } : {})
  const writing: readonly MenuEntry[] = [
    {
      id: 'again',
      name: t('capture.again'),
      icon: <IconCalendarPlus size={18} aria-hidden />,
      shortcut: 'A',
      onPress: () => void again(doc),
    },
    {
      id: 'template',
      name: t('capture.saveTemplate'),
      icon: <IconTemplate size={18} aria-hidden />,
      onPress: () => void saveTemplate(doc),
    },
    {
      id: 'recurring',
      name: t('recurring.makeOf'),
      icon: <IconRepeat size={18} aria-hidden />,
      onPress: () => void navigate(`/recurring?new=${doc._id}`),
    },
  ]
  return (
    <Menu
      label={t('common.more')}
      entries={[...(mayWrite ? writing : []), historyOf(doc._id)]}
      onOpen={() => void askAhead(ledger, [{ view: 'history', id: doc._id }])}
    >
      <IconButton label={t('common.more')}>
        <IconDots size={20} aria-hidden />
      </IconButton>
    </Menu>
  )
}
