import { useState } from 'react'
import { useLedger } from '../../data/hooks.tsx'
import type { RefusedRecord } from '../../data/views/unsynced.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import styles from './doctor.module.css'
import { RecordList } from './record-list.tsx'
import { useRescue } from './use-rescue.ts'

type RefusedListProps = {
  readonly refused: readonly RefusedRecord[]
  readonly all: number
}

/** What the server will not have, why, and what can be done about it. */
export function RefusedList({ refused, all }: RefusedListProps) {
  const { t } = useWords()
  const ledger = useLedger()
  const problem = useProblem()
  const rescue = useRescue()
  const [isAsking, setAsking] = useState(false)
  const [busy, setBusy] = useState<'retry' | 'discard'>()
  const ids = refused.map(({ id }) => id)

  async function run(what: 'retry' | 'discard', work: () => Promise<void>) {
    setBusy(what)
    try {
      await work()
      setAsking(false)
    } catch (error) {
      showToast(problem(error))
    } finally {
      setBusy(undefined)
    }
  }

  return (
    <section
      className={styles['refused']}
      aria-label={t('doctor.refusedTitle')}
    >
      <h3>{t('doctor.refusedTitle')}</h3>
      <p>{t('doctor.refusedList')}</p>
      <RecordList
        records={refused}
        all={all}
        about={({ reason }) => t(reasonOf(reason), { reason })}
      />
      <footer className={styles['foot']}>
        <Button
          kind="primary"
          isPending={busy === 'retry'}
          onPress={() => void run('retry', () => ledger.retryRefused(ids))}
        >
          {t('common.retry')}
        </Button>
        <Button
          isPending={rescue.busy !== undefined}
          onPress={() => void rescue.save('unsynced')}
        >
          {t('doctor.saveThem')}
        </Button>
        <Button onPress={() => setAsking(true)}>{t('doctor.discard')}</Button>
      </footer>
      <Dialog
        title={t('doctor.discardTitle', { count: ids.length })}
        closeLabel={t('common.close')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
      >
        <p>{t('doctor.discardWords')}</p>
        <DialogActions>
          <Button onPress={() => setAsking(false)}>{t('common.cancel')}</Button>
          <Button
            isPending={rescue.busy !== undefined}
            onPress={() => void rescue.save('unsynced')}
          >
            {t('doctor.saveThem')}
          </Button>
          <Button
            kind="danger"
            isPending={busy === 'discard'}
            onPress={() =>
              void run('discard', () => ledger.discardRefused(ids))
            }
          >
            {t('doctor.discard')}
          </Button>
        </DialogActions>
      </Dialog>
    </section>
  )
}

const reasons = {
  role: 'doctor.why_role',
  'too-large': 'doctor.why_too-large',
  'too-many-leaves': 'doctor.why_too-many-leaves',
  schema: 'doctor.why_schema',
} as const

/** `code: words` of the server, in words that people read. */
function reasonOf(reason: string) {
  const code = reason.slice(0, reason.indexOf(':'))
  return Object.hasOwn(reasons, code)
    ? reasons[code as keyof typeof reasons]
    : 'doctor.why_other'
}
