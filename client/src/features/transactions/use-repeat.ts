import { repeatableOf } from '@ourmoney/shared/capture/repeatable.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { useNavigate } from 'react-router'
import { useAgain } from '../../acts/use-again.ts'
import { useWords } from '../../words/words.ts'
import { givenAgain } from './given-again.ts'
import type { Names } from './use-names.ts'

/** Ways to write the same again; for today, what is missing is asked for in the form. */
export function useRepeat(names: Names) {
  const { locale } = useWords()
  const { isWhole, addToday, saveTemplate } = useAgain()
  const navigate = useNavigate()

  return {
    again: (doc: TransactionDoc) => {
      if (isWhole(doc)) return addToday(doc)
      const given = givenAgain(repeatableOf(doc), names.currencyOf, locale)
      return navigate(`/transactions?new=${doc.type}`, { state: { given } })
    },
    saveTemplate,
  }
}
