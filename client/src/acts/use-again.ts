import { again, repeatableOf } from '@ourmoney/shared/capture/repeatable.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { today } from '../ui/dates.ts'
import { useWords } from '../words/words.ts'
import { useActs } from './use-acts.ts'

const longestName = 120

/** Ways to write a transaction again: at once, or whenever it is wanted. */
export function useAgain() {
  const { t } = useWords()
  const { save } = useActs()

  function nameOf({ description, type }: TransactionDoc): string {
    return description.trim() || t(`common.${type}`)
  }

  return {
    nameOf,
    /** Whether it has all that a new one needs. */
    isWhole: (doc: TransactionDoc) => again(doc, today()) !== undefined,
    /** Only of what is whole. */
    addToday: (doc: TransactionDoc) => {
      const fields = again(doc, today())
      if (fields === undefined) return undefined
      return save(
        [{ change: 'create', doc: { kind: 'transaction', ...fields } }],
        t('capture.added', { name: nameOf(doc) }),
      )
    },
    saveTemplate: (doc: TransactionDoc) => {
      const name = nameOf(doc).slice(0, longestName)
      const draft = repeatableOf(doc)
      return save(
        [{ change: 'create', doc: { kind: 'template', name, draft } }],
        t('capture.savedTemplate', { name }),
      )
    },
  }
}
