import type { RecordState } from '@ourmoney/shared/sync/record-state.ts'
import { isPending, isRefused, type Columns } from './columns.ts'
import { stateOf } from './match-rows.ts'

export type RecordFacts = {
  readonly isConnected: boolean
  readonly pending: ReadonlySet<string>
  readonly refused: ReadonlySet<string>
}

const nothingKnown: RecordFacts = {
  isConnected: false,
  pending: new Set(),
  refused: new Set(),
}

/** What rows wait for the server or were refused by it, as far as is known. */
export class SyncFlags {
  #facts = nothingKnown

  get isConnected(): boolean {
    return this.#facts.isConnected
  }

  /** False when nothing is other than before. */
  set(facts: RecordFacts, columns: Columns): boolean {
    const before = this.#facts
    this.#facts = facts
    if (
      facts.isConnected === before.isConnected &&
      hasSame(facts.pending, before.pending) &&
      hasSame(facts.refused, before.refused)
    ) {
      return false
    }
    const { flags } = columns
    for (let at = 0; at < flags.length; at++) {
      flags[at] = (flags[at] ?? 0) & ~(isPending | isRefused)
    }
    for (const id of [...facts.pending, ...facts.refused]) {
      this.mark(id, columns)
    }
    return true
  }

  /** The facts may be known before the doc is. */
  mark(id: string, columns: Columns): void {
    const { flags } = columns
    const at = columns.places.get(id)
    if (at === undefined) return
    flags[at] =
      ((flags[at] ?? 0) & ~(isPending | isRefused)) |
      (this.#facts.pending.has(id) ? isPending : 0) |
      (this.#facts.refused.has(id) ? isRefused : 0)
  }

  stateOf(id: string, { flags, places }: Columns): RecordState | undefined {
    const at = places.get(id)
    return at === undefined
      ? undefined
      : stateOf(flags[at] ?? 0, this.isConnected)
  }
}

function hasSame(
  some: ReadonlySet<string>,
  others: ReadonlySet<string>,
): boolean {
  return some.size === others.size && [...some].every(id => others.has(id))
}
