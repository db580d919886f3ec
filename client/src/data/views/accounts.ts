/** What is in each account at the end of a day. */
export type BalancesQuery = { readonly view: 'balances'; readonly date: string }

export type BalancesAnswer = {
  /** The ledger's currency. */
  readonly base: string
  /** Of all accounts in the ledger's currency, by rates of the day. */
  readonly totalMinor: number
  /** Accounts that the total leaves out for want of a rate. */
  readonly missing: readonly string[]
  /** In the order of the ledger. */
  readonly accounts: readonly AccountBalance[]
  /** Transactions that are in no account. */
  readonly without: number
}

export type AccountBalance = {
  readonly id: string
  readonly minor: number
  /** In the ledger's currency; `undefined` without a rate of that day. */
  readonly baseMinor: number | undefined
  /** Its transactions, whatever their day. */
  readonly count: number
  /** Those that the balance leaves out for want of a rate. */
  readonly lacking: number
  /** Those that were reconciled with a statement. */
  readonly locked: number
  /** Date of its newest transaction. */
  readonly lastDate: string | undefined
}

/** How far an account is with a statement that says what was in it at the end of a day. */
export type StatementQuery = {
  readonly view: 'statement'
  readonly account: string
  readonly date: string
}

export type StatementAnswer = {
  /** The opening balance with all that is ticked or locked until that day. */
  readonly clearedMinor: number
  /** Until that day: how many are ticked, and how many neither ticked nor locked. */
  readonly ticked: number
  readonly open: number
}
