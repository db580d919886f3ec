import { useState } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextField } from 'react-aria-components/TextField'
import { useWords } from '../../words/words.ts'
import styles from './names.module.css'

type NameFieldProps = {
  readonly name: string
  readonly onRename: (name: string) => void
  /** With a key: whoever goes on by keyboard goes on from here. */
  readonly onClose: (isByKey: boolean) => void
}

/** A name in its row, while it is rewritten: Enter keeps it, Esc does not. */
export function NameField({ name, onRename, onClose }: NameFieldProps) {
  const { t } = useWords()
  const [text, setText] = useState(name)

  function finish(isByKey: boolean) {
    const next = text.trim().slice(0, 120)
    if (next !== '' && next !== name) onRename(next)
    onClose(isByKey)
  }

  return (
    <TextField
      className={styles['rename'] ?? ''}
      aria-label={t('names.renameOf', { name })}
      value={text}
      onChange={setText}
      onBlur={() => finish(false)}
      onKeyDown={event => {
        if (event.key === 'Enter') {
          // The name that stands here then must not be pressed by it.
          event.preventDefault()
          finish(true)
        } else if (event.key === 'Escape') onClose(true)
        else event.continuePropagation()
      }}
      // Whoever renames begins to type at once.
      autoFocus
    >
      <Input dir="auto" onFocus={event => event.currentTarget.select()} />
    </TextField>
  )
}
