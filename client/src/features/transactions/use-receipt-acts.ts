import { useState } from 'react'
import { useLedger } from '../../data/hooks.tsx'
import type { ReceiptsAnswer } from '../../data/ledger.ts'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'

export type ShownReceipt = ReceiptsAnswer['receipts'][number]

/** What a file dialog offers; what a file really is decides the ledger. */
export const receiptFiles = ['image/*', 'application/pdf'] as const

/** Keeps and deletes receipts; what could not be kept is said by file. */
export function useReceiptActs() {
  const { t } = useWords()
  const ledger = useLedger()
  const problem = useProblem()
  const [keeping, setKeeping] = useState<string>()
  const [issues, setIssues] = useState<readonly string[]>([])

  /** Those of the files that could not be kept. */
  async function keep(
    transaction: string,
    files: readonly File[],
  ): Promise<readonly File[]> {
    const failed: File[] = []
    const found: string[] = []
    for (const file of files) {
      setKeeping(file.name)
      try {
        const { act } = await ledger.addReceipt(transaction, file, file.name)
        showToast(t('receipts.kept'), {
          name: t('common.undo'),
          onPress: () => void ledger.undo(act),
        })
      } catch (error) {
        failed.push(file)
        found.push(
          t('receipts.notKept', { name: file.name, problem: problem(error) }),
        )
      }
    }
    setKeeping(undefined)
    setIssues(found)
    return failed
  }

  async function remove(id: string): Promise<void> {
    try {
      const { act } = await ledger.save([
        { change: 'remove', target: { ids: [id] } },
      ])
      showToast(t('receipts.removed'), {
        name: t('common.undo'),
        onPress: () => void ledger.undo(act),
      })
    } catch (error) {
      showToast(problem(error))
    }
  }

  return { keep, keeping, issues, remove }
}
