import { assert } from '../assert.ts'
import {
  backTest,
  originsFrom,
  say,
  type Told,
  type Trial,
} from './back-test.ts'
import { roundMinor } from './compare.ts'
import { coverageOf, marginOf, type Coverage } from './conformal.ts'
import { knownMinors, withoutItems, type KnownItem } from './known-items.ts'
import { leastValues, modelNames, type ModelName } from './models.ts'

export type ForecastInput = {
  /** Totals of periods that are over, oldest first, in whole minor units. */
  readonly values: ArrayLike<number>
  /** Periods in which a pattern comes again: 12 months, 52 weeks, 7 days. */
  readonly season: number
  /** How many periods ahead. */
  readonly horizon: number
  /** Payments that recur, part of the values. */
  readonly items?: readonly KnownItem[] | undefined
  /** Whether sums from now on are asked for, as for a balance, and not each period. */
  readonly isRunning?: boolean | undefined
}

/** Whole minor units; an interval that too few forecasts were tried for is left out. */
export type ForecastPoint = {
  readonly minor: number
  readonly low80: number | undefined
  readonly high80: number | undefined
  readonly low95: number | undefined
  readonly high95: number | undefined
}

export type ForecastQuality = {
  readonly model: ModelName
  /** Whether recurring payments were told apart from the rest, as that did better. */
  readonly usesItems: boolean
  /** Mean absolute error over that of the season before; below 1 is better (Hyndman and Koehler, 2006). To three decimals; `undefined` where a season is like the other to the unit. */
  readonly mase: number | undefined
  /** The same of the seasonal-naive forecast. */
  readonly naiveMase: number | undefined
  /** Mean absolute error in whole minor units. */
  readonly errorMinor: number
  /** Forecasts that were tried. */
  readonly trials: number
  readonly coverage80: Coverage | undefined
  readonly coverage95: Coverage | undefined
}

export type Forecast =
  | {
      readonly outcome: 'too-little-data'
      /** Periods there are, and how many it takes. */
      readonly has: number
      readonly needs: number
    }
  | {
      readonly outcome: 'forecast'
      readonly points: readonly ForecastPoint[]
      readonly quality: ForecastQuality
    }

/** Before so many periods nothing is said, not even in a back-test. */
const leastPeriods = 8
/** Forecasts of the farther half of the horizon that have to be tried. */
const leastFar = 4
const enoughTrials = 24
/** More forecasts of the past say little more and take their time. */
const mostTrials = 48

/** How many periods it takes to forecast so many. */
export function periodsNeeded(horizon: number): number {
  return leastPeriods + Math.ceil(horizon / 2) + leastFar - 1
}

/**
 * Forecasts a series by the model that would have done best on its own past,
 * with intervals from the errors it would have made: see `models.ts`,
 * `back-test.ts` and `conformal.ts` for the methods and their sources. Where
 * no value was below zero nothing below zero is said. Throws for a horizon or
 * season below 1.
 */
export function forecast(input: ForecastInput): Forecast {
  const { values, season, horizon, items = [] } = input
  assert(horizon >= 1 && season >= 1, `No such forecast: ${horizon} ${season}`)
  const count = values.length
  const needs = periodsNeeded(horizon)
  if (count < needs) return { outcome: 'too-little-data', has: count, needs }

  const whole: Told = {
    values,
    rest: values,
    items: [],
    known: [],
    season,
    horizon,
    isRunning: input.isRunning ?? false,
  }
  const apart: Told = {
    ...whole,
    rest: withoutItems(values, items),
    items,
    known: items.map(item => knownMinors(item, count)),
  }
  const origins = originsFrom(leastPeriods, count, mostTrials)
  const ways = items.length === 0 ? [whole] : [whole, apart]
  const { best, naive, from } = chosen(ways, origins, season)
  const trials = representative(best, from)
  const said = say(best.told, best.model, count)
  const isNeverBelow = Array.from(values).every(value => value >= 0)
  const points = Array.from(said.values, (value, step) =>
    pointOf(value, isNeverBelow, level =>
      marginOf(
        trials,
        step + 1,
        level,
        said.growth[step] ?? 1,
        whole.isRunning,
      ),
    ),
  )
  return {
    outcome: 'forecast',
    points,
    quality: qualityOf({ ...best, trials }, naive, from),
  }
}

