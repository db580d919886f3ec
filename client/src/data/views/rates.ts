import type { KeptRate } from '@ourmoney/shared/rate/rate.ts'

/** Which currencies the ledger has, and what is known of their rates on that day. */
export type CurrenciesQuery = {
  readonly view: 'currencies'
  readonly today: string
}

export type CurrenciesAnswer = {
  /** The ledger's currency. */
  readonly base: string
  /** The ledger's first, then by transactions; accounts' currencies among them. */
  readonly inUse: readonly {
    readonly currency: string
    readonly transactions: number
    /** Transactions that sums in the ledger's currency leave out. */
    readonly missing: number
    readonly rate: KeptRate | undefined
  }[]
  readonly pairs: readonly {
    readonly latest: KeptRate
    readonly count: number
  }[]
  /** Transactions without a rate for which there is one now. */
  readonly fillable: number
  /** Of the first transaction. */
  readonly firstDate: string | undefined
}

/** The rates between two currencies until a day, newest first, at most `most`. */
export type RatesQuery = {
  readonly view: 'rates'
  readonly one: string
  readonly other: string
  readonly until: string | undefined
  readonly most: number
}

export type RatesAnswer = {
  /** Of the pair, whatever their day. */
  readonly count: number
  readonly rates: readonly StoredRate[]
}

export type StoredRate = KeptRate & {
  readonly id: string
  readonly isByHand: boolean
}

/** The rate that would be kept with a transaction of that day, or that leads into another currency than the ledger's. */
export type RateOnQuery = {
  readonly view: 'rateOn'
  readonly currency: string
  readonly into?: string | undefined
  readonly date: string
}

export type RateOnAnswer = { readonly rate: KeptRate | undefined }
