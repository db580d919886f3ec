import { useState } from 'react'
import { receiptFileIssue } from '@ourmoney/shared/receipt/file-sort.ts'
import { useActs } from '../../acts/use-acts.ts'
import { useLedger } from '../../data/hooks.tsx'
import { LedgerError } from '../../data/ledger-error.ts'
import type { ReceiptsAnswer } from '../../data/views/record.ts'
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
  const { save, sayDone } = useActs()
  const problem = useProblem()
  const [keeping, setKeeping] = useState<string>()
  const [issues, setIssues] = useState<readonly string[]>([])

  async function keep(
    transaction: string,
    files: readonly File[],
  ): Promise<void> {
    const found: string[] = []
    for (const file of files) {
      setKeeping(file.name)
      try {
        const { act } = await ledger.addReceipt(transaction, file, file.name)
        sayDone(t('receipts.kept'), act)
      } catch (error) {
        found.push(notKept(file, error))
      }
    }
    setKeeping(undefined)
    setIssues(found)
  }

  /** Keeps what was chosen in a form that has just been saved; what fails is said. */
  async function attach(
    transaction: string,
    files: readonly File[],
  ): Promise<void> {
    for (const file of files) {
      try {
        await ledger.addReceipt(transaction, file, file.name)
      } catch (error) {
        showToast(notKept(file, error))
      }
    }
  }

  /** What is wrong with a file, before anything is saved. */
  async function look(file: File): Promise<string | undefined> {
    const head = new Uint8Array(await file.slice(0, 12).arrayBuffer())
    const issue = receiptFileIssue(file.size, head)
    return issue && notKept(file, new LedgerError(issue))
  }

  function notKept(file: File, error: unknown): string {
    return t('receipts.notKept', { name: file.name, problem: problem(error) })
  }

  function remove(id: string) {
    return save(
      [{ change: 'remove', target: { ids: [id] } }],
      t('receipts.removed'),
    )
  }

  return { keep, keeping, issues, attach, look, remove }
}
