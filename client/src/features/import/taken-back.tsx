import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { BatchUndone } from '../../data/statements.ts'
import { FileOutcome, FileRows } from '../../ui/file-outcome.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'

/** What was taken back, and what stays because somebody has edited it. */
export function TakenBack({ undone }: { readonly undone: BatchUndone }) {
  const { t } = useWords()
  const { done, kept, phase } = undone
  return (
    <>
      {phase === 'cancelled' && <Notice>{t('imports.takenBackPartly')}</Notice>}
      <FileOutcome
        lines={[
          {
            words: t('imports.takenBack', { count: done }),
            Icon: IconCheck,
            tone: 'good',
          },
          ...(kept.length === 0
            ? []
            : ([
                {
                  words: t('imports.kept', { count: kept.length }),
                  Icon: IconAlertTriangle,
                  tone: 'warning',
                },
              ] as const)),
        ]}
      />
      {kept.length > 0 && (
        <FileRows
          heads={[t('imports.keptOnes')]}
          rows={kept.map(({ words }) => [words])}
        />
      )}
    </>
  )
}
