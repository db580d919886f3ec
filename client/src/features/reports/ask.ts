import type { ComponentType } from 'react'
import type { Counting } from '@ourmoney/shared/calendar/periods.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type { Report } from './reports.ts'
import type { ReportAddress } from './use-report-address.ts'

/** All that a report depends on beside the book itself. */
export type ReportAsk = ReportAddress & {
  readonly report: Report
  readonly lookups: LookupsAnswer
  readonly counting: Counting
  readonly today: string
}

export type BodyProps = { readonly ask: ReportAsk }

/** Chips that choose what a report is about; the list of transactions has the same. */
export type FilterChoice = ComponentType<{
  readonly filter: TransactionFilter
  /** Nothing else is chosen. */
  readonly isOfAccounts?: boolean | undefined
  readonly onChange: (filter: TransactionFilter) => void
}>
