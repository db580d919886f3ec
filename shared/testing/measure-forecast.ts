import { forecast } from '../src/report/forecast.ts'
import { madeSeries, type SeriesKind } from './labelled-series.ts'

/** How forecasts turned out, over all series and periods ahead. Shares are from 0 to 1. */
export type ForecastMeasure = {
  /** Mean absolute error over that of the season before in what was known; of sums each over that of one period. */
  readonly mase: number
  readonly naiveMase: number
  readonly held80: number
  readonly held95: number
  /** An interval of 95 % takes more of the past than one of 80 %. */
  readonly given95: number
  /** Of the intervals, what the back-test itself said. */
  readonly told80: number
}

export type MeasuredForecast = {
  readonly kind: SeriesKind | 'bills'
  /** Periods in which the pattern comes again: 12 unless it is said. */
  readonly season?: number
  /** Periods that are known, and those to be told. */
  readonly known: number
  readonly ahead: number
  readonly isRunning: boolean
}

export function measureForecast(
  { kind, season = 12, known, ahead, isRunning }: MeasuredForecast,
  series: number,
): ForecastMeasure {
  const errors: number[] = []
  const naive: number[] = []
  const held: Record<80 | 95, boolean[]> = { 80: [], 95: [] }
  const told: number[] = []
  for (let seed = 1; seed <= series; seed++) {
    const made = madeSeries(kind, seed * 15_485_863, known + ahead)
    const values = made.values.slice(0, known)
    const items = made.items(known)
    const answer = forecast({
      values,
      season,
      horizon: ahead,
      items,
      isRunning,
    })
    if (answer.outcome !== 'forecast') throw new Error('Too little was made')
    told.push((answer.quality.coverage80?.basisPoints ?? 0) / 10_000)
    const unit = mean(
      values
        .slice(season)
        .map((each, at) => Math.abs(each - (values[at] ?? 0))),
    )
    let came = 0
    let before = 0
    answer.points.forEach((point, step) => {
      const value = made.values[known + step] ?? 0
      const lastYear = values[known - season + (step % season)] ?? 0
      came = isRunning ? came + value : value
      before = isRunning ? before + lastYear : lastYear
      errors.push(Math.abs(came - point.minor) / unit)
      naive.push(Math.abs(came - before) / unit)
      const { low80, high80, low95, high95 } = point
      if (low80 !== undefined && high80 !== undefined) {
        held[80].push(low80 <= came && came <= high80)
      }
      if (low95 !== undefined && high95 !== undefined) {
        held[95].push(low95 <= came && came <= high95)
      }
    })
  }
  return {
    mase: mean(errors),
    naiveMase: mean(naive),
    held80: mean(held[80].map(Number)),
    held95: mean(held[95].map(Number)),
    given95: held[95].length / errors.length,
    told80: mean(told),
  }
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length
}
