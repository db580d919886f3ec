import { IconCalendarPlus, IconTemplate } from '@tabler/icons-react'
import { useSearchParams } from 'react-router'
import { useMayWrite } from '../../acts/may-write.tsx'
import { useAgain } from '../../acts/use-again.ts'
import { useView } from '../../data/hooks.tsx'
import { useWords } from '../../words/words.ts'
import type { Command } from './command.ts'

/** What can be done with the record that is open beside the list. */
export function useRecordCommands(): readonly Command[] {
  const { t } = useWords()
  const { nameOf, isWhole, addToday, saveTemplate } = useAgain()
  const [search] = useSearchParams()
  const record = useView({ view: 'record', id: search.get('record') ?? '' })
  const doc = record?.doc
  const mayWrite = useMayWrite()
  if (!mayWrite) return []
  if (doc?.kind !== 'transaction' || doc._deleted === true) return []
  const name = nameOf(doc)
  const addAgain = {
    id: 'again',
    name: t('capture.againOf', { name }),
    icon: <IconCalendarPlus size={18} aria-hidden />,
    shortcut: 'A',
    run: () => void addToday(doc),
  }
  return [
    ...(isWhole(doc) ? [addAgain] : []),
    {
      id: 'save-template',
      name: t('capture.templateOf', { name }),
      icon: <IconTemplate size={18} aria-hidden />,
      run: () => void saveTemplate(doc),
    },
  ]
}
