import { useRef, useState } from 'react'
import type { Account } from '@ourmoney/shared/account/account.ts'
import { useLedger } from '../../data/hooks.tsx'
import type { AccountBalance, MergeProgress } from '../../data/ledger.ts'
import { Button } from '../../ui/button.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { Notice, Progress } from '../../ui/states.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import { AccountIcon } from './account-icon.tsx'
import styles from './accounts.module.css'

type MergeDialogProps = {
  readonly account: Account
  readonly balance: AccountBalance
  /** Open ones of its currency. */
  readonly others: readonly Account[]
  readonly onMerged: (into: string) => void
  readonly onClose: () => void
}

/** Lets another account take over this one: what that means, how far it is, and the way to stop. */
export function MergeDialog(props: MergeDialogProps) {
  const { account, balance, others, onMerged, onClose } = props
  const { t } = useWords()
  const [into, setInto] = useState<string>()
  const { progress, failure, merge, cancel } = useMerge(onMerged)
  const target = others.find(({ _id }) => _id === into)
  const { name } = account
  return (
    <Dialog
      title={t('accounts.mergeTitle', { name })}
      closeLabel={t('common.close')}
      isOpen
      onClose={progress === undefined ? onClose : cancel}
    >
      {progress === undefined ? (
        <form
          className={styles['form']}
          onSubmit={event => {
            event.preventDefault()
            if (target !== undefined) void merge(account, target)
          }}
        >
          <ComboField
            label={t('accounts.mergeInto')}
            value={into}
            choices={others.map(({ _id, name: called, type }) => ({
              id: _id,
              name: called,
              icon: <AccountIcon type={type} isBare />,
            }))}
            onChange={setInto}
          />
          <ul className={styles['points']}>
            <li>{t('accounts.mergeCount', { count: balance.count, name })}</li>
            <li>{t('accounts.mergeOpening')}</li>
            <li>{t('accounts.mergeTransfers')}</li>
            {balance.locked > 0 && (
              <li>{t('accounts.mergeLocked', { count: balance.locked })}</li>
            )}
          </ul>
          {failure !== undefined && <Notice isBad>{failure}</Notice>}
          <DialogActions>
            <Button onPress={onClose}>{t('common.cancel')}</Button>
            <Button
              kind="primary"
              type="submit"
              isDisabled={target === undefined}
            >
              {t('accounts.mergeNow')}
            </Button>
          </DialogActions>
        </form>
      ) : (
        <MergeRun progress={progress} onCancel={cancel} />
      )}
    </Dialog>
  )
}

type MergeRunProps = {
  readonly progress: MergeProgress
  readonly onCancel: () => void
}

function MergeRun({ progress, onCancel }: MergeRunProps) {
  const { t, locale } = useWords()
  const number = new Intl.NumberFormat(locale)
  return (
    <div className={styles['form']}>
      <Progress
        label={t('accounts.merging')}
        done={progress.done}
        all={progress.all}
        words={t('accounts.mergeProgress', {
          done: number.format(progress.done),
          all: number.format(progress.all),
        })}
      />
      <DialogActions>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </DialogActions>
    </div>
  )
}

/** A merge from its start to its end, of which one is under way at most. */
function useMerge(onMerged: (into: string) => void) {
  const { t } = useWords()
  const ledger = useLedger()
  const problem = useProblem()
  const [progress, setProgress] = useState<MergeProgress>()
  const [failure, setFailure] = useState<string>()
  const stop = useRef<AbortController>(undefined)

  async function merge(from: Account, into: Account) {
    const controller = new AbortController()
    stop.current = controller
    setFailure(undefined)
    setProgress({ phase: 'writing', done: 0, all: 0 })
    try {
      const done = await ledger.merge(
        { of: 'account', from: from._id, into: into._id },
        setProgress,
        controller.signal,
      )
      setProgress(undefined)
      if (done.phase === 'cancelled') {
        return setFailure(t('accounts.mergeStopped'))
      }
      showToast(t('accounts.merged', { from: from.name, into: into.name }), {
        name: t('common.undo'),
        onPress: () => ledger.undo(done.act),
      })
      onMerged(into._id)
    } catch (error) {
      setProgress(undefined)
      setFailure(problem(error))
    }
  }

  return {
    progress,
    failure,
    merge,
    cancel: () => stop.current?.abort(),
  }
}
