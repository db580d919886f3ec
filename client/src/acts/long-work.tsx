import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/states.tsx'
import { useWords } from '../words/words.ts'
import styles from './long-work.module.css'

type LongWorkProps = {
  readonly label: string
  /** Absent until the first is done. */
  readonly progress: { readonly done: number; readonly all: number } | undefined
  readonly onCancel: () => void
}

/** Long work on its way, and its end before the end. */
export function LongWork({ label, progress, onCancel }: LongWorkProps) {
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
