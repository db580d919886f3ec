import { kindOfId } from '@ourmoney/shared/sync/ids.ts'
import type { Kind } from '@ourmoney/shared/sync/prefixes.ts'
import type { ActDone } from '../changes.ts'
import type { Inverse } from './steps.ts'

/** What a large act leaves behind it, so that whatever ends it, it can be taken back. */
export type Keeping = {
  /** What takes a part back, before the part is written. */
  readonly keep: (part: Inverse) => Promise<void>
  readonly wrote: (count: number, of: number) => void
  /** All of it is done; without a count nothing was. */
  readonly end: (count: number) => Promise<void>
  /** It goes no further. */
  readonly stop: () => Promise<void>
}

/** Where it is kept. */
type Place = {
  readonly add: (part: Inverse) => Promise<void>
  /** With the first part the act is there. */
  readonly begun: (first: Inverse) => Promise<void>
  readonly reached: (
    fields: Pick<ActDone, 'kind' | 'count'> & {
      /** How many it was to change; nothing when that is done. */
      readonly of: number | undefined
    },
  ) => Promise<void>
  readonly forget: () => Promise<void>
}

export function startKeeping(place: Place): Keeping {
  const kinds = new Set<Kind | undefined>()
  let isThere = false
  let written = 0
  // One after another, whoever waits for them.
  let last: Promise<unknown> = Promise.resolve()

  function then(work: () => Promise<void>): Promise<void> {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }

  function reached(count: number, of: number | undefined) {
    return place.reached({ kind: kindOf(kinds), count, of })
  }

  return {
    keep: part =>
      then(async () => {
        for (const { id } of part) kinds.add(kindOfId(id))
        await place.add(part)
        if (!isThere) await place.begun(part)
        isThere = true
      }),
    wrote: (count, of) => {
      written = count
      // The count is for words only.
      then(() => reached(count, of)).catch(() => undefined)
    },
    end: count =>
      then(() => (count === 0 ? place.forget() : reached(count, undefined))),
    stop: () => then(async () => (written === 0 ? place.forget() : undefined)),
  }
}

export function kindOf(kinds: ReadonlySet<Kind | undefined>): Kind | 'several' {
  const [kind] = kinds
  return kinds.size === 1 && kind !== undefined ? kind : 'several'
}
