import type { ReactNode } from 'react'
import { TransactionsScreen } from './transactions-page.tsx'

type AccountListProps = {
  readonly account: string
  /** The day of a statement that is being compared. */
  readonly statementDate: string | undefined
  /** Stays in sight above the list. */
  readonly bar: ReactNode
}

/** The list of transactions as one account sees it, with its running balance. */
export default function AccountList(props: AccountListProps) {
  return <TransactionsScreen {...props} />
}
