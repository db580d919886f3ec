import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'
import type { Files } from './use-files.ts'

/** Which file of several is in hand, and which come after it. */
export function FileSeries({ files }: { readonly files: Files }) {
  const { t, locale } = useWords()
  const { at, of, waiting } = files.queue
  if (of < 2) return null
  const number = new Intl.NumberFormat(locale)
  return (
    <p className={styles['series']}>
      {t('imports.fileOf', { at: number.format(at), of: number.format(of) })}
      {waiting.length > 0 && (
        <span dir="auto">
          {t('imports.afterwards', { names: namesOf(waiting, locale) })}
        </span>
      )}
    </p>
  )
}

/** Where none is in hand: those that wait, and going on with them. */
export function WaitingFiles({ files }: { readonly files: Files }) {
  const { t, locale } = useWords()
  const { waiting } = files.queue
  const [first] = waiting
  if (first === undefined) return null
  return (
    <Notice
      actions={
        <footer>
          <Button onPress={files.forget}>{t('imports.forgetWaiting')}</Button>
          <Button kind="primary" onPress={files.next}>
            {t('imports.nextFile', { name: first.name })}
          </Button>
        </footer>
      }
    >
      {t('imports.waiting', {
        count: waiting.length,
        names: namesOf(waiting, locale),
      })}
    </Notice>
  )
}

/** Names that are said; the others are counted. */
const mostNames = 4

function namesOf(files: readonly File[], locale: string): string {
  const names = files.slice(0, mostNames).map(({ name }) => name)
  const more = files.length - names.length
  const all = more > 0 ? [...names, `+${more}`] : names
  return new Intl.ListFormat(locale).format(all)
}
