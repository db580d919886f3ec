import type { TransactionDoc } from '../sync/kinds.ts'
import { convertMinor } from './convert.ts'
import { connects, type KeptRate } from './rate.ts'

/** What the rate of a transaction depends on. */
export type Priced = Pick<
  TransactionDoc,
  'type' | 'minor' | 'currency' | 'date' | 'rate'
>

export type RateSource = {
  /** The ledger's own currency. */
  readonly base: string
  /** The rate of a day between a currency and the ledger's. */
  readonly rateOn: (currency: string, date: string) => KeptRate | undefined
}

/** Transfers are neither income nor spending: nothing of them is converted. */
export function needsRate(
  { type, currency }: Pick<Priced, 'type' | 'currency'>,
  base: string,
): boolean {
  return type !== 'transfer' && currency !== base
}

/** The amount in the ledger's currency, by the rate that was kept with it; `undefined` without one that fits. */
export function baseMinorOf(priced: Priced, base: string): number | undefined {
  const { minor, currency, rate } = priced
  if (currency === base) return minor
  return rate && convertMinor(minor, currency, base, [rate])
}

/** Whether a total in the ledger's currency has to leave it out. */
export function lacksRate(priced: Priced, base: string): boolean {
  return needsRate(priced, base) && baseMinorOf(priced, base) === undefined
}

/**
 * The rate to keep with a transaction that is saved. One that is there stays
 * while amount, currency and date do; another date takes its own rate, unless
 * a person gave it.
 */
export function rateToKeep(
  next: Priced,
  before: Priced | undefined,
  { base, rateOn }: RateSource,
): KeptRate | undefined {
  if (!needsRate(next, base)) return undefined
  const { rate, currency, date } = next
  const fits = rate !== undefined && connects(rate, currency, base)
  const isGiven = fits && rate !== before?.rate
  if (isGiven) return rate
  const isSameDay = before?.date === date && before.currency === currency
  if (fits && (rate.own === true || isSameDay)) return rate
  return rateOn(currency, date) ?? (isSameDay ? rate : undefined)
}

/** Whether an edit of these fields asks for the rate anew. */
export function touchesRate(fields: readonly string[]): boolean {
  return fields.some(field => rateFields.has(field))
}

const rateFields: ReadonlySet<string> = new Set([
  'type',
  'minor',
  'currency',
  'date',
  'rate',
])
