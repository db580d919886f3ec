import type { TransactionType } from './transaction.ts'
import type { RecordState } from '../sync/record-state.ts'

/**
 * The one filter of the product: for the list, its totals, reports, export
 * and the REST API. An absent field does not restrict; arrays are "any of".
 */
export type TransactionFilter = {
  /** Words that must all occur, case and accents aside, in description, category, payee, tags, notes or amount. */
  readonly text?: string | undefined
  readonly types?: readonly TransactionType[] | undefined
  /** Category ids; `none` stands for transactions without one. */
  readonly categories?: readonly string[] | undefined
  readonly members?: readonly string[] | undefined
  readonly accounts?: readonly string[] | undefined
  readonly tags?: readonly string[] | undefined
  /** Bounds of the amount without its sign, in minor units, inclusive. */
  readonly fromMinor?: number | undefined
  readonly toMinor?: number | undefined
  /** A year `2026` or a month `2026-11`, which starts on the ledger's first day. */
  readonly period?: string | undefined
  /** Dates, inclusive. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly sync?: readonly RecordState[] | undefined
}
