import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { useRun } from '../../words/use-run.ts'
import { useWords } from '../../words/words.ts'

type AskServerProps = {
  readonly title: string
  readonly action: string
  readonly isDanger?: boolean | undefined
  /** What it throws is said here. */
  readonly onSubmit: () => Promise<void>
  readonly onClose: () => void
  /** Closes it, unless it goes on with what came of it. */
  readonly onDone?: (() => void) | undefined
  readonly children: ReactNode
}

/** A dialog whose one button asks the server for something; it closes when that is done. */
export function AskServer(props: AskServerProps) {
  const { title, action, isDanger = false, onSubmit, onClose } = props
  const { onDone = onClose } = props
  const { t } = useWords()
  const { run, isBusy, failure } = useRun()

  async function submit() {
    await onSubmit()
    onDone()
  }

  return (
    <Dialog
      title={title}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      <DialogForm onSubmit={() => void run(submit)}>
        {props.children}
        {failure !== undefined && <Notice isBad>{failure}</Notice>}
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            kind={isDanger ? 'danger' : 'primary'}
            type="submit"
            isPending={isBusy}
          >
            {action}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  )
}
