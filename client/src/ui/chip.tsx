import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import styles from './chip.module.css'

type ChipProps = {
  readonly children: ReactNode
  /** Something is chosen in it. */
  readonly isOn?: boolean | undefined
  readonly label?: string | undefined
  readonly onPress?: (() => void) | undefined
}

/** A small round button: a filter, a saved filter. Opens a popover where it stands in a trigger. */
export function Chip({ children, isOn = false, label, onPress }: ChipProps) {
  return (
    <Button
      className={`${styles['chip']} ${isOn ? styles['on'] : ''}`}
      {...(label !== undefined && { 'aria-label': label })}
      {...(onPress !== undefined && { onPress })}
    >
      {children}
    </Button>
  )
}
