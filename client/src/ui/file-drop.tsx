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
  /** Several at once are taken together; without it the first is. */
  readonly onFiles?: ((files: readonly File[]) => void) | undefined
}

/** A file, or several, chosen or dropped. */
export function FileDrop(props: FileDropProps) {
  const { label, accepts, choose, orDrop, onFile, onFiles } = props
  function take(files: readonly File[]): void {
    const [file] = files
    if (file === undefined) return
    if (onFiles === undefined) onFile(file)
    else onFiles(files)
  }
  return (
    <DropZone
      className={styles['drop'] ?? ''}
      aria-label={label}
      onDrop={event => {
        const dropped = event.items.filter(item => item.kind === 'file')
        // One that cannot be read any more leaves the page as it is.
        void Promise.all(dropped.map(item => item.getFile())).then(
          take,
          () => undefined,
        )
      }}
    >
      <IconFileImport size={32} stroke={1.5} aria-hidden />
      <FileTrigger
        acceptedFileTypes={accepts}
        allowsMultiple={onFiles !== undefined}
        onSelect={files => take([...(files ?? [])])}
      >
        <Button kind="primary">{choose}</Button>
      </FileTrigger>
      <span>{orDrop}</span>
    </DropZone>
  )
}
