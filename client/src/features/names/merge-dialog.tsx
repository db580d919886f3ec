import { useState } from 'react'
import type { Merge } from '@ourmoney/shared/names/redirect.ts'
import { useView } from '../../data/hooks.tsx'
import type { MergeProgress } from '../../data/ledger.ts'
import { Button } from '../../ui/button.tsx'
import type { Choice } from '../../ui/choice-field.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { Notice, Progress } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './names.module.css'
import { useMerge } from './use-merge.ts'

/** What is to become another, and which one if that is said already. */
export type Merging = Pick<Merge, 'of' | 'from'> & {
  readonly name: string
  readonly into?: string | undefined
}

type MergeDialogProps = {
  readonly merging: Merging
  readonly choices: readonly Choice[]
  readonly onClose: () => void
}

/** From choosing what it becomes to the end of the work. */
export function MergeDialog({ merging, choices, onClose }: MergeDialogProps) {
  const { t } = useWords()
  const { of, from, name } = merging
  const { progress, failure, run, cancel } = useMerge()
  const size = useView({ view: 'mergeSize', of, from })
  const [into, setInto] = useState(merging.into)
  const target = choices.find(({ id }) => id === into)

  async function merge() {
    if (target === undefined) return
    const { id, name: called } = target
    const words = t('names.merged', { from: name, into: called })
    if (await run({ of, from, into: id }, words)) onClose()
  }

  return (
    <Dialog
      title={t('names.mergeTitle', { name })}
      closeLabel={t('common.close')}
      isOpen
      onClose={() => {
        // What was written stays, and can be undone.
        cancel()
        if (progress === undefined) onClose()
      }}
    >
      {progress === undefined ? (
        <form
          className={styles['form']}
          onSubmit={event => {
            event.preventDefault()
            void merge()
          }}
        >
          <ComboField
            label={t('names.mergeInto')}
            value={into}
            choices={choices}
            onChange={setInto}
          />
          {size !== undefined && (
            <p className={styles['quiet']}>
              {t(of === 'tag' ? 'names.mergeTagWords' : 'names.mergeWords', {
                name,
                count: size.count,
              })}
            </p>
          )}
          {failure !== undefined && <Notice isBad>{failure}</Notice>}
          <DialogActions>
            <Button onPress={onClose}>{t('common.cancel')}</Button>
            <Button
              kind="primary"
              type="submit"
              isDisabled={target === undefined}
            >
              {t('names.mergeNow')}
            </Button>
          </DialogActions>
        </form>
      ) : (
        <MergeRun name={name} progress={progress} onCancel={cancel} />
      )}
    </Dialog>
  )
}

type MergeRunProps = {
  readonly name: string
  readonly progress: MergeProgress
  readonly onCancel: () => void
}

/** A merge on its way. */
export function MergeRun({ name, progress, onCancel }: MergeRunProps) {
  const { t, locale } = useWords()
  const number = new Intl.NumberFormat(locale)
  return (
    <div className={styles['form']}>
      <Progress
        label={t('names.merging', { name })}
        done={progress.done}
        all={progress.all}
        words={t('names.mergeProgress', {
          done: number.format(progress.done),
          all: number.format(progress.all),
        })}
      />
      <DialogActions>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </DialogActions>
    </div>
  )
}
