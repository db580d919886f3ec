import type { MissingRates } from '@ourmoney/shared/report/base-totals.ts'
import type { ChartSpec } from '../../ui/chart/spec.ts'

/** What a report answers, in words, as a drawing and as a table, whatever shows it. */
export type ReportContent = {
  /** The answer. */
  readonly sentence: string
  /** What else there is to know of it. */
  readonly notes?: readonly string[] | undefined
  readonly table: ReportTable
  readonly chart?: ChartSpec | undefined
  /** What of it is drawn, where that is not all. */
  readonly drawnOf?: string | undefined
  /** What is left out for want of a rate. */
  readonly missing: readonly MissingRates[]
  /** Nothing to tell of. */
  readonly isEmpty: boolean
  /** What to do then, where other days or filters would not help. */
  readonly wayOn?: string | undefined
}

export type ReportTable = {
  readonly caption: string
  /** Of the amounts, where a row has none of its own. */
  readonly currency: string
  /** Many columns: the names stay in sight. */
  readonly isMatrix?: boolean | undefined
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Of all rows. */
  readonly sum?: Row | undefined
}

export type Column = {
  readonly id: string
  readonly name: string
  readonly kind: CellKind
  /** A heading over several of them that stand together. */
  readonly group?: string | undefined
  /** Without the sign of its currency; nothing is a dash. */
  readonly isBare?: boolean | undefined
  /** A phone has no room for it. */
  readonly isExtra?: boolean | undefined
}

/**
 * What the values of a column are: `money` and `change` whole minor units,
 * `share` and `growth` basis points; a change and a growth show their plus.
 */
export type CellKind =
  'text' | 'date' | 'money' | 'change' | 'share' | 'growth' | 'count'

export type Row = {
  readonly id: string
  /** By column. */
  readonly cells: readonly (string | number | undefined)[]
  /** Where its transactions are listed; by column, where each has its own. */
  readonly to?: string | undefined
  readonly links?: readonly (string | undefined)[] | undefined
  readonly look?: RowLook | undefined
  readonly currency?: string | undefined
  /** By column, how strongly it is coloured, 0 to 1. */
  readonly heats?: readonly (number | undefined)[] | undefined
  /** By column, what there is to know of a cell beside its number. */
  readonly marks?: readonly (string | undefined)[] | undefined
  /** Of the longest bar, 0 to 1. */
  readonly bar?: number | undefined
  /** Below it in the tree. */
  readonly children?: readonly Row[] | undefined
}

export type RowLook = {
  readonly icon: string | undefined
  readonly colour: string
}
