import type { Merging } from '../../acts/merge-dialog.tsx'
import type { LookupsAnswer, NamesAnswer } from '../../data/views/names.ts'
import { categoryChoices } from '../../ui/category-choices.tsx'
import type { Choice } from '../../ui/choice-field.tsx'

/** What a name may become: others of its kind that are in use. */
export function mergeChoices(
  merging: Merging | undefined,
  lookups: LookupsAnswer | undefined,
  names: NamesAnswer | undefined,
): readonly Choice[] {
  if (merging === undefined || lookups === undefined) return []
  const { of, from } = merging
  if (of === 'tag') {
    return (names?.tags ?? [])
      .filter(({ tag }) => tag !== from)
      .map(({ tag }) => ({ id: tag, name: tag }))
  }
  if (of === 'payee') {
    return lookups.payees
      .filter(each => each._id !== from && each.archived !== true)
      .map(each => ({ id: each._id, name: each.name }))
  }
  const type = lookups.categories.find(each => each._id === from)?.type
  return categoryChoices(
    lookups.categories.filter(
      each => each._id !== from && each.type === type && each.archived !== true,
    ),
  )
}
