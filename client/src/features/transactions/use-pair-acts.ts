import { joinIssues } from '@ourmoney/shared/transaction/join-pair.ts'
import { useLedger } from '../../data/hooks.tsx'
import { LedgerError, type Change } from '../../data/ledger.ts'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'

export type PairIds = readonly [string, string]

/** Makes transfers of pairs and pairs of transfers; each says what it did, with a way back. False when it could not. */
export function usePairActs() {
  const { t } = useWords()
  const ledger = useLedger()
  const problem = useProblem()

  async function run(change: Change, words: string): Promise<boolean> {
    try {
      const receipt = await ledger.save([change])
      showToast(words, {
        name: t('common.undo'),
        onPress: () => ledger.undo(receipt.act),
      })
      return true
    } catch (error) {
      const issue =
        error instanceof LedgerError
          ? joinIssues.find(each => each === error.detail)
          : undefined
      showToast(
        issue === undefined ? problem(error) : t(`problems.join_${issue}`),
      )
      return false
    }
  }

  return {
    join: (ids: PairIds) => run({ change: 'join', ids }, t('transfers.joined')),
    separate: (id: string) =>
      run({ change: 'separate', id }, t('transfers.separated')),
    keepApart: (ids: PairIds) =>
      run({ change: 'keep-apart', ids }, t('transfers.keptApart')),
  }
}
