import type { Columns } from './columns.ts'

/** Beyond so many changes at once going through all places is quicker than inserting each. */
const fewChanges = 200

/** Places of all live rows, newest first: by day, then by id, both descending. */
export class SortedPlaces {
  #places: Int32Array = new Int32Array(0)
  #count = 0
  readonly #columns: Columns

  constructor(columns: Columns, places?: Int32Array) {
    this.#columns = columns
    if (places === undefined) return
    this.#places = places
    this.#count = places.length
  }

  all(): Int32Array {
    return this.#places.subarray(0, this.#count)
  }

  /** Call with the places that change, before the columns do. */
  takeOut(places: readonly number[]): void {
    if (places.length > fewChanges) return this.#filterOut(new Set(places))
    for (const place of places) {
      const at = this.#search(place)
      if (this.#places[at] !== place) continue
      this.#places.copyWithin(at, at + 1, this.#count)
      this.#count -= 1
    }
  }

  /** Call with the places that were put, after the columns changed. */
  putIn(places: readonly number[]): void {
    if (places.length > fewChanges) return this.#mergeIn(places)
    for (const place of places) {
      if (this.#count === this.#places.length) this.#grow()
      const at = this.#search(place)
      this.#places.copyWithin(at + 1, at, this.#count)
      this.#places[at] = place
      this.#count += 1
    }
  }

  /** First position whose day is at or before `day`. */
  firstAtOrBefore(day: number): number {
    let low = 0
    let high = this.#count
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#columns.day[this.#places[middle] ?? 0] ?? 0) > day) {
        low = middle + 1
      } else high = middle
    }
    return low
  }

  #compare(a: number, b: number): number {
    const { day, ids } = this.#columns
    const days = (day[b] ?? 0) - (day[a] ?? 0)
    if (days !== 0) return days
    const idA = ids[a] ?? ''
    const idB = ids[b] ?? ''
    return idA < idB ? 1 : idA > idB ? -1 : 0
  }

  #search(place: number): number {
    let low = 0
    let high = this.#count
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#compare(this.#places[middle] ?? 0, place) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  #filterOut(gone: ReadonlySet<number>): void {
    let kept = 0
    for (let at = 0; at < this.#count; at++) {
      const place = this.#places[at] ?? 0
      if (!gone.has(place)) this.#places[kept++] = place
    }
    this.#count = kept
  }

  /** Two sorted lists become one, from their ends. */
  #mergeIn(places: readonly number[]): void {
    const added = places.toSorted((a, b) => this.#compare(a, b))
    let left = this.#count - 1
    let right = added.length - 1
    this.#count += added.length
    while (this.#count > this.#places.length) this.#grow()
    for (let at = this.#count - 1; right >= 0; at--) {
      const old = this.#places[left] ?? 0
      const next = added[right] ?? 0
      const isOldLast = left >= 0 && this.#compare(old, next) > 0
      this.#places[at] = isOldLast ? old : next
      if (isOldLast) left -= 1
      else right -= 1
    }
  }

  #grow(): void {
    const next = new Int32Array(Math.max(1024, this.#places.length * 2))
    next.set(this.#places)
    this.#places = next
  }
}
