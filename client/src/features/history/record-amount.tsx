import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { TransactionAmount } from '../../ui/transaction-amount.tsx'
import { useWords } from '../../words/words.ts'

/** Of a transaction its amount; of anything else nothing. */
export function RecordAmount({ doc }: { readonly doc: Doc }) {
  const { locale } = useWords()
  if (doc.kind !== 'transaction') return null
  const { type, minor, currency } = doc
  return <TransactionAmount {...{ type, minor, currency, locale }} />
}
