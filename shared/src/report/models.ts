import { median } from 'simple-statistics'
import { ahead, echo, smooth, type Shape } from './smoothing.ts'

export const modelNames = [
  /** The same period a year (a week, for days) before; the last one where there is no year yet. */
  'seasonal-naive',
  /** The median of the last year, or of what there is of it. */
  'usual',
  'level',
  'trend',
  'season',
  'trend-and-season',
] as const
export type ModelName = (typeof modelNames)[number]

export type Outlook = {
  /** One for each period ahead. */
  readonly values: Float64Array
  /** What is left of one error so many periods later, 1 or more: how it grows with the distance. */
  readonly echo: (later: number) => number
}

const shapes = {
  level: { hasTrend: false, hasSeason: false },
  trend: { hasTrend: true, hasSeason: false },
  season: { hasTrend: false, hasSeason: true },
  'trend-and-season': { hasTrend: true, hasSeason: true },
} as const satisfies Partial<Record<ModelName, Shape>>

/** How many values a model takes before it can say anything. */
export function leastValues(model: ModelName, season: number): number {
  return model === 'season' || model === 'trend-and-season' ? season * 2 : 1
}

/** What a model says after the first `count` values. Seasonal-naive: Hyndman and Athanasopoulos, Forecasting: Principles and Practice (2021), 5.2. */
export function outlook(
  model: ModelName,
  values: ArrayLike<number>,
  count: number,
  season: number,
  horizon: number,
): Outlook {
  if (model === 'seasonal-naive') {
    const back = count < season ? 1 : season
    return {
      values: Float64Array.from(
        { length: horizon },
        (_, step) => values[count - back + (step % back)] ?? 0,
      ),
      echo: later => (later % back === 0 ? 1 : 0),
    }
  }
  if (model === 'usual') {
    const window = Math.min(count, Math.max(season, 12))
    const last = Array.from(
      { length: window },
      (_, at) => values[count - window + at] ?? 0,
    )
    return {
      values: new Float64Array(horizon).fill(median(last)),
      echo: () => 0,
    }
  }
  const smoothed = smooth(values, count, season, shapes[model])
  return {
    values: ahead(smoothed, horizon),
    echo: later => echo(smoothed.weights, season, later),
  }
}
