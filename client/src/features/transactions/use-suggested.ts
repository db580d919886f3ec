import { takeTags } from '@ourmoney/shared/transaction/take-tags.ts'
import { useView } from '../../data/hooks.tsx'
import { noPayee, type Draft } from './draft.ts'
import type { Names } from './use-names.ts'

/**
 * What this description had last, until the person chooses: its payee, and the
 * category of the payee that was chosen, else the one that it had. Empty where
 * nothing is suggested.
 */
export function useSuggested(draft: Draft, isNew: boolean, names: Names) {
  const answer = useView({
    view: 'suggestion',
    description: takeTags(draft.description).text,
    type: draft.type === 'income' ? 'income' : 'expense',
  })
  const isFor = isNew && draft.type !== 'transfer'
  const payeeOf = (id: string | undefined) =>
    names.lookups?.payees.find(({ _id }) => _id === id)
  const last = payeeOf(answer?.payee)
  const payee =
    isFor && draft.payee === '' && last?.archived !== true
      ? (last?._id ?? '')
      : ''
  const category = [
    payeeOf(draft.payee)?.category,
    answer?.category,
    payeeOf(payee)?.category,
  ]
    .map(names.category)
    .find(each => each?.type === draft.type && each.archived !== true)
  return {
    payee,
    category: isFor && draft.category === '' ? (category?._id ?? '') : '',
  }
}

/** The payee that the form would save. */
export function chosenPayee({ payee }: Draft, suggested: string): string {
  return payee === noPayee ? '' : payee || suggested
}
