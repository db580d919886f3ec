import type { LocalDate } from '../calendar/local-date.ts'
import type { AmountIssue } from '../money/parse-amount.ts'
import type { TransactionType } from '../transaction/transaction.ts'

export type QuickLanguage = 'en' | 'pt'

/** Characters of a line, `[from, to)`, counted from 0. */
export type Span = { readonly from: number; readonly to: number }

export type QuickPart =
  | 'type'
  | 'amount'
  | 'description'
  | 'date'
  | 'account'
  | 'toAccount'
  | 'category'
  | 'member'
  | 'payee'
  | 'tags'

export type QuickAccount = {
  readonly _id: string
  readonly name: string
  readonly type: 'cash' | 'bank' | 'card' | 'savings' | 'loan' | 'other'
  readonly currency: string
  readonly closed?: boolean | undefined
}

export type QuickCategory = {
  readonly _id: string
  readonly name: string
  readonly type: 'expense' | 'income'
  readonly archived?: boolean | undefined
}

export type QuickMember = {
  readonly _id: string
  readonly name: string
  readonly archived?: boolean | undefined
}

export type QuickPayee = QuickMember & {
  readonly category?: string | undefined
}

/** What a description was last written with. */
export type LastUse = {
  readonly type: TransactionType
  /** As it was spelled then. */
  readonly description: string
  readonly category?: string | undefined
  readonly account?: string | undefined
}

/** What a line is read against. The same object for many lines: names are sorted once for each. */
export type QuickContext = {
  readonly language: QuickLanguage
  readonly locale: string
  readonly today: LocalDate
  readonly currency: string
  readonly accounts: readonly QuickAccount[]
  readonly categories: readonly QuickCategory[]
  readonly members: readonly QuickMember[]
  readonly payees: readonly QuickPayee[]
  readonly tags: readonly string[]
  /** Newest first; case and accents of the description aside. */
  readonly lastUses: (description: string) => readonly LastUse[]
  /** Where a line names none. */
  readonly defaults: {
    readonly account?: string | undefined
    readonly member?: string | undefined
  }
}

export type QuickParts = {
  readonly type: TransactionType
  /** Whole minor units; negative for a refund. Absent where no amount was found. */
  readonly minor?: number | undefined
  readonly currency: string
  readonly description: string
  readonly date: LocalDate
  readonly account?: string | undefined
  readonly toAccount?: string | undefined
  readonly category?: string | undefined
  readonly member?: string | undefined
  readonly payee?: string | undefined
  readonly tags: readonly string[]
}

/** Parts that a person has put right; they stand, whatever the line says. */
export type QuickCorrections = Partial<QuickParts>

export type QuickIssue = {
  readonly code:
    | Exclude<AmountIssue['code'], 'empty'>
    | 'empty'
    | 'no-amount'
    | 'several-amounts'
    | 'zero'
    | 'no-description'
    | 'not-a-date'
    | 'unknown-account'
    | 'no-account'
    | 'same-account'
    | 'two-currencies'
    | 'too-long'
  readonly part: QuickPart | undefined
  /** The text it is about. */
  readonly span?: Span | undefined
}

export type QuickReading = {
  readonly parts: QuickParts
  /** By part, the text it was understood from; a part that was assumed has none. */
  readonly spans: Partial<Record<QuickPart, readonly Span[]>>
  /** Why it cannot be saved yet; empty when it can. */
  readonly issues: readonly QuickIssue[]
}
