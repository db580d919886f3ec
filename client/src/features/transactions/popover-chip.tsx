import type { ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { Chip } from '../../ui/chip.tsx'
import field from '../../ui/field.module.css'
import styles from './transactions.module.css'

type PopoverChipProps = {
  readonly words: string
  readonly label: string
  readonly isOn: boolean
  readonly children: ReactNode
}

/** A chip that opens what it stands for. */
export function PopoverChip({
  words,
  label,
  isOn,
  children,
}: PopoverChipProps) {
  return (
    <DialogTrigger>
      <Chip isOn={isOn}>{words}</Chip>
      <Popover className={field['popover'] ?? ''} placement="bottom start">
        <Dialog className={styles['popover'] ?? ''} aria-label={label}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
