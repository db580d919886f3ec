import type { Account } from './account.ts'

export type Opening = Pick<Account, 'openingMinor' | 'openingDate'>

/** Sums of what moved in an account; see `movedIn`. */
export type MovedSums = {
  /** Before the day of the opening balance; 0 where that has none. */
  readonly beforeOpening: number
  /** Up to and with the day that is asked for. */
  readonly untilDay: number
}

/**
 * What is in an account at the end of a day. The opening balance is what was
 * in it before the first transaction of its day, so what moved earlier leads
 * up to it and does not change what is there since. Without a day it stands
 * before everything.
 */
export function balanceOf(
  { openingMinor = 0 }: Opening,
  { beforeOpening, untilDay }: MovedSums,
): number {
  return openingMinor - beforeOpening + untilDay
}

/** Whether the account existed by then: from its opening or its first transaction on. */
export function isOpenOn(
  { openingDate }: Opening,
  first: string | undefined,
  date: string,
): boolean {
  if (openingDate === undefined) return true
  return date >= openingDate || (first !== undefined && date >= first)
}
