import type { LocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import type { Repeatable } from '@ourmoney/shared/capture/repeatable.ts'
import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'

/** What recurs, what of it is due by today, and what comes until a day. */
export type RecurringQuery = {
  readonly view: 'recurring'
  readonly today: LocalDate
  readonly until: LocalDate
}

export type RecurringAnswer = {
  /** What is due next first; then what is paused, then what is over. */
  readonly rules: readonly RecurringRule[]
  /** Until today, neither posted nor left out; the oldest first. */
  readonly due: readonly DueDay[]
  /** After today, not posted ahead; the next first. */
  readonly ahead: readonly DueDay[]
}

export type RecurringRule = {
  readonly doc: DocOf<'recurring'>
  readonly state: 'active' | 'paused' | 'ended'
  /** What is posted of it; `undefined` where its draft lacks what a transaction needs. */
  readonly draft: WholeDraft | undefined
  /** The first day from today on that is not posted. */
  readonly next: LocalDate | undefined
  /** In the ledger's currency, by today's rate; `undefined` without one. */
  readonly baseMinor: number | undefined
  /** How often it is due in the year after today. */
  readonly timesAYear: number
}

export type WholeDraft = Repeatable &
  Required<Pick<Repeatable, 'type' | 'minor' | 'currency' | 'description'>>

/** A day on which a rule is due. */
export type DueDay = {
  /** Id of the rule. */
  readonly recurring: string
  readonly date: LocalDate
  /** A transaction around that day that may be it, written down otherwise. */
  readonly alike?: AlikeTransaction | undefined
}

export type AlikeTransaction = {
  readonly id: string
  readonly date: LocalDate
  readonly minor: number
}

/** The days that one rule was due on, the last first, and what came of each. */
export type OccurrencesQuery = {
  readonly view: 'occurrences'
  readonly id: string
  readonly today: LocalDate
  readonly most: number
}

export type OccurrencesAnswer = {
  readonly days: readonly Occurrence[]
}

export type Occurrence = {
  readonly date: LocalDate
  /** Id of the transaction that it is, or would be. */
  readonly id: string
  readonly state: 'posted' | 'skipped' | 'deleted' | 'due'
  /** Of what was posted: its day and amount as they are now. */
  readonly posted?: AlikeTransaction | undefined
}

/** Payments that come again and again and that no rule knows: what costs the most in a year first. */
export type FoundRecurringQuery = {
  readonly view: 'foundRecurring'
  readonly today: LocalDate
}

export type FoundRecurringAnswer = { readonly found: readonly FoundPayment[] }

/** Something to make a rule of, with what speaks for it. */
export type FoundPayment = {
  /** Of the rule that it becomes: the same on every device. */
  readonly id: string
  readonly draft: WholeDraft
  /** RRULE text. */
  readonly rrule: string
  /** The next day that it is due, today or later. */
  readonly next: LocalDate
  /** The last due day is over and nothing came. */
  readonly isLate: boolean
  /** Most times it is what it was the time before. */
  readonly isFixed: boolean
  readonly yearlyMinor: number
  readonly count: number
  readonly first: LocalDate
  readonly last: LocalDate
  /** Due days between the first and the last on which nothing came. */
  readonly missed: readonly LocalDate[]
  /** When a fixed price changed, the earliest first. */
  readonly prices: readonly {
    readonly date: LocalDate
    readonly beforeMinor: number
    readonly minor: number
  }[]
  /** The last few, the newest first. */
  readonly recent: readonly AlikeTransaction[]
}
