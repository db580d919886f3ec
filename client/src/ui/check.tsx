import { IconCheck, IconMinus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Checkbox } from 'react-aria-components/Checkbox'
import styles from './field.module.css'

type CheckProps = {
  readonly isSelected: boolean
  readonly isPartly?: boolean | undefined
  readonly onChange: (isSelected: boolean) => void
  /** What a screen reader says where nothing is written beside it. */
  readonly label?: string | undefined
  readonly children?: ReactNode
}

export function Check({
  isSelected,
  isPartly = false,
  onChange,
  label,
  children,
}: CheckProps) {
  return (
    <Checkbox
      className={styles['check'] ?? ''}
      isSelected={isSelected}
      isIndeterminate={isPartly}
      onChange={onChange}
      {...(label !== undefined && { 'aria-label': label })}
    >
      <span className={styles['tick']}>
        {isPartly ? (
          <IconMinus size={14} stroke={3} aria-hidden />
        ) : (
          <IconCheck size={14} stroke={3} aria-hidden />
        )}
      </span>
      {children}
    </Checkbox>
  )
}
