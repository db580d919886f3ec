import { IconSearch, IconX } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField'
import styles from './field.module.css'

type SearchFieldProps = {
  readonly label: string
  readonly clearLabel: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly inputRef?: RefObject<HTMLInputElement | null> | undefined
}

export function SearchField({
  label,
  clearLabel,
  value,
  onChange,
  inputRef,
}: SearchFieldProps) {
  return (
    <AriaSearchField
      className={styles['field'] ?? ''}
      aria-label={label}
      value={value}
      onChange={onChange}
    >
      <Group className={`${styles['box']} ${styles['search']}`}>
        <IconSearch size={18} aria-hidden />
        <Input
          className={styles['input'] ?? ''}
          placeholder={label}
          dir="auto"
          {...(inputRef !== undefined && { ref: inputRef })}
        />
        {value !== '' && (
          <Button className={styles['opener'] ?? ''} aria-label={clearLabel}>
            <IconX size={16} aria-hidden />
          </Button>
        )}
      </Group>
    </AriaSearchField>
  )
}
