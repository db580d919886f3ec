import type { QuickAccount } from './reading.ts'

/** What a verb says of the money. */
export type Verb = {
  readonly does:
    'expense' | 'income' | 'refund' | 'transfer' | 'withdraw' | 'deposit'
  /** Means that only where an account is named. */
  readonly isWeak?: boolean | undefined
  /** Means that only where the line begins with it. */
  readonly isFirst?: boolean | undefined
  /** Says something of the thing too, so it stays in the description. */
  readonly stays?: boolean | undefined
}

export type Weekday = {
  /** 1 is Monday, 7 is Sunday. */
  readonly day: number
  /** A word that means other things too: only with a word before or after that makes it a day. */
  readonly isDoubtful: boolean
}

/** So far from today. */
export type Shift = {
  readonly unit: 'day' | 'week' | 'month'
  readonly by: number
}

export type Month = {
  readonly month: number
  readonly isShort: boolean
}

/** The words of one language; folded, phrases with one blank between words. */
export type QuickWords = {
  readonly verbs: ReadonlyMap<string, Verb>
  /** `I`, `just`: go with the verb that they stand before. */
  readonly beforeVerbs: ReadonlySet<string>
  readonly accountTypes: ReadonlyMap<string, QuickAccount['type']>
  /** The word for an account of cash. */
  readonly cash: string
  readonly accountWords: ReadonlySet<string>
  readonly articles: ReadonlySet<string>
  /** `with card`, `from savings`. */
  readonly beforeAccount: ReadonlySet<string>
  readonly fromAccount: ReadonlySet<string>
  readonly toAccount: ReadonlySet<string>
  readonly beforePayee: ReadonlySet<string>
  readonly beforeMember: ReadonlyMap<string, true>
  /** `in Clothes`; the sure ones take a category that is spelled wrongly too. */
  readonly beforeCategory: ReadonlyMap<string, 'exact' | 'sure'>
  readonly beforeAmount: ReadonlySet<string>
  readonly beforeDate: ReadonlySet<string>
  /** Mean nothing at either end of a description. */
  readonly leading: ReadonlySet<string>
  readonly trailing: ReadonlySet<string>
  readonly trailingPairs: ReadonlySet<string>
  readonly days: ReadonlyMap<string, Shift>
  readonly partsOfDay: ReadonlyMap<string, true>
  readonly weekdays: ReadonlyMap<string, Weekday>
  readonly beforeWeekday: ReadonlySet<string>
  readonly lastWords: ReadonlySet<string>
  readonly nextWords: ReadonlySet<string>
  readonly months: ReadonlyMap<string, Month>
  readonly beforeDayOfMonth: ReadonlySet<string>
  /** `ago`, and in Portuguese what stands before. */
  readonly ago: ReadonlySet<string>
  readonly beforeAgo: ReadonlySet<string>
  readonly ahead: ReadonlyMap<string, true>
  readonly spans: ReadonlyMap<
    string,
    { readonly unit: 'day' | 'week' | 'month' }
  >
  readonly numbers: ReadonlyMap<string, number>
  /** Mean one thing more often than the number 1. */
  readonly notAlone: ReadonlySet<string>
  readonly and: ReadonlySet<string>
  readonly thousand: ReadonlySet<string>
  /** `dollar` is whichever the ledger has. */
  readonly currencies: ReadonlyMap<string, string>
  readonly cents: ReadonlySet<string>
  /** A number before them counts things, and is no amount. */
  readonly units: ReadonlySet<string>
  /** `2 tickets, 31.50 each`. */
  readonly each: ReadonlySet<string>
  /** Begin what is said of the thing, not the thing. */
  readonly prepositions: ReadonlySet<string>
  /** Of a phrase of several words, the one that says what it is. */
  readonly head: 'first' | 'last'
}

/** Words of a text as a set. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean))
}

/** Phrases apart by commas, all with one value. */
export function phrases<Value>(
  text: string,
  value: Value,
): readonly (readonly [string, Value])[] {
  return text.split(',').map(phrase => [phrase.trim(), value] as const)
}
