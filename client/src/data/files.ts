import type { RateRowIssue } from '@ourmoney/shared/rate/day-rates.ts'
import type { DateOrder } from '@ourmoney/shared/statement/statement.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { TransactionType } from '@ourmoney/shared/transaction/transaction.ts'

export type ImportProgress = {
  readonly phase: 'reading' | 'done' | 'cancelled'
  readonly bytesRead: number
  readonly bytesAll: number
  readonly read: number
  readonly added: number
  /** Already there with the same content. */
  readonly known: number
  /** There with other content: the person decides. */
  readonly changed: number
  readonly changedRows: readonly {
    readonly row: number
    readonly id: string
    readonly words: string
  }[]
  readonly deletedBefore: number
  /** Marked `deleted` in the file. */
  readonly skipped: number
  readonly unreadable: number
  /** At most 1,000 of them, the first ones. */
  readonly unreadableRows: readonly {
    readonly row: number
    readonly code: string
    readonly found: string
  }[]
}

export const ratesFileCodes = [
  'not-rates',
  'not-in-euros',
  'cut-short',
  'has-markup',
  'is-zip',
  'too-large',
] as const

/** Why a file of rates cannot be used. */
export type RatesFileIssue = {
  readonly code: (typeof ratesFileCodes)[number]
  /** Counted from 1. */
  readonly line: number
  /** What stood there, cut short. */
  readonly found: string
}

/** What a file of rates has in it. */
export type RatesFile = {
  /** What its numbers are for one of. */
  readonly base: string
  readonly currencies: readonly {
    readonly currency: string
    readonly count: number
  }[]
  /** In order, each once. */
  readonly days: readonly string[]
  readonly unreadable: number
}

/** What of a file is to be brought in. */
export type RatesChoice = {
  readonly currencies: readonly string[]
  readonly from: string
  readonly to: string
}

export type RatesProgress = {
  readonly phase: 'reading' | 'done' | 'cancelled'
  readonly bytesRead: number
  readonly bytesAll: number
  /** Days of the choice. */
  readonly days: number
  readonly added: number
  /** Already there with the same number. */
  readonly known: number
  /** There with another number, which stays. */
  readonly changed: number
  readonly deletedBefore: number
  /** The file has no number for them. */
  readonly missing: number
  readonly unreadable: number
  /** The first ones. */
  readonly unreadableRows: readonly RateRowIssue[]
}

/** In their order. */
export const tableColumns = [
  'date',
  'type',
  'description',
  'amount',
  'currency',
  'account',
  'toAccount',
  'toAmount',
  'toCurrency',
  'category',
  'payee',
  'member',
  'tags',
  'notes',
  'partNotes',
  'id',
] as const
export type TableColumn = (typeof tableColumns)[number]

/** What a table is headed with, in the language of whoever saves it. */
export type TableWords = {
  readonly columns: Readonly<Record<TableColumn, string>>
  readonly types: Readonly<Record<TransactionType, string>>
  /** Names of sheets. */
  readonly transactions: string
  readonly totals: string
  /** Heads of the sheet of totals, and the line below those of one currency. */
  readonly income: string
  readonly spent: string
  readonly count: string
  readonly all: string
}

export type CsvChoices = {
  readonly delimiter: ',' | ';' | '\t'
  readonly decimalMark: '.' | ','
  /** Some spreadsheets take a file for UTF-8 only with it. */
  readonly withBom: boolean
}

/** What is to go out, and as what. */
export type ExportAsk = { readonly filter: TransactionFilter } & (
  | { readonly format: 'json' }
  | {
      readonly format: 'csv'
      readonly words: TableWords
      readonly csv: CsvChoices
    }
  | { readonly format: 'xlsx'; readonly words: TableWords }
  /** `noAccount`: what transactions in none are called. */
  | { readonly format: 'ofx'; readonly noAccount: string }
  | {
      readonly format: 'qif'
      readonly noAccount: string
      readonly dateOrder: DateOrder
    }
)

export type ExportedFile = {
  readonly blob: Blob
  /** The storage could not be read: notes and histories are missing. */
  readonly isPartial: boolean
}
