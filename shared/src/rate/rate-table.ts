import { dayNumber, fromDayNumber } from '../calendar/day-number.ts'
import type { DocOf } from '../sync/kinds.ts'
import { closestRate } from './closest-rate.ts'
import { factorOf } from './convert.ts'
import type { KeptRate, Rate } from './rate.ts'

/** A stored rate as the table has it. */
export type TableRate = Rate & {
  readonly id: string
  /** Days since 1970-01-01. */
  readonly day: number
  /** Given by a person, not by a file: of two rates of one day it counts. */
  readonly isByHand: boolean
  /** When it was last written, milliseconds since 1970; 0 for a file's. */
  readonly at: number
}

/** Rates that lead from one currency to another, and the day that all of them are of at the least. */
export type RateChain = {
  readonly rates: readonly [Rate] | readonly [Rate, Rate]
  readonly day: number
}

/** How many days after its own a rate still counts. */
export const validDays = 7

/** All rates of a ledger, for looking one up: by pair of currencies, by day. */
export class RateTable {
  readonly #byId = new Map<string, TableRate>()
  readonly #pairs = new Map<string, Pair>()
  /** Currencies that a currency has rates with. */
  readonly #partners = new Map<string, Set<string>>()

  get size(): number {
    return this.#byId.size
  }

  put(rate: TableRate): void {
    this.remove(rate.id)
    this.#byId.set(rate.id, rate)
    const { base, quote } = rate
    const key = pairKey(base, quote)
    const pair = this.#pairs.get(key) ?? { rates: [], isSorted: true }
    this.#pairs.set(key, pair)
    const last = pair.rates.at(-1)
    pair.isSorted &&= last === undefined || compareRates(last, rate) < 0
    pair.rates.push(rate)
    partnersOf(this.#partners, base).add(quote)
    partnersOf(this.#partners, quote).add(base)
  }

  remove(id: string): boolean {
    const rate = this.#byId.get(id)
    if (rate === undefined) return false
    this.#byId.delete(id)
    const { base, quote } = rate
    const key = pairKey(base, quote)
    const rates = this.#pairs.get(key)?.rates ?? []
    rates.splice(rates.indexOf(rate), 1)
    if (rates.length === 0) {
      this.#pairs.delete(key)
      this.#partners.get(base)?.delete(quote)
      this.#partners.get(quote)?.delete(base)
    }
    return true
  }

  has(id: string): boolean {
    return this.#byId.has(id)
  }

  all(): Iterable<TableRate> {
    return this.#byId.values()
  }

  /** The pairs that have rates, as the newest rate of each has its direction; most rates first. */
  pairs(): readonly {
    readonly latest: TableRate
    readonly count: number
  }[] {
    return [...this.#pairs.values()]
      .flatMap(pair => {
        const latest = sorted(pair).at(-1)
        return latest === undefined ? [] : { latest, count: pair.rates.length }
      })
      .sort(
        (a, b) =>
          b.count - a.count ||
          (pairKey(a.latest.base, a.latest.quote) <
          pairKey(b.latest.base, b.latest.quote)
            ? -1
            : 1),
      )
  }

  /** The newest rates of a pair until a day, newest first, at most `most`. */
  newestOf(
    one: string,
    other: string,
    until: number,
    most: number,
  ): readonly TableRate[] {
    const pair = this.#pairs.get(pairKey(one, other))
    if (pair === undefined) return []
    const end = countUntil(sorted(pair), until)
    return pair.rates.slice(Math.max(0, end - most), end).reverse()
  }

  countOf(one: string, other: string): number {
    return this.#pairs.get(pairKey(one, other))?.rates.length ?? 0
  }

  /**
   * What is valid on a day: the newest rate that is at most seven days older,
   * in either direction, or two over a third currency where these are newer.
   */
  chainOn(from: string, to: string, date: string): RateChain | undefined {
    const day = dayNumber(date)
    const direct = this.#latest(from, to, day)
    let best: RateChain | undefined = direct && {
      rates: [direct],
      day: direct.day,
    }
    for (const pivot of [...(this.#partners.get(from) ?? [])].sort()) {
      if (pivot === to) continue
      const first = this.#latest(from, pivot, day)
      if (first === undefined || first.day <= (best?.day ?? -Infinity)) continue
      const second = this.#latest(pivot, to, day)
      if (second === undefined) continue
      const older = Math.min(first.day, second.day)
      if (older <= (best?.day ?? -Infinity)) continue
      best = { rates: [first, second], day: older }
    }
    return best
  }

  /** The same as one rate, to be kept with a transaction. */
  rateOn(from: string, to: string, date: string): KeptRate | undefined {
    const chain = this.chainOn(from, to, date)
    if (chain === undefined) return undefined
    const [only, second] = chain.rates
    const rate = second === undefined ? only : crossed(from, to, chain.rates)
    if (rate === undefined) return undefined
    const { base, quote, ratePpm } = rate
    return { base, quote, ratePpm, date: fromDayNumber(chain.day) }
  }

  #latest(one: string, other: string, day: number): TableRate | undefined {
    const pair = this.#pairs.get(pairKey(one, other))
    if (pair === undefined) return undefined
    const rates = sorted(pair)
    const found = rates[countUntil(rates, day) - 1]
    return found !== undefined && found.day >= day - validDays
      ? found
      : undefined
  }
}

type Pair = { readonly rates: TableRate[]; isSorted: boolean }

export function tableRate(doc: DocOf<'rate'>): TableRate {
  return {
    id: doc._id,
    base: doc.base,
    quote: doc.quote,
    ratePpm: doc.ratePpm,
    day: dayNumber(doc.date),
    isByHand: doc.source === undefined,
    at: doc.updatedAt ?? doc.createdAt ?? 0,
  }
}

/** The later counts: of one day a person's, then the one written last. */
function compareRates(a: TableRate, b: TableRate): number {
  return (
    a.day - b.day ||
    Number(a.isByHand) - Number(b.isByHand) ||
    a.at - b.at ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}

/** Sorted when it is first asked after a change: a file brings thousands in a row. */
function sorted(pair: Pair): readonly TableRate[] {
  if (!pair.isSorted) pair.rates.sort(compareRates)
  pair.isSorted = true
  return pair.rates
}

/** How many are of that day or before. */
function countUntil(rates: readonly TableRate[], day: number): number {
  let low = 0
  let high = rates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rates[middle]?.day ?? 0) <= day) low = middle + 1
    else high = middle
  }
  return low
}

function crossed(
  from: string,
  to: string,
  rates: readonly Rate[],
): Rate | undefined {
  const factor = factorOf(from, to, rates)
  return factor && closestRate(from, to, factor)
}

function partnersOf(
  partners: Map<string, Set<string>>,
  currency: string,
): Set<string> {
  const known = partners.get(currency) ?? new Set()
  partners.set(currency, known)
  return known
}

/** One key for both directions. */
function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
