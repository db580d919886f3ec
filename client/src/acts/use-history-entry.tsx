import { IconHistory } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import type { MenuEntry } from '../ui/menu.tsx'
import { useWords } from '../words/words.ts'

/** In the menu of a record: the way to its history. */
export function useHistoryEntry(): (id: string) => MenuEntry {
  const { t } = useWords()
  const navigate = useNavigate()
  return id => ({
    id: 'history',
    name: t('history.ofRecord'),
    icon: <IconHistory size={18} aria-hidden />,
    onPress: () => void navigate(`/history/${id}`),
  })
}
