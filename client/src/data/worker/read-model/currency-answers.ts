import {
  dayNumber,
  fromDayNumber,
} from '@ourmoney/shared/calendar/day-number.ts'
import type { RateTable, TableRate } from '@ourmoney/shared/rate/rate-table.ts'
import type { KeptRate } from '@ourmoney/shared/rate/rate.ts'
import type {
  CurrenciesAnswer,
  RatesAnswer,
  RatesQuery,
} from '../../views/rates.ts'
import { lacksRate, type Columns } from './columns.ts'

/** One transaction that lacks a rate, and the one that there is for it now. */
export type Fillable = { readonly id: string; readonly rate: KeptRate }

/** Of those places what lacks a rate that the table has. */
export function fillableOf(
  columns: Columns,
  table: RateTable,
  places: Int32Array,
): readonly Fillable[] {
  const { flags, currency, currencies, day, ids, base } = columns
  // Many transactions are of one day.
  const known = new Map<string, KeptRate | undefined>()
  const fillable: Fillable[] = []
  for (const at of places) {
    if (((flags[at] ?? 0) & lacksRate) === 0) continue
    const code = currencies.textOf(currency[at] ?? 0)
    const date = fromDayNumber(day[at] ?? 0)
    const key = `${code} ${date}`
    const rate = known.has(key)
      ? known.get(key)
      : table.rateOn(code, base, date)
    known.set(key, rate)
    if (rate !== undefined) fillable.push({ id: ids[at] ?? '', rate })
  }
  return fillable
}

/** `others` are currencies that are in use without a transaction. */
export function currenciesAnswer(
  columns: Columns,
  table: RateTable,
  all: Int32Array,
  others: readonly string[],
  today: string,
): CurrenciesAnswer {
  const { currency, currencies, flags, day, base } = columns
  const transactions = new Map<string, number>()
  const missing = new Map<string, number>()
  for (const code of [base, ...others]) transactions.set(code, 0)
  for (const at of all) {
    const code = currencies.textOf(currency[at] ?? 0)
    transactions.set(code, (transactions.get(code) ?? 0) + 1)
    if (((flags[at] ?? 0) & lacksRate) !== 0) {
      missing.set(code, (missing.get(code) ?? 0) + 1)
    }
  }
  const first = all.at(-1)
  return {
    base,
    inUse: [...transactions]
      .map(([code, count]) => ({
        currency: code,
        transactions: count,
        missing: missing.get(code) ?? 0,
        rate: code === base ? undefined : table.rateOn(code, base, today),
      }))
      .sort(
        (a, b) =>
          Number(b.currency === base) - Number(a.currency === base) ||
          b.transactions - a.transactions ||
          (a.currency < b.currency ? -1 : 1),
      ),
    pairs: table
      .pairs()
      .map(({ latest, count }) => ({ latest: keptRate(latest), count })),
    fillable: fillableOf(columns, table, all).length,
    firstDate: first === undefined ? undefined : fromDayNumber(day[first] ?? 0),
  }
}

export function ratesAnswer(
  table: RateTable,
  { one, other, until, most }: RatesQuery,
): RatesAnswer {
  const day = until === undefined ? Infinity : dayNumber(until)
  return {
    count: table.countOf(one, other),
    rates: table.newestOf(one, other, day, most).map(rate => ({
      ...keptRate(rate),
      id: rate.id,
      isByHand: rate.isByHand,
    })),
  }
}

function keptRate({ base, quote, ratePpm, day }: TableRate): KeptRate {
  return { base, quote, ratePpm, date: fromDayNumber(day) }
}
