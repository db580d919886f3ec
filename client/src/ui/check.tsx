import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './field.module.css'

type CheckProps = {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  /** What a screen reader says where nothing is written beside it. */
  readonly label?: string | undefined
  readonly children?: ReactNode
}

export function Check({ isSelected, onChange, label, children }: CheckProps) {
  return (
    <label className={styles['check']}>
      <input
        type="checkbox"
        className="visually-hidden"
        checked={isSelected}
        onChange={event => onChange(event.target.checked)}
        aria-label={label}
      />
      <span className={styles['tick']}>
        <IconCheck size={14} stroke={3} aria-hidden />
      </span>
      {children}
    </label>
  )
}
