import { again, repeatableOf } from '@ourmoney/shared/capture/repeatable.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { useNavigate } from 'react-router'
import { useActs } from '../../acts/use-acts.ts'
import type { NewDoc } from '../../data/changes.ts'
import { today } from '../../ui/dates.ts'
import { useWords } from '../../words/words.ts'
import { givenAgain } from './given-again.ts'
import type { Names } from './use-names.ts'

/** Ways to write the same again: at once, or whenever it is wanted. */
export function useRepeat(names: Names) {
  const { t, locale } = useWords()
  const { save } = useActs()
  const navigate = useNavigate()

  function create(doc: NewDoc, words: string) {
    return save([{ change: 'create', doc }], words)
  }

  return {
    /** For today; what is missing is asked for in the form. */
    again: (doc: TransactionDoc) => {
      const fields = again(doc, today())
      if (fields === undefined) {
        const given = givenAgain(repeatableOf(doc), names.currencyOf, locale)
        return navigate(`/transactions?new=${doc.type}`, { state: { given } })
      }
      const name = doc.description || t(`common.${doc.type}`)
      return create(
        { kind: 'transaction', ...fields },
        t('capture.added', { name }),
      )
    },
    saveTemplate: (doc: TransactionDoc) => {
      const name = (doc.description.trim() || t(`common.${doc.type}`)).slice(
        0,
        120,
      )
      return create(
        { kind: 'template', name, draft: repeatableOf(doc) },
        t('capture.savedTemplate', { name }),
      )
    },
  }
}
