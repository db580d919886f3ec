import type { LastUse } from '@ourmoney/shared/capture/reading.ts'
import type { Moment, Usual } from '@ourmoney/shared/capture/usual.ts'
import type { TransactionType } from '@ourmoney/shared/transaction/transaction.ts'

/** The category, payee and account last used with this description; without one, what is usual at a moment. */
export type SuggestionQuery = {
  readonly view: 'suggestion'
  readonly description: string
  readonly type: TransactionType
  readonly moment?: Moment | undefined
}

export type SuggestionAnswer = {
  readonly category?: string | undefined
  readonly payee?: string | undefined
  readonly account?: string | undefined
  /** Descriptions that begin like it, the most frequent first, at most eight. */
  readonly descriptions: readonly string[]
  /** Habits that fit the moment, the best first, at most four. */
  readonly usual: readonly Usual[]
}

/** What each of these descriptions was last written with, by type; case and accents aside. */
export type LastUsesQuery = {
  readonly view: 'lastUses'
  readonly descriptions: readonly string[]
}

export type LastUsesAnswer = {
  readonly uses: readonly LastUse[]
}
