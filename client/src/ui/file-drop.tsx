import { IconFileImport } from '@tabler/icons-react'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button } from './button.tsx'
import styles from './file.module.css'

type FileDropProps = {
  readonly label: string
  /** Endings and media types that the dialog offers. */
  readonly accepts: readonly string[]
  readonly choose: string
  readonly orDrop: string
  readonly onFile: (file: File) => void
}

/** One file, chosen or dropped. */
export function FileDrop(props: FileDropProps) {
  const { label, accepts, choose, orDrop, onFile } = props
  function take(file: File | undefined): void {
    if (file !== undefined) onFile(file)
  }
  return (
    <DropZone
      className={styles['drop'] ?? ''}
      aria-label={label}
      onDrop={event => {
        const dropped = event.items.find(item => item.kind === 'file')
        void dropped?.getFile().then(take)
      }}
    >
      <IconFileImport size={32} stroke={1.5} aria-hidden />
      <FileTrigger
        acceptedFileTypes={accepts}
        onSelect={files => take(files?.[0])}
      >
        <Button kind="primary">{choose}</Button>
      </FileTrigger>
      <span>{orDrop}</span>
    </DropZone>
  )
}
