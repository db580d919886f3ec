import { RateTable } from '@ourmoney/shared/rate/rate-table.ts'

/** The rates of a ledger as a snapshot has them: few large values, quickly stored. */
export type RateColumns = {
  /** Joined by line feeds. */
  readonly ids: string
  /** Base and quote, three letters each. */
  readonly pairs: string
  readonly day: Int32Array
  readonly ratePpm: Float64Array
  readonly at: Float64Array
  readonly isByHand: Uint8Array
}

export function rateColumns(table: RateTable): RateColumns {
  const rates = [...table.all()]
  return {
    ids: rates.map(({ id }) => id).join('\n'),
    pairs: rates.map(({ base, quote }) => base + quote).join(''),
    day: Int32Array.from(rates, ({ day }) => day),
    ratePpm: Float64Array.from(rates, ({ ratePpm }) => ratePpm),
    at: Float64Array.from(rates, ({ at }) => at),
    isByHand: Uint8Array.from(rates, ({ isByHand }) => Number(isByHand)),
  }
}

/** `undefined` for what is damaged or something else. */
export function readRateColumns(value: unknown): RateTable | undefined {
  if (!isRateColumns(value)) return undefined
  const ids = value.ids === '' ? [] : value.ids.split('\n')
  const table = new RateTable()
  ids.forEach((id, at) => {
    table.put({
      id,
      base: value.pairs.slice(at * 6, at * 6 + 3),
      quote: value.pairs.slice(at * 6 + 3, at * 6 + 6),
      day: value.day[at] ?? 0,
      ratePpm: value.ratePpm[at] ?? 0,
      at: value.at[at] ?? 0,
      isByHand: value.isByHand[at] === 1,
    })
  })
  const isWhole =
    value.pairs.length === ids.length * 6 &&
    [value.day, value.ratePpm, value.at, value.isByHand].every(
      column => column.length === ids.length,
    )
  return isWhole ? table : undefined
}

function isRateColumns(value: unknown): value is RateColumns {
  if (typeof value !== 'object' || value === null) return false
  const { ids, pairs, day, ratePpm, at, isByHand } =
    value as Partial<RateColumns>
  return (
    typeof ids === 'string' &&
    typeof pairs === 'string' &&
    day instanceof Int32Array &&
    ratePpm instanceof Float64Array &&
    at instanceof Float64Array &&
    isByHand instanceof Uint8Array
  )
}
