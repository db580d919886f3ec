import type { RateRowIssue } from '@ourmoney/shared/rate/day-rates.ts'

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
