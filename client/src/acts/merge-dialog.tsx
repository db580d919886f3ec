import { useState, type ReactNode } from 'react'
import type { Merge } from '@ourmoney/shared/names/redirect.ts'
import { Button } from '../ui/button.tsx'
import type { Choice } from '../ui/choice-field.tsx'
import { ComboField } from '../ui/combo-field.tsx'
import { Dialog, DialogActions, DialogForm } from '../ui/dialog.tsx'
import { Notice } from '../ui/states.tsx'
import { useWords } from '../words/words.ts'
import { MergeRun } from './merge-run.tsx'
import { useMerge } from './use-merge.ts'

/** What is to become another, and which one if that is said already. */
export type Merging = Pick<Merge, 'of' | 'from'> & {
  readonly name: string
  readonly into?: string | undefined
}

type MergeDialogProps = {
  readonly merging: Merging
  readonly choices: readonly Choice[]
  /** What it means. */
  readonly children: ReactNode
  readonly onMerged?: ((into: string) => void) | undefined
  readonly onClose: () => void
}

/** From choosing what it becomes to the end of the work. */
export function MergeDialog(props: MergeDialogProps) {
  const { merging, choices, children, onMerged, onClose } = props
  const { t } = useWords()
  const { of, from, name } = merging
  const { progress, failure, run, cancel } = useMerge()
  const [into, setInto] = useState(merging.into)
  const target = choices.find(({ id }) => id === into)

  async function merge() {
    if (target === undefined) return
    const { id, name: called } = target
    const words = t('merge.merged', { from: name, into: called })
    if (!(await run({ of, from, into: id }, words))) return
    onClose()
    onMerged?.(id)
  }

  return (
    <Dialog
      title={t('merge.title', { name })}
      closeLabel={t('common.close')}
      isOpen
      // What was written stays, and can be undone.
      onClose={progress === undefined ? onClose : cancel}
    >
      {progress === undefined ? (
        <DialogForm onSubmit={() => void merge()}>
          <ComboField
            label={t('merge.into')}
            value={into}
            choices={choices}
            onChange={setInto}
          />
          {children}
          {failure !== undefined && <Notice isBad>{failure}</Notice>}
          <DialogActions>
            <Button onPress={onClose}>{t('common.cancel')}</Button>
            <Button
              kind="primary"
              type="submit"
              isDisabled={target === undefined}
            >
              {t('merge.now')}
            </Button>
          </DialogActions>
        </DialogForm>
      ) : (
        <MergeRun name={name} progress={progress} onCancel={cancel} />
      )}
    </Dialog>
  )
}
