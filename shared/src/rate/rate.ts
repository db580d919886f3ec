/** 1 base = ratePpm / 1,000,000 quote. */
export type Rate = {
  readonly base: string
  readonly quote: string
  readonly ratePpm: number
}

/** A rate as it was kept with a transaction. */
export type KeptRate = Rate & {
  /** The day it is of; the transaction's or a little earlier. */
  readonly date: string
  /** A person gave it with the transaction, so another date leaves it alone. */
  readonly own?: true | undefined
}

/** Parts in a rate's 1. */
export const ppm = 1_000_000n

/** Far beyond any rate; whole and exact as a JavaScript number. */
export const mostPpm = 999_999_999_999_999n

/** Whether a rate is between two currencies, in either direction. */
export function connects(
  { base, quote }: Rate,
  one: string,
  other: string,
): boolean {
  return (base === one && quote === other) || (base === other && quote === one)
}
