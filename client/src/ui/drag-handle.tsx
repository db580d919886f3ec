import { IconGripVertical } from '@tabler/icons-react'
import { Button } from 'react-aria-components/Button'
import styles from './drag-handle.module.css'

/** Where a row of a list is taken hold of, by pointer or by key. */
export function DragHandle({ label }: { readonly label: string }) {
  return (
    <Button slot="drag" className={styles['handle'] ?? ''} aria-label={label}>
      <IconGripVertical size={18} aria-hidden />
    </Button>
  )
}
