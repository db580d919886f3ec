import { IconLock } from '@tabler/icons-react'
import type { Change, LockedChoice } from '../data/changes.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogActions } from '../ui/dialog.tsx'
import { useWords } from '../words/words.ts'
import styles from './shell.module.css'

type LockedDialogProps = {
  readonly changes: readonly Change[]
  /** Nothing where it is not to be changed after all. */
  readonly answer: (choice: LockedChoice | undefined) => void
}

/** The warning before something changes that a statement was reconciled with. */
export default function LockedDialog({ changes, answer }: LockedDialogProps) {
  const { t } = useWords()
  const isMany = changes.length > 1 || changes.some(isAboutMany)
  const isRemoval = changes.every(({ change }) => change === 'remove')
  return (
    <Dialog
      title={t('accounts.askTitle')}
      closeLabel={t('common.close')}
      isOpen
      onClose={() => answer(undefined)}
    >
      <p className={styles['asked']}>
        <IconLock size={20} aria-hidden />
        {t(isMany ? 'accounts.askMany' : 'accounts.askOne')}
      </p>
      <DialogActions>
        <Button onPress={() => answer(undefined)} autoFocus>
          {t('common.cancel')}
        </Button>
        {isMany && (
          <Button onPress={() => answer('skip')}>
            {t('accounts.askSkip')}
          </Button>
        )}
        {isRemoval ? (
          <Button kind="danger" onPress={() => answer('keep')}>
            {t('accounts.askRemove')}
          </Button>
        ) : (
          <>
            <Button onPress={() => answer('keep')}>
              {t('accounts.askKeep')}
            </Button>
            <Button kind="primary" onPress={() => answer('unlock')}>
              {t('accounts.askUnlock')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  )
}

function isAboutMany(change: Change): boolean {
  if (!('target' in change)) return false
  return !('ids' in change.target) || change.target.ids.length > 1
}
