import { useRef, useState } from 'react'
import { useLedger } from '../../data/hooks.tsx'
import type { WorkProgress } from '../../data/changes.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { Notice, Progress } from '../../ui/states.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'

type EmptyDialogProps = {
  readonly count: number
  readonly onClose: () => void
}

/** Asks first: what it does nobody takes back. */
export function EmptyDialog({ count, onClose }: EmptyDialogProps) {
  const { t, locale } = useWords()
  const ledger = useLedger()
  const problem = useProblem()
  const [progress, setProgress] = useState<WorkProgress>()
  const [failure, setFailure] = useState<string>()
  const control = useRef<AbortController>(undefined)

  async function empty() {
    const stop = new AbortController()
    control.current = stop
    setFailure(undefined)
    setProgress({ phase: 'writing', done: 0, all: count })
    try {
      const { done } = await ledger.emptyTrash(
        Date.now() + 1,
        soFar => setProgress(now => now && soFar),
        stop.signal,
      )
      showToast(t('history.emptied', { count: done }))
      onClose()
    } catch (error) {
      setProgress(undefined)
      setFailure(problem(error))
    }
  }

  const cancel = () => control.current?.abort()
  const number = new Intl.NumberFormat(locale)
  return (
    <Dialog
      title={t('history.empty')}
      closeLabel={t('common.close')}
      isOpen
      onClose={progress === undefined ? onClose : cancel}
    >
      {progress === undefined ? (
        <>
          <p>{t('history.emptyAsk', { count })}</p>
          {failure !== undefined && <Notice isBad>{failure}</Notice>}
          <DialogActions>
            <Button onPress={onClose}>{t('common.cancel')}</Button>
            <Button kind="danger" onPress={() => void empty()}>
              {t('history.emptyNow')}
            </Button>
          </DialogActions>
        </>
      ) : (
        <>
          <Progress
            label={t('history.emptying')}
            done={progress.done}
            all={progress.all}
            words={t('shell.ofRecords', {
              done: number.format(progress.done),
              all: number.format(progress.all),
            })}
          />
          <DialogActions>
            <Button onPress={cancel}>{t('common.cancel')}</Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  )
}
