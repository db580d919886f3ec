import type { WorkProgress } from '../data/changes.ts'
import { Button } from '../ui/button.tsx'
import { DialogActions } from '../ui/dialog.tsx'
import { Progress } from '../ui/states.tsx'
import { useWords } from '../words/words.ts'

type MergeRunProps = {
  readonly name: string
  readonly progress: WorkProgress
  readonly onCancel: () => void
}

/** A merge on its way. */
export function MergeRun({ name, progress, onCancel }: MergeRunProps) {
  const { t, locale } = useWords()
  const number = new Intl.NumberFormat(locale)
  return (
    <>
      <Progress
        label={t('merge.merging', { name })}
        done={progress.done}
        all={progress.all}
        words={t('merge.progress', {
          done: number.format(progress.done),
          all: number.format(progress.all),
        })}
      />
      <DialogActions>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </DialogActions>
    </>
  )
}
