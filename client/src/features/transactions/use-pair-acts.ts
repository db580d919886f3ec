import { joinIssues } from '@ourmoney/shared/transaction/join-pair.ts'
import { useActs } from '../../acts/use-acts.ts'
import type { Change } from '../../data/changes.ts'
import { LedgerError } from '../../data/ledger-error.ts'
import { showToast } from '../../ui/toasts.tsx'
import { useWords } from '../../words/words.ts'

export type PairIds = readonly [string, string]

/** Makes transfers of pairs and pairs of transfers; each says what it did, with a way back. False when it could not. */
export function usePairActs() {
  const { t } = useWords()
  const { save } = useActs()

  async function run(change: Change, words: string): Promise<boolean> {
    const receipt = await save([change], words, (failed, error) => {
      const issue =
        error instanceof LedgerError
          ? joinIssues.find(each => each === error.detail)
          : undefined
      showToast(issue === undefined ? failed : t(`problems.join_${issue}`))
    })
    return receipt !== undefined
  }

  return {
    join: (ids: PairIds) => run({ change: 'join', ids }, t('transfers.joined')),
    separate: (id: string) =>
      run({ change: 'separate', id }, t('transfers.separated')),
    keepApart: (ids: PairIds) =>
      run({ change: 'keep-apart', ids }, t('transfers.keptApart')),
  }
}
