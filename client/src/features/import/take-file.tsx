import { IconClipboardText } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Card } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useStable } from '../../ui/use-stable.ts'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'

type TakeFileProps = {
  readonly failure: string | undefined
  /** Beside it: what waits, and what was left. */
  readonly children?: ReactNode
  readonly onFiles: (files: readonly File[]) => void
}

/** Files that are chosen, dropped or pasted, or the text of one. */
export function TakeFile({ failure, children, onFiles }: TakeFileProps) {
  const { t } = useWords()
  const [isPasting, setPasting] = useState(false)
  const [text, setText] = useState('')

  const takeText = useStable((pasted: string) => {
    if (pasted.trim() === '') return
    onFiles([new File([pasted], t('imports.pastedName'))])
  })
  usePaste(onFiles, takeText)

  return (
    <Card>
      <p>{t('imports.takeWords')}</p>
      {failure !== undefined && <Notice isBad>{failure}</Notice>}
      {children}
      <FileDrop
        label={t('imports.title')}
        accepts={[]}
        choose={t('imports.choose')}
        orDrop={t('imports.orDrop')}
        onFile={file => onFiles([file])}
        onFiles={onFiles}
      />
      {isPasting ? (
        <DialogForm onSubmit={() => takeText(text)}>
          <TextField
            label={t('imports.pasteLabel')}
            note={t('imports.pasteNote')}
            value={text}
            onChange={setText}
            isMultiline
            autoFocus
          />
          <DialogActions>
            <Button onPress={() => setPasting(false)}>
              {t('common.cancel')}
            </Button>
            <Button
              kind="primary"
              type="submit"
              isDisabled={text.trim() === ''}
            >
              {t('imports.pasteGo')}
            </Button>
          </DialogActions>
        </DialogForm>
      ) : (
        <div className={styles['line']}>
          <Button kind="plain" onPress={() => setPasting(true)}>
            <IconClipboardText size={18} aria-hidden />
            {t('imports.paste')}
          </Button>
        </div>
      )}
    </Card>
  )
}

/** What is pasted while nobody types. */
function usePaste(
  onFiles: (files: readonly File[]) => void,
  onText: (text: string) => void,
): void {
  const take = useStable((event: ClipboardEvent) => {
    const target = event.target instanceof Element ? event.target : undefined
    if (target?.closest('input, textarea') || !event.clipboardData) return
    const files = [...event.clipboardData.files]
    if (files.length === 0) onText(event.clipboardData.getData('text/plain'))
    else onFiles(files)
  })
  useEffect(() => {
    window.addEventListener('paste', take)
    return () => window.removeEventListener('paste', take)
  }, [take])
}
