import type { RefObject } from 'react'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import field from '../../ui/field.module.css'
import { FieldNotes } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import styles from './capture.module.css'

type QuickFieldProps = {
  readonly text: string
  readonly issue: string | undefined
  readonly inputRef: RefObject<HTMLTextAreaElement | null>
  readonly onType: (text: string) => void
  /** In which line the caret stands, counted from 0. */
  readonly onCaret: (line: number) => void
  readonly onSubmit: () => void
}

/** Grows with its lines; Enter adds, Shift+Enter begins another line. */
export function QuickField({
  text,
  issue,
  inputRef,
  onType,
  onCaret,
  onSubmit,
}: QuickFieldProps) {
  const { t } = useWords()
  return (
    <TextField
      className={field['field'] ?? ''}
      value={text}
      onChange={onType}
      isInvalid={issue !== undefined}
      autoComplete="off"
      aria-label={t('capture.line')}
      autoFocus
    >
      <div className={styles['grows']} data-text={`${text}\n`}>
        <TextArea
          className={`${field['input']} ${styles['text']}`}
          ref={inputRef}
          rows={1}
          dir="auto"
          enterKeyHint="done"
          placeholder={t('capture.hint')}
          onSelect={({ currentTarget }) => {
            const before = currentTarget.value.slice(
              0,
              currentTarget.selectionStart,
            )
            onCaret(before.split('\n').length - 1)
          }}
          onKeyDown={event => {
            const { key, shiftKey, nativeEvent } = event
            if (key !== 'Enter' || shiftKey || nativeEvent.isComposing) return
            event.preventDefault()
            onSubmit()
          }}
        />
      </div>
      <FieldNotes
        issue={issue}
        note={<span className={styles['keys']}>{t('capture.keysHint')}</span>}
      />
    </TextField>
  )
}
