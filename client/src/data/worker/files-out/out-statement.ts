import type { LocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import type {
  StatementBalance,
  StatementPart,
} from '@ourmoney/shared/statement/statement.ts'

/** A movement as other programs are told of it. */
export type OutMovement = {
  readonly id: string
  readonly date: LocalDate
  /** Minor units with the sign of the account: negative went out. */
  readonly minor: number
  /** QIF cannot say it: every reader takes that of the account. */
  readonly currency: string
  readonly description: string
  readonly payee?: string | undefined
  /** Name; `Home:Rent` is a branch. */
  readonly category?: string | undefined
  readonly notes?: string | undefined
  /** They sum to `minor`. */
  readonly parts?: readonly StatementPart[] | undefined
  /** Name of the account at the other end of a transfer. */
  readonly transferTo?: string | undefined
}

export type OutAccount = {
  /** IBAN, number, or id: one for each account. */
  readonly key: string
  readonly name: string
  readonly type: 'cash' | 'bank' | 'card' | 'savings' | 'loan' | 'other'
  readonly currency: string
}

/** The movements of one account, oldest first. */
export type OutStatement = {
  readonly account: OutAccount
  /** Days of the first and the last row. */
  readonly from: LocalDate
  readonly until: LocalDate
  readonly rows: AsyncIterable<OutMovement> | Iterable<OutMovement>
  /** What was in it at the end; absent where not all movements are written. */
  readonly closing?: StatementBalance | undefined
}

export type OutStatements = AsyncIterable<OutStatement> | Iterable<OutStatement>
