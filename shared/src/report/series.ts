import { assert } from '../assert.ts'
import { placeOfDay, type PeriodGrid } from '../calendar/period-grid.ts'

/**
 * Movements as columns of one length: the day number (days since 1970-01-01),
 * the whole minor units of one currency, and the number of what they are told
 * apart by: a category, payee, member or account; 0 is none of them.
 */
export type Movements = {
  readonly day: ArrayLike<number>
  readonly minor: ArrayLike<number>
  readonly key: ArrayLike<number>
}

/** What one key came to in each period, by the period's place in the grid. */
export type KeyTotals = {
  /** Whole minor units. */
  readonly minors: Float64Array
  /** How many movements. */
  readonly counts: Int32Array
}

/**
 * Totals by period and key that follow movements coming and going. Whatever
 * the order of what came and went, it is what it would be if it had been made
 * of what is there; and for each period the keys sum to the whole.
 */
export class PeriodSeries {
  readonly grid: PeriodGrid
  /** Of all keys. */
  readonly whole: KeyTotals
  /** What was on no day of the grid, in no total. */
  outside = { minor: 0, count: 0 }
  readonly #byKey = new Map<number, KeyTotals & { count: number }>()

  constructor(grid: PeriodGrid) {
    this.grid = grid
    this.whole = emptyTotals(grid)
  }

  /** Throws for an amount that is not whole, and for a sum beyond ±(2^53 − 1). */
  add(day: number, minor: number, key: number): void {
    this.#change(day, minor, key, 1)
  }

  /** Takes away what was added before with the same day, amount and key; throws if the key has nothing. */
  take(day: number, minor: number, key: number): void {
    this.#change(day, minor, key, -1)
  }

  /** Numbers of the keys that have movements, lowest first. */
  get keys(): readonly number[] {
    return [...this.#byKey.keys()].sort((a, b) => a - b)
  }

  /** All zero for a key without movements. */
  of(key: number): KeyTotals {
    return this.#byKey.get(key) ?? emptyTotals(this.grid)
  }

  #change(day: number, minor: number, key: number, by: 1 | -1): void {
    assert(Number.isSafeInteger(minor), `Not whole minor units: ${minor}`)
    const place = placeOfDay(this.grid, day)
    if (place < 0) {
      this.outside.minor += by * minor
      this.outside.count += by
      return
    }
    let totals = this.#byKey.get(key)
    if (totals === undefined) {
      assert(by === 1, `Taken away, though never added: ${key}`)
      totals = { ...emptyTotals(this.grid), count: 0 }
      this.#byKey.set(key, totals)
    }
    put(totals, place, by * minor, by)
    put(this.whole, place, by * minor, by)
    totals.count += by
    // A key without movements is gone, as if it had never come.
    if (totals.count === 0) this.#byKey.delete(key)
  }
}

/** A series of these movements, or of those whose places in the columns are given. */
export function seriesOf(
  { day, minor, key }: Movements,
  grid: PeriodGrid,
  places?: ArrayLike<number>,
): PeriodSeries {
  const series = new PeriodSeries(grid)
  const count = places === undefined ? day.length : places.length
  for (let index = 0; index < count; index++) {
    const at = places === undefined ? index : (places[index] ?? 0)
    series.add(day[at] ?? 0, minor[at] ?? 0, key[at] ?? 0)
  }
  return series
}

/**
 * Totals by what each key belongs to at last, with everything below it: a
 * category with its children. `groupOf` gives a key's group, itself among the
 * possible answers. Whatever the groups, they sum to the same whole.
 */
export function totalsByGroup(
  series: PeriodSeries,
  groupOf: (key: number) => number,
): ReadonlyMap<number, KeyTotals> {
  const groups = new Map<number, KeyTotals>()
  for (const key of series.keys) {
    const group = groupOf(key)
    const totals = groups.get(group) ?? emptyTotals(series.grid)
    groups.set(group, totals)
    const { minors, counts } = series.of(key)
    minors.forEach((minor, place) => {
      put(totals, place, minor, counts[place] ?? 0)
    })
  }
  return groups
}

/** What had come together by the end of each period, from a beginning on: a balance over time. */
export function runningTotals(
  minors: ArrayLike<number>,
  beginningMinor = 0,
): Float64Array {
  const running = new Float64Array(minors.length)
  let sum = beginningMinor
  for (let place = 0; place < minors.length; place++) {
    sum += minors[place] ?? 0
    assert(Number.isSafeInteger(sum), `Beyond whole minor units: ${sum}`)
    running[place] = sum
  }
  return running
}

function emptyTotals({ periods }: PeriodGrid): KeyTotals {
  return {
    minors: new Float64Array(periods.length),
    counts: new Int32Array(periods.length),
  }
}

function put(
  { minors, counts }: KeyTotals,
  place: number,
  minor: number,
  count: number,
): void {
  const sum = (minors[place] ?? 0) + minor
  assert(Number.isSafeInteger(sum), `Beyond whole minor units: ${sum}`)
  // Adding 0 makes the zero of a negative amount an ordinary one.
  minors[place] = sum + 0
  counts[place] = (counts[place] ?? 0) + count
}