type Candidate = {
  readonly told: Told
  readonly model: ModelName
  readonly trials: readonly Trial[]
}

/** The candidate with the least mean absolute error where all were tried; of equal ones the simplest. */
function chosen(
  ways: readonly Told[],
  origins: readonly number[],
  season: number,
): {
  readonly best: Candidate
  readonly naive: Candidate
  /** From here on all were tried. */
  readonly from: number
} {
  const tried = (from: number) => origins.filter(origin => origin >= from)
  // As far as there is enough of it, what knows no season yet is left out.
  const from =
    [season * 2, season].find(each => tried(each).length >= leastFar + 2) ?? 0
  const candidates = modelNames
    .filter(model => leastValues(model, season) <= Math.max(from, 1))
    .flatMap(model =>
      ways.map((told): Candidate => {
        const least = leastValues(model, season)
        const those = tried(
          model === 'seasonal-naive' ? Math.min(from, season) : least,
        )
        return { told, model, trials: backTest(told, model, those) }
      }),
    )
  const [naive] = candidates
  assert(naive !== undefined, 'There is always the season before')
  const best = candidates.reduce((best, each) =>
    meanError(each.trials, from) < meanError(best.trials, from) ? each : best,
  )
  return { best, naive, from }
}

/** What is paid once a year was not known in the first two: where there are enough trials after them, those before do not count. */
function representative(
  { told, trials }: Candidate,
  from: number,
): readonly Trial[] {
  if (told.items.length === 0) return trials
  const late = trials.filter(({ origin }) => origin >= from)
  return late.length >= enoughTrials ? late : trials
}

/** Mean absolute error of what was said from an origin on. */
function meanError(trials: readonly Trial[], from: number): number {
  let sum = 0
  let count = 0
  for (const { origin, errors } of trials) {
    if (origin < from) continue
    for (const error of errors) sum += Math.abs(error)
    count += errors.length
  }
  return count === 0 ? Infinity : sum / count
}

function pointOf(
  value: number,
  isNeverBelow: boolean,
  margin: (level: 0.8 | 0.95) => number | undefined,
): ForecastPoint {
  const bounded = (bound: number) =>
    roundMinor(isNeverBelow ? Math.max(0, bound) : bound)
  const [narrow, wide] = [margin(0.8), margin(0.95)]
  return {
    minor: bounded(value),
    low80: narrow === undefined ? undefined : bounded(value - narrow),
    high80: narrow === undefined ? undefined : bounded(value + narrow),
    low95: wide === undefined ? undefined : bounded(value - wide),
    high95: wide === undefined ? undefined : bounded(value + wide),
  }
}

function qualityOf(
  { told, model, trials }: Candidate,
  naive: Candidate,
  from: number,
): ForecastQuality {
  const unit = seasonalStep(told)
  const scaled = (of: readonly Trial[]) =>
    unit === 0
      ? undefined
      : Math.round(
          (meanError(told.isRunning ? of.map(stepErrors) : of, from) / unit) *
            1_000,
        ) / 1_000
  return {
    model,
    usesItems: told.items.length > 0,
    mase: scaled(trials),
    naiveMase: scaled(naive.trials),
    errorMinor: roundMinor(meanError(trials, from)),
    trials: trials.length,
    ...coverageOf(trials, told.isRunning),
  }
}

/** How much a value differs from that of a season before, on average; from the one before where there are no two seasons. */
function seasonalStep({ values, season }: Told): number {
  const back = values.length < season * 2 ? 1 : season
  let sum = 0
  for (let at = back; at < values.length; at++) {
    sum += Math.abs((values[at] ?? 0) - (values[at - back] ?? 0))
  }
  return sum / (values.length - back)
}

/** Errors of each period from those of sums. */
function stepErrors(trial: Trial): Trial {
  const errors = trial.errors.map(
    (error, step) => error - (step === 0 ? 0 : (trial.errors[step - 1] ?? 0)),
  )
  return { ...trial, errors }
}
