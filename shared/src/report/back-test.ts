import { itemsAhead, type KnownItem } from './known-items.ts'
import { outlook, type ModelName } from './models.ts'

/** A series as it is forecast. */
export type Told = {
  /** What is forecast, period by period, oldest first. */
  readonly values: ArrayLike<number>
  /** Without its items; the same where there are none. */
  readonly rest: ArrayLike<number>
  readonly items: readonly KnownItem[]
  /** Of each item, what it was taken to come to. */
  readonly known: readonly Float64Array[]
  readonly season: number
  readonly horizon: number
  /** Whether sums from now on are forecast, and not each period. */
  readonly isRunning: boolean
}

/** A forecast that was made when `origin` periods were over, as far as it is known how it turned out. */
export type Trial = {
  readonly origin: number
  /** What came less what was said, for each period ahead. */
  readonly errors: Float64Array
  /** How large an error grows with the distance, 1 for the first: by the model. */
  readonly growth: Float64Array
}

/** What a model says of the periods after the first `over`: the rest by its rule, items as they were known. */
export function say(
  told: Told,
  model: ModelName,
  over: number,
): { readonly values: Float64Array; readonly growth: Float64Array } {
  const { rest, items, known, season, horizon, isRunning } = told
  const { values, echo } = outlook(model, rest, over, season, horizon)
  const sure = itemsAhead(items, known, over, horizon)
  let sum = 0
  const said = values.map((value, step) => {
    const each = value + (sure[step] ?? 0)
    sum += each
    return isRunning ? sum : each
  })
  return { values: said, growth: growthOf(echo, horizon, isRunning) }
}

/**
 * Forecasts from each of these origins, with nothing known of what came later:
 * evaluation on a rolling forecasting origin (Tashman, International Journal
 * of Forecasting 16, 2000).
 */
export function backTest(
  told: Told,
  model: ModelName,
  origins: readonly number[],
): readonly Trial[] {
  return origins.map(origin => {
    const { values, growth } = say(told, model, origin)
    const there = Math.min(told.horizon, told.values.length - origin)
    const errors = new Float64Array(there)
    let sum = 0
    for (let step = 0; step < there; step++) {
      const came = told.values[origin + step] ?? 0
      sum += came
      errors[step] = (told.isRunning ? sum : came) - (values[step] ?? 0)
    }
    return { origin, errors, growth }
  })
}

/** At most `most` numbers of periods that were over, spread evenly from `first` to the last but one. */
export function originsFrom(
  first: number,
  count: number,
  most: number,
): readonly number[] {
  const all = count - first
  if (all <= most) return Array.from({ length: all }, (_, at) => first + at)
  return Array.from(
    { length: most },
    // The last one is always there: it is the closest to today.
    (_, at) =>
      count - 1 - Math.floor(((most - 1 - at) * (all - 1)) / (most - 1)),
  )
}

/** Deviation of errors by distance, of the first as the unit: Hyndman et al. (2008), section 6.1; of sums by adding up what each error leaves behind. */
function growthOf(
  echo: (later: number) => number,
  horizon: number,
  isRunning: boolean,
): Float64Array {
  const growth = new Float64Array(horizon)
  let variance = 0
  let left = 1
  for (let step = 0; step < horizon; step++) {
    if (step > 0) left = isRunning ? left + echo(step) : echo(step)
    variance += left * left
    growth[step] = Math.sqrt(variance)
  }
  return growth
}
