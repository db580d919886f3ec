import { IconCalendarPlus, IconTemplate } from '@tabler/icons-react'
import { useSearchParams } from 'react-router'
import { again, repeatableOf } from '@ourmoney/shared/capture/repeatable.ts'
import { useLedger, useView } from '../../data/hooks.tsx'
import type { NewDoc } from '../../data/ledger.ts'
import { today } from '../../ui/dates.ts'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'

/** What can be done with the record that is open beside the list. */
export function useRecordCommands() {
  const { t } = useWords()
  const ledger = useLedger()
  const problem = useProblem()
  const [search] = useSearchParams()
  const record = useView({ view: 'record', id: search.get('record') ?? '' })
  const doc = record?.doc
  if (doc?.kind !== 'transaction' || doc._deleted === true) return []

  async function create(made: NewDoc, words: string) {
    try {
      const receipt = await ledger.save([{ change: 'create', doc: made }])
      showToast(words, {
        name: t('common.undo'),
        onPress: () => ledger.undo(receipt.act),
      })
    } catch (error) {
      showToast(problem(error))
    }
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
