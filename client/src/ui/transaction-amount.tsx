import type { TransactionType } from '@ourmoney/shared/transaction/transaction.ts'
import { Amount } from './amount.tsx'

type TransactionAmountProps = {
  readonly type: TransactionType
  /** As it is stored: positive in the ordinary case. */
  readonly minor: number
  readonly currency: string
  readonly locale: string
}

/** What goes out with a minus, what comes in with a plus, what is only moved with neither. */
export function TransactionAmount({
  type,
  minor,
  currency,
  locale,
}: TransactionAmountProps) {
  const isTransfer = type === 'transfer'
  const signed = type === 'expense' ? -minor : minor
  return (
    <Amount
      minor={signed}
      currency={currency}
      locale={locale}
      sign={isTransfer ? 'never' : 'always'}
      isIncome={!isTransfer && signed > 0}
    />
  )
}
