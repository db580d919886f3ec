import { IconMicrophone, IconPlayerStopFilled } from '@tabler/icons-react'
import { useRef, type RefObject } from 'react'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { IconButton } from '../../ui/button.tsx'
import field from '../../ui/field.module.css'
import { FieldNotes } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import styles from './capture.module.css'
import { useDictation } from './use-dictation.ts'

type QuickFieldProps = {
  readonly text: string
  readonly issue: string | undefined
  readonly inputRef: RefObject<HTMLTextAreaElement | null>
  readonly onType: (text: string) => void
  /** In which line the caret stands, counted from 0. */
  readonly onCaret: (line: number) => void
  readonly onSubmit: () => void
}

/** Grows with its lines; Enter adds, Shift+Enter begins another line; can be dictated. */
export function QuickField({
  text,
  issue,
  inputRef,
  onType,
  onCaret,
  onSubmit,
}: QuickFieldProps) {
  const { t, locale } = useWords()
  const before = useRef('')
  const dictation = useDictation(locale, heard =>
    onType(`${before.current}${heard}`),
  )
  const isListening = dictation !== undefined && dictation.state !== 'off'
  const wrong =
    issue ?? (dictation?.issue && t(`capture.dictation_${dictation.issue}`))
  return (
    <TextField
      className={field['field'] ?? ''}
      value={text}
      onChange={onType}
      isInvalid={wrong !== undefined}
      autoComplete="off"
      aria-label={t('capture.line')}
      autoFocus
    >
      <div className={styles['fieldRow']}>
        <div className={styles['grows']} data-text={`${text}\n`}>
          <TextArea
            className={`${field['input']} ${styles['text']}`}
            ref={inputRef}
            rows={1}
            dir="auto"
            enterKeyHint="done"
            placeholder={t('capture.hint')}
            onSelect={({ currentTarget: { value, selectionStart } }) =>
              onCaret(value.slice(0, selectionStart).split('\n').length - 1)
            }
            onKeyDown={event => {
              const { key, shiftKey, nativeEvent } = event
              if (key !== 'Enter' || shiftKey || nativeEvent.isComposing) return
              event.preventDefault()
              dictation?.cancel()
              onSubmit()
            }}
          />
        </div>
        {dictation !== undefined && (
          <span className={isListening ? styles['hearing'] : ''}>
            <IconButton
              label={t(
                isListening ? 'capture.stopDictating' : 'capture.dictate',
              )}
              isPressed={isListening}
              onPress={() => {
                const isMore = text !== '' && !/\s$/u.test(text)
                before.current = isMore ? `${text} ` : text
                dictation.toggle()
              }}
            >
              {isListening ? (
                <IconPlayerStopFilled size={20} aria-hidden />
              ) : (
                <IconMicrophone size={20} aria-hidden />
              )}
            </IconButton>
          </span>
        )}
      </div>
      <FieldNotes
        issue={wrong}
        note={
          dictation?.state === 'here' ? (
            t('capture.listening')
          ) : dictation?.state === 'elsewhere' ? (
            t('capture.listeningElsewhere')
          ) : (
            <span className={styles['keys']}>{t('capture.keysHint')}</span>
          )
        }
      />
    </TextField>
  )
}
