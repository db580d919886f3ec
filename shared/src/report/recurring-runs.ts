import {
  daysOff,
  dueDay,
  fitInterval,
  meanSize,
  mostMissed,
  type Fit,
  type Rhythm,
} from './interval-fit.ts'
import { difference, spreadOf } from './price-changes.ts'
import type { Movements } from './series.ts'

/** What came on one day. */
type Occurrence = {
  readonly day: number
  readonly minor: number
  readonly places: readonly number[]
}

/** Occurrences that are one recurring payment, earliest first. */
export type Run = {
  readonly rhythm: Rhythm
  readonly occurrences: readonly Occurrence[]
  /** For each, which week or month it is for. */
  readonly times: readonly number[]
}

/** A price differs by no more from time to time, a bill that varies by no more than the other. */
const fixedSpread = 0.05
const widestSpread = 0.35
/** Of what has the key, so much has to belong to it, or it is something else. */
const leastShare = 0.8
const leastRegular = 0.6
const leastFitting = 0.75
/** Amounts that are further apart are two payments. */
const gapBetween = 1.15
/** Equal amounts among many others come by chance: so many of them are needed. */
const leastAmongOthers = 4
/** A price goes up or down by no more of the higher one at once. */
const mostRise = 0.5

/**
 * The recurring payments among movements of one key, whose places are by day.
 * First all of them are taken for one; what is left over is looked at by
 * amounts that lie apart, and those by amounts that are equal.
 */
export function runsOf(
  movements: Movements,
  places: readonly number[],
): readonly Run[] {
  const runs: Run[] = []
  const left = new Set(places)
  const take = (from: readonly number[], least: number): boolean => {
    const there = from.filter(place => left.has(place))
    const run = there.length < least ? undefined : runIn(movements, there)
    if (run === undefined || run.occurrences.length < least) return false
    const whole = extended(run, movements, [...left])
    for (const { places } of whole.occurrences) {
      for (const place of places) left.delete(place)
    }
    runs.push(whole)
    return true
  }
  take(places, 2)
  const { minor } = movements
  for (const cluster of clusters([...left], place => minor[place] ?? 0)) {
    if (take(cluster, 3)) continue
    const equal = Map.groupBy(cluster, place => minor[place] ?? 0)
    for (const same of equal.values()) take(same, leastAmongOthers)
  }
  return joined(runs)
}

function runIn(
  movements: Movements,
  places: readonly number[],
): Run | undefined {
  const occurrences = byDay(movements, places)
  const fit = fitInterval(occurrences.map(({ day }) => day))
  if (fit === undefined) return undefined
  const on = fit.on.flatMap(at => occurrences[at] ?? [])
  if (!isRecurring(fit, on, occurrences.length)) return undefined
  return { rhythm: fit.rhythm, occurrences: on, times: fit.times }
}

function isRecurring(
  { rhythm, regular, fitting, off }: Fit,
  on: readonly Occurrence[],
  all: number,
): boolean {
  const steps = on.length - 1
  if (on.length < all * leastShare) return false
  if (regular < steps * leastRegular || fitting < steps * leastFitting) {
    return false
  }
  if (meanSize(off) > daysOff[rhythm.unit] / 2) return false
  const spread = spreadOf(on.map(({ minor }) => minor))
  if (spread <= fixedSpread) return on.length >= leastFixed(rhythm)
  return spread <= widestSpread && on.length >= leastVarying(rhythm)
}

/** How often something of one price has come before it recurs. */
function leastFixed({ unit, every }: Rhythm): number {
  if (unit === 'week') return every === 1 ? 5 : 4
  return every === 12 ? 2 : 3
}

/** And a bill that varies; what varies from week to week is a purchase, and from year to year chance. */
function leastVarying({ unit, every }: Rhythm): number {
  if (unit === 'week') return every === 1 ? Infinity : 6
  return every === 12 ? Infinity : 5
}

/**
 * A run with what came on its due days before and after at another price.
 * Among other purchases of the key two of one amount are needed for that.
 */
