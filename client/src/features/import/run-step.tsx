import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/page.tsx'
import { Progress, Waiting } from '../../ui/states.tsx'
import { useProgressWords } from '../../words/use-progress-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'
import type { ImportState } from './import-state.ts'

type Running = Extract<
  ImportState,
  { readonly step: 'looking' | 'reading' | 'writing' }
>

type RunStepProps = {
  readonly state: Running
  readonly onCancel: () => void
}

/** A file that is read or written, how far it is, and the way out. */
export function RunStep({ state, onCancel }: RunStepProps) {
  const { t } = useWords()
  const words = useProgressWords()
  const { name } = state.step === 'looking' ? state.file : state.plan.file
  if (state.step === 'looking') {
    return (
      <div className={styles['looking']}>
        <Waiting label={t('imports.looking', { name })} />
        <p dir="auto" aria-hidden>
          {t('imports.looking', { name })}
        </p>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </div>
    )
  }
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
