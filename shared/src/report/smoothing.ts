/**
 * Exponential smoothing in its additive state-space form, with or without a
 * damped trend and a season: ETS(A,N,N), (A,Ad,N), (A,N,A) and (A,Ad,A) of
 * Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing
 * (2008), chapters 2 and 6. Numbers here are fractions of minor units.
 */
export type Weights = {
  /** Of an error, what goes into the level. */
  readonly alpha: number
  /** Into the trend; 0 for none. */
  readonly beta: number
  /** What is left of a trend one period later; 0 for none. */
  readonly phi: number
  /** Into the season; 0 for none. */
  readonly gamma: number
}

export type Smoothed = {
  readonly weights: Weights
  readonly level: number
  readonly trend: number
  /** The next season, from the first period ahead on; empty for none. */
  readonly season: Float64Array
}

/** Coarse on purpose: finer weights fit the past better and the future no better. */
const alphas = [0.05, 0.15, 0.3, 0.5, 0.8]
const betas = [0.02, 0.1]
const phis = [0.85, 0.95]
const gammas = [0.05, 0.2, 0.4]

export type Shape = { readonly hasTrend: boolean; readonly hasSeason: boolean }

/**
 * The weights of a shape with the least absolute one-step errors over the first
 * `count` values, and where they lead. With a season it takes two of them.
 */
export function smooth(
  values: ArrayLike<number>,
  count: number,
  period: number,
  shape: Shape,
): Smoothed {
  const start = startOf(values, count, shape.hasSeason ? period : 1, shape)
  const season = new Float64Array(start.season.length)
  let best: Weights = { alpha: 0.15, beta: 0, phi: 0, gamma: 0 }
  let least = Infinity
  for (const weights of gridOf(shape)) {
    season.set(start.season)
    const { error } = run(values, count, weights, { ...start, season }, least)
    if (error < least) {
      least = error
      best = weights
    }
  }
  const { level, trend } = run(values, count, best, start, Infinity)
  return { weights: best, level, trend, season: turned(start.season, count) }
}

/** The `horizon` periods after those that were smoothed. */
export function ahead(smoothed: Smoothed, horizon: number): Float64Array {
  const { level, trend, season, weights } = smoothed
  const forecast = new Float64Array(horizon)
  let damped = 0
  let power = 1
  for (let step = 0; step < horizon; step++) {
    power *= weights.phi
    damped += power
    const wave = season.length === 0 ? 0 : (season[step % season.length] ?? 0)
    forecast[step] = level + damped * trend + wave
  }
  return forecast
}

/** What is left of one error so many periods later: c_j of Hyndman et al. (2008), section 6.1. */
export function echo(weights: Weights, period: number, later: number): number {
  const { alpha, beta, phi, gamma } = weights
  const damped = phi === 0 ? 0 : (phi * (1 - phi ** later)) / (1 - phi)
  return alpha + beta * damped + (later % period === 0 ? gamma : 0)
}

/** Every series tries the same ones many times. */
const grids = new Map<string, readonly Weights[]>()

function gridOf(shape: Shape): readonly Weights[] {
  const name = `${shape.hasTrend} ${shape.hasSeason}`
  const grid = grids.get(name) ?? allWeights(shape)
  grids.set(name, grid)
  return grid
}

function allWeights({ hasTrend, hasSeason }: Shape): readonly Weights[] {
  return alphas.flatMap(alpha =>
    (hasSeason ? gammas : [0]).flatMap(gamma => {
      if (!hasTrend) return [{ alpha, beta: 0, phi: 0, gamma }]
      return betas
        .filter(beta => beta <= alpha)
        .flatMap(beta => phis.map(phi => ({ alpha, beta, phi, gamma })))
    }),
  )
}

type Start = {
  readonly level: number
  readonly trend: number
  /** By period of the season; changed by `run`. Empty for none. */
  readonly season: Float64Array
}

function startOf(
  values: ArrayLike<number>,
  count: number,
  period: number,
  { hasTrend, hasSeason }: Shape,
): Start {
  if (!hasSeason) {
    const few = Math.min(count, 6)
    const level = meanOf(values, 0, few)
    return { level, trend: 0, season: new Float64Array(0) }
  }
  const first = meanOf(values, 0, period)
  const second = meanOf(values, period, period * 2)
  const trend = (second - first) / period
  const season = new Float64Array(period)
  for (let at = 0; at < period; at++) {
    const early = (values[at] ?? 0) - first
    const late = (values[at + period] ?? 0) - second
    // What the trend does within a season is not the season's.
    season[at] = (early + late) / 2 - trend * (at - (period - 1) / 2)
  }
  return {
    level: hasTrend ? first - (trend * (period + 1)) / 2 : first,
    trend: hasTrend ? trend : 0,
    season,
  }
}

/** Goes through the values once; the error is the sum of absolute one-step ones. Given up where that passes `most`. */
function run(
  values: ArrayLike<number>,
  count: number,
  { alpha, beta, phi, gamma }: Weights,
  start: Start,
  most: number,
): { readonly error: number; readonly level: number; readonly trend: number } {
  const { season } = start
  const period = season.length
  let { level, trend } = start
  let error = 0
  let place = 0
  for (let at = 0; at < count; at++) {
    const value = values[at] ?? 0
    const wave = period === 0 ? 0 : (season[place] ?? 0)
    const base = level + phi * trend
    const miss = value - base - wave
    error += miss < 0 ? -miss : miss
    if (error >= most) break
    level = base + alpha * miss
    trend = phi * trend + beta * miss
    if (period > 0) {
      season[place] = wave + gamma * miss
      place = place + 1 === period ? 0 : place + 1
    }
  }
  return { error, level, trend }
}

/** A season from the period after `count` on. */
function turned(season: Float64Array, count: number): Float64Array {
  return season.map((_, at) => season[(count + at) % season.length] ?? 0)
}

function meanOf(values: ArrayLike<number>, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at++) sum += values[at] ?? 0
  return to > from ? sum / (to - from) : 0
}
