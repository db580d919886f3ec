import type { CareProgress } from '../../data/care.ts'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './doctor.module.css'

type CareRunProps = {
  readonly label: string
  readonly progress: CareProgress | undefined
  readonly onCancel: () => void
}

/** Long work with records on its way. */
export function CareRun({ label, progress, onCancel }: CareRunProps) {
  const { t, locale } = useWords()
  const { done, all } = progress ?? { done: 0, all: 1 }
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  return (
    <>
      <Progress
        label={label}
        done={done}
        all={all}
        words={percent.format(all === 0 ? 0 : done / all)}
      />
      <footer className={styles['foot']}>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </footer>
    </>
  )
}
