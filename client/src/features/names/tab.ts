import { foldText, searchWords } from '@ourmoney/shared/transaction/filter.ts'
import type { LookupsAnswer, NamesAnswer } from '../../data/views/names.ts'
import type { Merging } from '../../acts/merge-dialog.tsx'
import type { Category } from './use-names-acts.ts'

/** What each of the three lists knows. */
export type TabProps = {
  readonly lookups: LookupsAnswer
  readonly names: NamesAnswer
  /** What is searched for. */
  readonly text: string
  readonly onMerge: (merging: Merging) => void
}

/** A category in its list. */
export type CategoryRow = {
  readonly category: Category
  readonly isChild: boolean
}

/** Whether a name has all the words that are searched for. */
export function finder(text: string): (name: string) => boolean {
  const words = searchWords(text)
  return name => words.every(word => foldText(name).includes(word))
}
