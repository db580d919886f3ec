import { MergeDialog, type Merging } from '../../acts/merge-dialog.tsx'
import { useView } from '../../data/hooks.tsx'
import type { Choice } from '../../ui/choice-field.tsx'
import { useWords } from '../../words/words.ts'
import styles from './names.module.css'

type MergeNameProps = {
  readonly merging: Merging
  readonly choices: readonly Choice[]
  readonly onClose: () => void
}

/** Lets a category, a payee or a tag become another of its kind. */
export function MergeName(props: MergeNameProps) {
  const { t } = useWords()
  const { of, from, name } = props.merging
  const size = useView({ view: 'mergeSize', of, from })
  return (
    <MergeDialog {...props}>
      {size !== undefined && (
        <p className={styles['quiet']}>
          {t(of === 'tag' ? 'names.mergeTagWords' : 'names.mergeWords', {
            name,
            count: size.count,
          })}
        </p>
      )}
    </MergeDialog>
  )
}
