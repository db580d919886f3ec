import type { RefObject } from 'react'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import styles from './field.module.css'

type AmountFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly issue?: string | undefined
  /** What the typed sum comes to, as it would be stored. */
  readonly computed?: string | undefined
  readonly autoFocus?: boolean | undefined
  readonly inputRef?: RefObject<HTMLInputElement | null> | undefined
}

/** Takes amounts and sums of them as text; whoever owns the form reads it. */
export function AmountField({
  label,
  value,
  onChange,
  issue,
  computed,
  autoFocus = false,
  inputRef,
}: AmountFieldProps) {
  return (
    <AriaTextField
      className={styles['field'] ?? ''}
      value={value}
      onChange={onChange}
      autoComplete="off"
      isInvalid={issue !== undefined}
      autoFocus={autoFocus}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <Input
        className={`${styles['input']} ${styles['amount']}`}
        inputMode="decimal"
        placeholder="0"
        dir="ltr"
        enterKeyHint="next"
        {...(inputRef !== undefined && { ref: inputRef })}
      />
      {issue === undefined ? (
        <Text slot="description" className={styles['computed'] ?? ''}>
          {computed}
        </Text>
      ) : (
        <Text slot="errorMessage" className={styles['issue'] ?? ''}>
          {issue}
        </Text>
      )}
    </AriaTextField>
  )
}
