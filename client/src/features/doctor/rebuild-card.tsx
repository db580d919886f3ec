import { useState } from 'react'
import { useLedger } from '../../data/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { Card } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useWords } from '../../words/words.ts'
import { LongWork } from '../../acts/long-work.tsx'
import styles from './doctor.module.css'
import { useLongWork } from '../../acts/use-long-work.ts'
import { useRescue } from './use-rescue.ts'

/** The last resort: this device begins anew with what the server has. */
export function RebuildCard() {
  const { t } = useWords()
  const ledger = useLedger()
  const work = useLongWork()
  const rescue = useRescue()
  const [isOpen, setOpen] = useState(false)
  const [isSaved, setSaved] = useState(false)
  const needsFile = work.code === 'not-rescued' && !isSaved

  async function rebuild() {
    if ((await work.run(ledger.rebuild)) !== 'done') return
    setOpen(false)
    showToast(t('doctor.rebuilt'))
  }

  return (
    <Card title={t('doctor.rebuildTitle')}>
      <p>{t('doctor.rebuildWords')}</p>
      <footer className={styles['foot']}>
        <Button
          onPress={() => {
            setSaved(false)
            setOpen(true)
          }}
        >
          {t('doctor.rebuild')}
        </Button>
      </footer>
      <Dialog
        title={t('doctor.rebuildTitle')}
        closeLabel={t('common.close')}
        isOpen={isOpen}
        onClose={() => {
          work.cancel()
          setOpen(false)
        }}
      >
        <p>{t('doctor.rebuildAsk')}</p>
        {work.failure !== undefined && !isSaved && (
          <Notice isBad>{work.failure}</Notice>
        )}
        {isSaved && <Notice>{t('doctor.rebuildRescued')}</Notice>}
        {work.isRunning ? (
          <LongWork
            label={t('doctor.verifying')}
            progress={work.progress}
            onCancel={work.cancel}
          />
        ) : (
          <DialogActions>
            <Button onPress={() => setOpen(false)}>{t('common.cancel')}</Button>
            {needsFile ? (
              <Button
                kind="primary"
                isPending={rescue.busy !== undefined}
                onPress={() => void rescue.save('unsynced').then(setSaved)}
              >
                {t('doctor.rescueUnsynced')}
              </Button>
            ) : (
              <Button kind="danger" onPress={() => void rebuild()}>
                {t('doctor.rebuildNow')}
              </Button>
            )}
          </DialogActions>
        )}
      </Dialog>
    </Card>
  )
}
