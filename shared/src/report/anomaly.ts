import { assert } from '../assert.ts'
import { roundMinor } from './compare.ts'
import { middleOf, type Middle } from './robust.ts'

/** How unusual an amount is beside earlier ones. */
export type Anomaly =
  | {
      readonly outcome: 'too-little-data'
      /** Earlier ones there are, and how many it takes. */
      readonly has: number
      readonly needs: number
    }
  | {
      readonly outcome: 'scored'
      /** Deviations from the usual, to two decimals; negative for less. Beyond ±3.5 it is unusual. */
      readonly score: number
      readonly isUnusual: boolean
      /** In whole minor units: what is usual, and between what it is not unusual. */
      readonly usualMinor: number
      readonly lowMinor: number
      readonly highMinor: number
      /** Whether it was compared with the same time of earlier years. */
      readonly isSeasonal: boolean
      /** How many it was compared with. */
      readonly count: number
    }

/** Below, half of what there is could be chance. */
const leastCount = 8
/** Iglewicz and Hoaglin (1993) advise it for their modified z-score. */
const mostUsual = 3.5
/** Amounts within five per cent are alike, however seldom they differ. */
const leastScale = 0.05
const yearDays = 365.2425
/** A season is so many days before and after, in other years. */
const seasonDays = 46

export type Amounts = {
  /** Day numbers, not falling. */
  readonly day: ArrayLike<number>
  /** Whole minor units above zero. */
  readonly minor: ArrayLike<number>
}

/**
 * How unusual an amount of a day is beside those before that day: purchases
 * in one category, or at one payee. Robust z-score of the logarithms, as twice
 * and half as much are as far from usual (median and median absolute
 * deviation; Iglewicz and Hoaglin, 1993). Where the earlier ones go back a year
 * and enough of them are of the same season, those alone count. Throws for an
 * amount that is not above zero.
 */
export function amountAnomaly(
  minor: number,
  day: number,
  earlier: Amounts,
): Anomaly {
  assert(minor > 0, `Not above zero: ${minor}`)
  const logs: number[] = []
  const ofSeason: number[] = []
  const first = earlier.day[0] ?? day
  for (let at = 0; at < earlier.day.length; at++) {
    const other = earlier.day[at] ?? 0
    if (other >= day) break
    const log = Math.log(earlier.minor[at] ?? 1)
    logs.push(log)
    if (isOfSeason(day - other)) ofSeason.push(log)
  }
  const isSeasonal = day - first >= yearDays && ofSeason.length >= leastCount
  const those = isSeasonal ? ofSeason : logs
  if (those.length < leastCount) return tooLittle(those.length)
  const { median, scale } = middleOf(those)
  const width = Math.max(scale, leastScale)
  return scored(Math.log(minor), { median, scale: width }, amountOf, {
    isSeasonal,
    count: those.length,
  })
}

/**
 * How unusual the total of a period is beside those of the periods before it,
 * oldest first: of a category in a month, zero where nothing was spent. With
 * `season` periods a year, and a year and eight periods of them, it is compared
 * with the same period a year before, if those have differed less than totals
 * do anyway. Robust z-score as above, of the amounts themselves.
 */
export function totalAnomaly(
  minor: number,
  earlier: readonly number[],
  season: number,
): Anomaly {
  if (earlier.length < leastCount) return tooLittle(earlier.length)
  const plain = middleOf(earlier)
  const differences = earlier
    .slice(season)
    .map((each, at) => each - (earlier[at] ?? 0))
  const yearly =
    differences.length >= leastCount ? middleOf(differences) : undefined
  const isSeasonal = yearly !== undefined && yearly.scale < plain.scale
  const before = earlier[earlier.length - season] ?? 0
  const { median, scale } = isSeasonal
    ? { median: before + yearly.median, scale: yearly.scale }
    : plain
  // Totals that never differ at all would make a cent unusual.
  const width = Math.max(scale, Math.abs(median) * leastScale, 1)
  return scored(minor, { median, scale: width }, value => value, {
    isSeasonal,
    count: isSeasonal ? differences.length : earlier.length,
  })
}

function scored(
  value: number,
  { median, scale }: Middle,
  minorOf: (value: number) => number,
  of: { readonly isSeasonal: boolean; readonly count: number },
): Anomaly {
  const score = (value - median) / scale
  return {
    outcome: 'scored',
    score: Math.round(score * 100) / 100,
    isUnusual: Math.abs(score) > mostUsual,
    usualMinor: roundMinor(minorOf(median)),
    lowMinor: roundMinor(minorOf(median - mostUsual * scale)),
    highMinor: roundMinor(minorOf(median + mostUsual * scale)),
    ...of,
  }
}

/** What is usual may have no bound that an amount could reach. */
function amountOf(log: number): number {
  return Math.min(Math.exp(log), Number.MAX_SAFE_INTEGER)
}

function tooLittle(has: number): Anomaly {
  return { outcome: 'too-little-data', has, needs: leastCount }
}

/** Whether so many days ago was the same time of a year. */
function isOfSeason(daysAgo: number): boolean {
  const past = daysAgo % yearDays
  return Math.min(past, yearDays - past) <= seasonDays
}
