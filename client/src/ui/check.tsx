import { IconCheck, IconMinus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './field.module.css'

type CheckProps = {
  readonly isSelected: boolean
  /** Of what it stands for some is selected, and some is not. */
  readonly isPartly?: boolean | undefined
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean | undefined
  /** What a screen reader says where nothing is written beside it. */
  readonly label?: string | undefined
  readonly children?: ReactNode
}

export function Check({
  isSelected,
  isPartly = false,
  onChange,
  isDisabled = false,
  label,
  children,
}: CheckProps) {
  function show(box: HTMLInputElement | null) {
    if (box !== null) box.indeterminate = isPartly
  }

  return (
    <label className={styles['check']}>
      <input
        ref={show}
        type="checkbox"
        className="visually-hidden"
        checked={isSelected}
        disabled={isDisabled}
        onChange={event => onChange(event.target.checked)}
        aria-label={label}
      />
      <span className={styles['tick']}>
        {isPartly ? (
          <IconMinus size={14} stroke={3} aria-hidden />
        ) : (
          <IconCheck size={14} stroke={3} aria-hidden />
        )}
      </span>
      {children}
    </label>
  )
}
