import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useLedger, useView } from '../data/hooks.tsx'
import { useLedgers } from '../data/ledgers.tsx'
import type { SyncAnswer } from '../data/views/sync.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogActions } from '../ui/dialog.tsx'
import { showToast } from '../ui/toasts.tsx'
import { useProblem } from '../words/use-problem.ts'
import { useWords } from '../words/words.ts'

type ForgetDialogProps = {
  readonly sync: SyncAnswer
  readonly onClose: () => void
}

/** Asks before a ledger goes from this device, and says what exists nowhere else. */
export default function ForgetDialog({ sync, onClose }: ForgetDialogProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { id } = useLedger()
  const { forget } = useLedgers()
  const problem = useProblem()
  const name = useView({ view: 'lookups' })?.ledger?.name ?? ''
  const [isBusy, setBusy] = useState(false)
  const alone = sync.pending + sync.refused.length

  async function remove() {
    setBusy(true)
    try {
      await forget(id)
      showToast(t('people.forgot', { name }))
      await navigate('/', { replace: true })
    } catch (error) {
      setBusy(false)
      showToast(problem(error))
    }
  }

  return (
    <Dialog
      title={t('people.forgetTitle', { name })}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      <p>{t('people.forgetWords')}</p>
      {alone > 0 && (
        <p>
          <strong>{t('people.forgetPending', { count: alone })}</strong>
        </p>
      )}
      <DialogActions>
        <Button onPress={onClose} autoFocus>
          {t('common.cancel')}
        </Button>
        <Button kind="danger" isPending={isBusy} onPress={() => void remove()}>
          {t('people.forget')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
