import type { TransactionDoc } from '../sync/kinds.ts'

/** What a change of category does to split transactions: leaves them, or changes all their parts. */
export type PartsChoice = 'leave' | 'change'

/** What to set so that a transaction gets a category; nothing where it does not apply. */
export function recategorise(
  { type, splits = [] }: Pick<TransactionDoc, 'type' | 'splits'>,
  category: string | undefined,
  choice: PartsChoice,
): Pick<TransactionDoc, 'category' | 'splits'> {
  // A transfer is neither spent nor earned on anything.
  if (type === 'transfer') return {}
  if (splits.length === 0) return { category }
  if (choice === 'leave') return {}
  return { splits: splits.map(part => ({ ...part, category })) }
}