function extended(
  run: Run,
  movements: Movements,
  left: readonly number[],
): Run {
  const taken = new Set(run.occurrences.flatMap(({ places }) => places))
  const others = byDay(
    movements,
    left.filter(place => !taken.has(place)),
  )
  const before = continued(run, others, -1)
  const after = continued(run, others, 1)
  return {
    rhythm: run.rhythm,
    occurrences: [
      ...before.map(({ occurrence }) => occurrence).reverse(),
      ...run.occurrences,
      ...after.map(({ occurrence }) => occurrence),
    ],
    times: [
      ...before.map(({ time }) => time).reverse(),
      ...run.times,
      ...after.map(({ time }) => time),
    ],
  }
}

type Continued = { readonly time: number; readonly occurrence: Occurrence }

function continued(
  { rhythm, occurrences, times }: Run,
  others: readonly Occurrence[],
  way: 1 | -1,
): readonly Continued[] {
  const end = way === 1 ? times.at(-1) : times[0]
  const known = way === 1 ? occurrences.at(-1) : occurrences[0]
  if (end === undefined || known === undefined) return []
  const found: Continued[] = []
  let missed = 0
  for (let step = 1; missed < 2; step++) {
    const time = end + way * step * rhythm.every
    const due = dueDay(rhythm, time)
    const price = found[0]?.occurrence.minor ?? known.minor
    // The first at another price may differ by half, the ones after it not at all.
    const mostApart = found.length === 0 ? mostRise : fixedSpread
    const [occurrence] = others
      .filter(
        ({ day, minor }) =>
          Math.abs(day - due) <= daysOff[rhythm.unit] &&
          difference(minor, price) <= mostApart,
      )
      .sort((a, b) => Math.abs(a.day - due) - Math.abs(b.day - due))
    if (occurrence === undefined) missed += 1
    else found.push({ time, occurrence })
  }
  return found.length >= 2 || others.length === 1 ? found : []
}

/** Equal amounts of a day are one: two tickets of the same price. */
function byDay(
  { day, minor }: Movements,
  places: readonly number[],
): readonly Occurrence[] {
  const occurrences: (Occurrence & { readonly each: number })[] = []
  for (const place of places) {
    const on = day[place] ?? 0
    const each = minor[place] ?? 0
    let at = occurrences.length - 1
    while (occurrences[at]?.day === on && occurrences[at]?.each !== each) at--
    const known = occurrences[at]
    if (known?.day !== on) {
      occurrences.push({ day: on, minor: each, each, places: [place] })
      continue
    }
    occurrences[at] = {
      ...known,
      minor: known.minor + each,
      places: [...known.places, place],
    }
  }
  return occurrences
}

/** Runs of which one goes on where the other ended, at another price, are one. */
function joined(runs: readonly Run[]): readonly Run[] {
  const whole: Run[] = []
  for (const run of runs.toSorted((a, b) => firstTime(a) - firstTime(b))) {
    const at = whole.findIndex(each => isContinuedBy(each, run))
    const before = whole[at]
    if (before === undefined) whole.push(run)
    else {
      whole[at] = {
        rhythm: run.rhythm,
        occurrences: [...before.occurrences, ...run.occurrences],
        times: [...before.times, ...run.times],
      }
    }
  }
  return whole
}

function isContinuedBy(before: Run, after: Run): boolean {
  const { unit, every } = before.rhythm
  if (unit !== after.rhythm.unit || every !== after.rhythm.every) return false
  const gap = firstTime(after) - (before.times.at(-1) ?? 0)
  const isNext = gap > 0 && gap % every === 0 && gap <= every * (mostMissed + 1)
  const due = dueDay(before.rhythm, firstTime(after))
  const off = dueDay(after.rhythm, firstTime(after)) - due
  const price = before.occurrences.at(-1)?.minor ?? 0
  const next = after.occurrences[0]?.minor ?? 0
  return (
    isNext &&
    Math.abs(off) <= daysOff[unit] / 2 &&
    difference(price, next) <= mostRise
  )
}

function firstTime({ times }: Run): number {
  return times[0] ?? 0
}

/** By amounts that lie apart; each by day again. */
function clusters(
  places: readonly number[],
  minorOf: (place: number) => number,
): readonly (readonly number[])[] {
  const found: number[][] = []
  let last = -Infinity
  for (const place of places.toSorted((a, b) => minorOf(a) - minorOf(b))) {
    const minor = minorOf(place)
    if (minor > last * gapBetween) found.push([])
    found.at(-1)?.push(place)
    last = minor
  }
  const order = new Map(places.map((place, at) => [place, at]))
  return found.map(cluster =>
    cluster.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
  )
}
