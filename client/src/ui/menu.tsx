import type { ReactElement, ReactNode } from 'react'
import {
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
} from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import styles from './overlay.module.css'

export type MenuEntry = {
  readonly id: string
  readonly name: string
  readonly note?: string | undefined
  readonly icon?: ReactNode
  readonly shortcut?: string | undefined
  readonly isDanger?: boolean | undefined
  readonly onPress: () => void
}

type MenuProps = {
  readonly label: string
  /** The button that opens it. */
  readonly children: ReactElement
  readonly entries: readonly MenuEntry[]
  /** What is chosen in it may be got ready. */
  readonly onOpen?: (() => void) | undefined
}

export function Menu({ label, children, entries, onOpen }: MenuProps) {
  return (
    <MenuTrigger
      onOpenChange={isOpen => {
        if (isOpen) onOpen?.()
      }}
    >
      {children}
      <Popover className={styles['popover'] ?? ''}>
        <AriaMenu
          className={styles['menu'] ?? ''}
          aria-label={label}
          items={entries}
        >
          {entry => (
            <MenuItem
              className={`${styles['item']} ${entry.isDanger ? styles['danger'] : ''}`}
              id={entry.id}
              textValue={entry.name}
              onAction={entry.onPress}
            >
              {entry.icon}
              <span dir="auto">{entry.name}</span>
              {entry.note !== undefined && <small>{entry.note}</small>}
              {entry.shortcut !== undefined && <kbd>{entry.shortcut}</kbd>}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
