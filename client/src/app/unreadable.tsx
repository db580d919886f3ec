import { useState } from 'react'
import { useLedger } from '../data/hooks.tsx'
import type { SyncAnswer, UnreadRecord } from '../data/views/sync.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/states.tsx'
import { showToast } from '../ui/toasts.tsx'
import { useProblem } from '../words/use-problem.ts'
import { useWords } from '../words/words.ts'

/** Records that cannot be read here, and what can be done about it. */
export default function Unreadable({ sync }: { readonly sync: SyncAnswer }) {
  const { t, locale } = useWords()
  const ledger = useLedger()
  const problem = useProblem()
  const [isBusy, setBusy] = useState(false)
  const { damaged, newer, phase } = sync
  const named = (records: readonly UnreadRecord[]) => ({
    count: records.length,
    names: new Intl.ListFormat(locale).format(
      records.slice(0, 5).map(({ name }) => name),
    ),
  })

  async function repair() {
    setBusy(true)
    try {
      const lost = await ledger.repair()
      showToast(
        lost.length === 0
          ? t('shell.repaired')
          : t('shell.repairLacks', named(lost)),
      )
    } catch (error) {
      showToast(problem(error))
    } finally {
      setBusy(false)
    }
  }

  const isGone = phase === 'storage-gone'
  return (
    <>
      {(isGone || damaged.length > 0) && (
        <Notice
          isBad
          actions={
            <Button isPending={isBusy} onPress={() => void repair()}>
              {t('shell.repair')}
            </Button>
          }
        >
          {isGone
            ? t('shell.storageGoneWords')
            : t('shell.damaged', named(damaged))}
        </Notice>
      )}
      {newer.length > 0 && <Notice>{t('shell.newer', named(newer))}</Notice>}
    </>
  )
}
