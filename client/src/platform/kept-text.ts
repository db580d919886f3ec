/**
 * Short texts that the browser keeps for this origin, or for this tab. Where
 * it keeps nothing (site data blocked, some private windows) even asking
 * throws: the app then works without what it would have remembered.
 */
export type KeptText = {
  readonly read: (key: string) => string | undefined
  readonly keep: (key: string, text: string) => void
  readonly drop: (key: string) => void
  readonly dropAll: () => void
}

export const keptHere = keptIn(() => localStorage)
/** A reload and a crash keep it; closing the tab does not. */
export const keptInTab = keptIn(() => sessionStorage)

function keptIn(storage: () => Storage): KeptText {
  function tried<Result>(work: (kept: Storage) => Result): Result | undefined {
    try {
      return work(storage())
    } catch {
      // Blocked or full: nothing that is kept here must be kept.
      return undefined
    }
  }
  return {
    read: key => tried(kept => kept.getItem(key)) ?? undefined,
    keep: (key, text) => tried(kept => kept.setItem(key, text)),
    drop: key => tried(kept => kept.removeItem(key)),
    dropAll: () => tried(kept => kept.clear()),
  }
}
