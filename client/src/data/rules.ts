import type { Rule } from '@ourmoney/shared/rule/rule.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { ActReceipt, WorkProgress } from './changes.ts'

export type RulesAsk = {
  /** As they are to be tried, saved or not; absent: all that the ledger has. */
  readonly rules?: readonly Rule[] | undefined
  readonly filter: TransactionFilter
  /** What has a category, payee, member or notes gets others; else only what has none. */
  readonly isReplacing: boolean
}

/** What rules would set of one transaction. */
export type RuleChange = {
  readonly id: string
  readonly description: string
  readonly date: string
  /** With the sign of the account. */
  readonly minor: number
  readonly currency: string
  readonly category: string | undefined
  /** Only what would be other than it is. */
  readonly set: Rule['set']
  /** The first rule that holds. */
  readonly rule: { readonly id: string; readonly name: string }
}

export type RulesPreview = {
  /** Transactions that would change. */
  readonly count: number
  /** Of those, the newest first. */
  readonly changes: readonly RuleChange[]
  /** They would, but a statement was reconciled with them: they stay as they are. */
  readonly locked: number
  /** Patterns that are none: their rules never hold. */
  readonly broken: readonly string[]
}

/** Rules, tried on what is there and applied to it. */
export type LedgerRules = {
  /** Writes nothing; tells of at most so many changes. */
  readonly previewRules: (ask: RulesAsk, most: number) => Promise<RulesPreview>
  /** One act; after a cancel what was written stays, and undo takes it back. Throws LedgerError. */
  readonly applyRules: (
    ask: RulesAsk,
    onProgress: (progress: WorkProgress) => void,
    signal: AbortSignal,
  ) => Promise<WorkProgress & ActReceipt>
}
