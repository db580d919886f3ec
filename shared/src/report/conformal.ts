import type { Trial } from './back-test.ts'

/** The shares of what comes that intervals are made for. */
export type Level = 0.8 | 0.95

/** Of fewer errors even the largest is not beyond so much of what comes: 4 / 5 and 19 / 20. */
const leastTrials: Record<Level, number> = { 0.8: 4, 0.95: 19 }

/**
 * How far what comes may be from what is said `distance` periods ahead, so
 * that it is not further with the probability of the level: split conformal
 * prediction (Vovk, Gammerman and Shafer, Algorithmic Learning in a Random
 * World, 2005; Lei et al., Journal of the American Statistical Association
 * 113, 2018) on the errors of a rolling back-test. `growth` is how large an
 * error is at this distance beside the first. `undefined` where too few
 * forecasts were tried.
 */
export function marginOf(
  trials: readonly Trial[],
  distance: number,
  level: Level,
  growth: number,
  isRunning: boolean,
): number | undefined {
  const { scores, tried } = scoresOf(trials, distance, Infinity)
  const place = placeOf(level, scores.length, tried, isRunning ? distance : 1)
  if (place === undefined) return undefined
  return (scores.sort()[place] ?? 0) * growth
}

/** How often intervals held what came, made at each forecast from those whose outcome was known by then. */
export type Coverage = {
  /** In parts of ten thousand, rounded half up. */
  readonly basisPoints: number
  /** Intervals that were tried. */
  readonly tried: number
}

/** Near ones more than far ones; all of thirty would say little more. */
const distancesTried = [1, 2, 3, 6, 12, 24]

/** `undefined` where no interval could have been made before the last forecast. */
export function coverageOf(
  trials: readonly Trial[],
  isRunning: boolean,
): {
  readonly coverage80: Coverage | undefined
  readonly coverage95: Coverage | undefined
} {
  const counts = {
    0.8: { tried: 0, held: 0 },
    0.95: { tried: 0, held: 0 },
  }
  for (const { origin, errors, growth } of trials) {
    for (const distance of distancesTried) {
      if (distance > errors.length) break
      const { scores, tried } = scoresOf(trials, distance, origin)
      const size = growth[distance - 1] ?? 1
      const score = Math.abs(errors[distance - 1] ?? 0) / size
      let below = 0
      for (const each of scores) if (each < score) below += 1
      for (const level of [0.8, 0.95] as const) {
        const place = placeOf(
          level,
          scores.length,
          tried,
          isRunning ? distance : 1,
        )
        if (place === undefined) continue
        counts[level].tried += 1
        // It is no larger than the score at that place.
        if (below <= place) counts[level].held += 1
      }
    }
  }
  const shareOf = ({ tried, held }: (typeof counts)[Level]) =>
    tried === 0
      ? undefined
      : { basisPoints: Math.round((held / tried) * 10_000), tried }
  return { coverage80: shareOf(counts[0.8]), coverage95: shareOf(counts[0.95]) }
}

/**
 * Errors of half to double the distance, each by how large errors are at its
 * own, and how many forecasts they are of; without what had not come when
 * `over` periods were over.
 */
function scoresOf(
  trials: readonly Trial[],
  distance: number,
  over: number,
): { readonly scores: Float64Array; readonly tried: number } {
  const from = Math.ceil(distance / 2)
  const most = distance * 2 - from + 1
  const scores = new Float64Array(trials.length * most)
  let count = 0
  let tried = 0
  for (const { origin, errors, growth } of trials) {
    const to = Math.min(distance * 2, errors.length, over - origin)
    if (to < from) continue
    tried += 1
    for (let ahead = from - 1; ahead < to; ahead++) {
      scores[count] = Math.abs(errors[ahead] ?? 0) / (growth[ahead] ?? 1)
      count += 1
    }
  }
  return { scores: scores.subarray(0, count), tried }
}

/**
 * The place of the score, smallest first, that the next one is below with the
 * probability of the level. Of n independent scores it is the one after
 * n + 1 times the level; errors of one forecast go together, so that n is the
 * number of forecasts, and fewer where they are of sums that share `overlap`
 * periods.
 */
function placeOf(
  level: Level,
  scores: number,
  tried: number,
  overlap: number,
): number | undefined {
  if (tried < leastTrials[level]) return undefined
  const independent = tried / Math.sqrt(overlap)
  const share = Math.min(1, level * (1 + 1 / independent))
  return Math.max(0, Math.ceil(share * scores) - 1)
}
