import { IconCalendarPlus, IconTemplate } from '@tabler/icons-react'
import { useSearchParams } from 'react-router'
import { again, repeatableOf } from '@ourmoney/shared/capture/repeatable.ts'
import { useActs } from '../../acts/use-acts.ts'
import { useView } from '../../data/hooks.tsx'
import type { NewDoc } from '../../data/changes.ts'
import { today } from '../../ui/dates.ts'
import { useWords } from '../../words/words.ts'

/** What can be done with the record that is open beside the list. */
export function useRecordCommands() {
  const { t } = useWords()
  const { save } = useActs()
  const [search] = useSearchParams()
  const record = useView({ view: 'record', id: search.get('record') ?? '' })
  const doc = record?.doc
  if (doc?.kind !== 'transaction' || doc._deleted === true) return []

  function create(made: NewDoc, words: string) {
    return save([{ change: 'create', doc: made }], words)
  }

  const name = doc.description.trim() || t(`common.${doc.type}`)
  const fields = again(doc, today())
  return [
    ...(fields === undefined
      ? []
      : [
          {
            id: 'again',
            name: t('capture.againOf', { name }),
            icon: <IconCalendarPlus size={18} aria-hidden />,
            shortcut: 'A',
            run: () =>
              void create(
                { kind: 'transaction', ...fields },
                t('capture.added', { name }),
              ),
          },
        ]),
    {
      id: 'save-template',
      name: t('capture.templateOf', { name }),
      icon: <IconTemplate size={18} aria-hidden />,
      run: () =>
        void create(
          {
            kind: 'template',
            name: name.slice(0, 120),
            draft: repeatableOf(doc),
          },
          t('capture.savedTemplate', { name }),
        ),
    },
  ]
}
