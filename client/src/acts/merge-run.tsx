import type { WorkProgress } from '../data/changes.ts'
import { Button } from '../ui/button.tsx'
import { DialogActions } from '../ui/dialog.tsx'
import { Progress } from '../ui/states.tsx'
import { useProgressWords } from '../words/use-progress-words.ts'
import { useWords } from '../words/words.ts'

type MergeRunProps = {
  readonly name: string
  readonly progress: WorkProgress
  readonly onCancel: () => void
}

/** A merge on its way. */
export function MergeRun({ name, progress, onCancel }: MergeRunProps) {
  const { t } = useWords()
  const words = useProgressWords()
  return (
    <>
      <Progress
        label={t('merge.merging', { name })}
        done={progress.done}
        all={progress.all}
        words={words(progress.done, progress.all)}
      />
      <DialogActions>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </DialogActions>
    </>
  )
}
