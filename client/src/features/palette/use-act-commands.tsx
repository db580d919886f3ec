import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useMayWrite } from '../../acts/may-write.tsx'
import { useView } from '../../data/hooks.tsx'
import { useActWords } from '../../words/use-act-words.ts'
import { useWords } from '../../words/words.ts'
import type { Command } from './command.ts'

/** What can be taken back and done again, named; nothing where there is none. */
export function useActCommands(
  onUndo: () => void,
  onRedo: () => void,
): readonly Command[] {
  const { t } = useWords()
  const actWords = useActWords()
  const acts = useView({ view: 'acts' })
  const mayWrite = useMayWrite()
  if (!mayWrite) return []
  return [
    ...(acts?.undo === undefined
      ? []
      : [
          {
            id: 'undo',
            name: t('acts.undo', { act: actWords(acts.undo) }),
            icon: <IconArrowBackUp size={18} aria-hidden />,
            shortcut: 'U',
            run: onUndo,
          },
        ]),
    ...(acts?.redo === undefined
      ? []
      : [
          {
            id: 'redo',
            name: t('acts.redo', { act: actWords(acts.redo) }),
            icon: <IconArrowForwardUp size={18} aria-hidden />,
            run: onRedo,
          },
        ]),
  ]
}
