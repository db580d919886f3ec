export type Part = {
  /** Numbers of references; 0 is none. */
  readonly category: number
  readonly member: number
  readonly minor: number
}

/** As a snapshot has them: few large values, quickly stored. */
export type StoredParts = {
  /** Rows that have parts. */
  readonly places: Int32Array
  readonly counts: Uint8Array
  readonly category: Int32Array
  readonly member: Int32Array
  readonly minor: Float64Array
}

/** A row has at most 100. */
const mostParts = 255

/**
 * Parts of split transactions as columns: those of a row stand one after
 * another, `count` of them from `start` on, both by the row's place.
 */
export class PartColumns {
  start = new Int32Array(0)
  count = new Uint8Array(0)
  category = new Int32Array(0)
  member = new Int32Array(0)
  minor = new Float64Array(0)
  #size = 0
  /** Of those, what belongs to no row any more. */
  #gone = 0

  put(at: number, parts: readonly Part[]): void {
    this.remove(at)
    if (parts.length === 0) return
    if (this.#gone > 1_024 && this.#gone > this.#size / 2) this.#compact()
    this.#makeRoom(at, parts.length)
    const kept = parts.slice(0, mostParts)
    this.start[at] = this.#size
    this.count[at] = kept.length
    for (const { category, member, minor } of kept) {
      this.category[this.#size] = category
      this.member[this.#size] = member
      this.minor[this.#size] = minor
      this.#size += 1
    }
  }

  remove(at: number): void {
    const count = this.count[at] ?? 0
    if (count === 0) return
    this.count[at] = 0
    this.#gone += count
  }

  /** In their order; empty for what is not split. */
  of(at: number): readonly Part[] {
    const start = this.start[at] ?? 0
    return Array.from({ length: this.count[at] ?? 0 }, (_, index) => ({
      category: this.category[start + index] ?? 0,
      member: this.member[start + index] ?? 0,
      minor: this.minor[start + index] ?? 0,
    }))
  }

  stored(): StoredParts {
    this.#compact()
    const places = this.#places()
    return {
      places,
      counts: Uint8Array.from(places, at => this.count[at] ?? 0),
      category: this.category.slice(0, this.#size),
      member: this.member.slice(0, this.#size),
      minor: this.minor.slice(0, this.#size),
    }
  }

  /** `undefined` for what is damaged or something else. */
  static from(value: unknown): PartColumns | undefined {
    if (!isStored(value)) return undefined
    const { places, counts, category, member, minor } = value
    const columns = new PartColumns()
    const most = places.reduce((last, at) => Math.max(last, at), -1)
    columns.start = new Int32Array(most + 1)
    columns.count = new Uint8Array(most + 1)
    columns.category = category.slice()
    columns.member = member.slice()
    columns.minor = minor.slice()
    places.forEach((at, index) => {
      columns.start[at] = columns.#size
      columns.count[at] = counts[index] ?? 0
      columns.#size += counts[index] ?? 0
    })
    const isWhole =
      counts.length === places.length &&
      [category, member, minor].every(each => each.length === columns.#size)
    return isWhole ? columns : undefined
  }

  #places(): Int32Array {
    const places: number[] = []
    this.count.forEach((count, at) => {
      if (count > 0) places.push(at)
    })
    return Int32Array.from(places)
  }

  #compact(): void {
    const { start, count, category, member, minor } = this
    this.category = new Int32Array(category.length)
    this.member = new Int32Array(member.length)
    this.minor = new Float64Array(minor.length)
    this.#size = 0
    this.#gone = 0
    for (const at of this.#places()) {
      const first = start[at] ?? 0
      const last = first + (count[at] ?? 0)
      this.category.set(category.subarray(first, last), this.#size)
      this.member.set(member.subarray(first, last), this.#size)
      this.minor.set(minor.subarray(first, last), this.#size)
      start[at] = this.#size
      this.#size += last - first
    }
  }

  #makeRoom(at: number, parts: number): void {
    if (at >= this.count.length) {
      const length = Math.max(1_024, at + 1, Math.ceil(at * 1.5))
      const { start, count } = this
      this.start = new Int32Array(length)
      this.start.set(start)
      this.count = new Uint8Array(length)
      this.count.set(count)
    }
    if (this.#size + parts <= this.category.length) return
    const length = Math.max(1_024, (this.#size + parts) * 2)
    const { category, member, minor } = this
    this.category = new Int32Array(length)
    this.category.set(category)
    this.member = new Int32Array(length)
    this.member.set(member)
    this.minor = new Float64Array(length)
    this.minor.set(minor)
  }
}

function isStored(value: unknown): value is StoredParts {
  if (typeof value !== 'object' || value === null) return false
  const { places, counts, category, member, minor } =
    value as Partial<StoredParts>
  return (
    places instanceof Int32Array &&
    counts instanceof Uint8Array &&
    category instanceof Int32Array &&
    member instanceof Int32Array &&
    minor instanceof Float64Array
  )
}
