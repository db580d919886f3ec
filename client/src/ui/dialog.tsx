import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from './button.tsx'
import styles from './overlay.module.css'

type DialogProps = {
  readonly title: string
  readonly closeLabel: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly isWide?: boolean | undefined
  /** Stays where it is when it grows. */
  readonly isAtTop?: boolean | undefined
  /** The title is only read out: what stands first says it. */
  readonly isUntitled?: boolean | undefined
  /** A press beside it leaves it where it is: what it shows is shown once. */
  readonly staysOpen?: boolean | undefined
}

/** In the middle of a desk, from below on a phone. */
export function Dialog({
  title,
  closeLabel,
  isOpen,
  onClose,
  children,
  isWide = false,
  isAtTop = false,
  isUntitled = false,
  staysOpen = false,
}: DialogProps) {
  return (
    <ModalOverlay
      className={`${styles['scrim']} ${isAtTop ? styles['atTop'] : ''}`}
      isOpen={isOpen}
      onOpenChange={open => {
        if (!open) onClose()
      }}
      isDismissable={!staysOpen}
    >
      <Modal className={`${styles['modal']} ${isWide ? styles['wide'] : ''}`}>
        <AriaDialog
          className={`${styles['dialog']} ${isUntitled ? styles['untitled'] : ''}`}
        >
          <header className={styles['head']}>
            <Heading
              slot="title"
              className={isUntitled ? 'visually-hidden' : ''}
            >
              {title}
            </Heading>
            <IconButton label={closeLabel} shortcut="Esc" onPress={onClose}>
              <IconX size={20} aria-hidden />
            </IconButton>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

type DialogFormProps = {
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/** Fields one below the other, and what its main button does. */
export function DialogForm({ onSubmit, children }: DialogFormProps) {
  return (
    <form
      className={styles['form']}
      // Not <form action>: React clears what was typed, even when we refuse it.
      onSubmit={event => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}

/** Buttons at the end of a dialog or form, the main one last. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>
}
