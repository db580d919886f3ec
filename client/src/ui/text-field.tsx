import type { ReactNode, RefObject } from 'react'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import styles from './field.module.css'

type TextFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly name?: string | undefined
  readonly type?: 'text' | 'password' | 'email' | undefined
  /** Which keys a phone shows. */
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'url' | undefined
  readonly autoComplete?: string | undefined
  readonly placeholder?: string | undefined
  /** Only read out: what stands around it says it. */
  readonly hasHiddenLabel?: boolean | undefined
  /** What is wrong with it, beside the field. */
  readonly issue?: string | undefined
  readonly note?: ReactNode
  readonly isMultiline?: boolean | undefined
  readonly autoFocus?: boolean | undefined
  readonly inputRef?: RefObject<HTMLInputElement | null> | undefined
}

export function TextField({
  label,
  value,
  onChange,
  name,
  type = 'text',
  inputMode = 'text',
  autoComplete = 'off',
  placeholder,
  hasHiddenLabel = false,
  issue,
  note,
  isMultiline = false,
  autoFocus = false,
  inputRef,
}: TextFieldProps) {
  return (
    <AriaTextField
      className={styles['field'] ?? ''}
      value={value}
      onChange={onChange}
      type={type}
      autoComplete={autoComplete}
      isInvalid={issue !== undefined}
      autoFocus={autoFocus}
      {...(name !== undefined && { name })}
    >
      <Label className={labelLook(hasHiddenLabel)}>{label}</Label>
      {isMultiline ? (
        <TextArea
          className={styles['input'] ?? ''}
          rows={3}
          dir="auto"
          placeholder={placeholder ?? ''}
        />
      ) : (
        <Input
          className={styles['input'] ?? ''}
          inputMode={inputMode}
          dir="auto"
          placeholder={placeholder ?? ''}
          {...(inputRef !== undefined && { ref: inputRef })}
        />
      )}
      <FieldNotes issue={issue} note={note} />
    </AriaTextField>
  )
}

export function labelLook(isHidden: boolean): string {
  return isHidden ? 'visually-hidden' : (styles['label'] ?? '')
}

type FieldNotesProps = {
  readonly issue: string | undefined
  readonly note?: ReactNode
}

/** Below a field: what is wrong, else what helps. */
export function FieldNotes({ issue, note }: FieldNotesProps) {
  if (issue !== undefined) {
    return (
      <Text slot="errorMessage" className={styles['issue'] ?? ''}>
        {issue}
      </Text>
    )
  }
  if (note === undefined) return null
  return (
    <Text slot="description" className={styles['note'] ?? ''}>
      {note}
    </Text>
  )
}
