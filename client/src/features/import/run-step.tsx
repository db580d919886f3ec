import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/page.tsx'
import { Progress } from '../../ui/states.tsx'
import { useProgressWords } from '../../words/use-progress-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'
import type { ImportState } from './import-state.ts'

type RunStepProps = {
  readonly state: Extract<ImportState, { readonly step: 'reading' | 'writing' }>
  readonly onCancel: () => void
}

/** A file that is read or written, how far it is, and the way out. */
export function RunStep({ state, onCancel }: RunStepProps) {
  const { t } = useWords()
  const words = useProgressWords()
  const { name } = state.plan.file
  return (
    <>
      <h1>{t('imports.title')}</h1>
      <Card>
        {state.step === 'reading' ? (
          <Progress
            label={t('imports.reading', { name })}
            done={state.progress?.bytesRead ?? 0}
            all={state.progress?.bytesAll ?? 1}
            words={t('imports.readRows', { count: state.progress?.rows ?? 0 })}
          />
        ) : (
          <Progress
            label={t('imports.writing', { name })}
            done={state.progress?.done ?? 0}
            all={state.progress?.all ?? 1}
            words={words(state.progress?.done ?? 0, state.progress?.all ?? 0)}
          />
        )}
        <footer className={styles['foot']}>
          <Button onPress={onCancel}>{t('common.cancel')}</Button>
        </footer>
      </Card>
    </>
  )
}
