import type { KeptValues } from './kept-values.ts'
import type { ReadModel } from './read-model/read-model.ts'

/** Saves the read model when it has been quiet for a while. */
export type Snapshots = {
  /** Loads the newest, if there is one. */
  readonly load: () => Promise<LoadedSnapshot | undefined>
  readonly changed: (count: number) => void
  /** Saves now if anything changed: the tab may go any moment. */
  readonly flush: () => Promise<void>
  /** The same, where reading what changed again would take longer. */
  readonly flushMany: () => Promise<void>
  readonly stop: () => void
}

export type LoadedSnapshot = {
  /** What it was taken at, and of which database. */
  readonly seq: number
  readonly of: string
  /** Ids of what the version that took it could not read. */
  readonly unread: readonly string[]
}

/** So many changes take longer to read again than saving takes. */
const many = 200
const quietAfterMany = 3_000
const quiet = 20_000

export function createSnapshots(
  ledger: string,
  model: ReadModel,
  feed: () => { readonly seq: number; readonly of: string } | undefined,
  kept: KeptValues,
): Snapshots {
  let unsaved = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<void> = Promise.resolve()

  async function save(): Promise<void> {
    clearTimeout(timer)
    const at = feed()
    if (unsaved === 0 || at === undefined) return
    unsaved = 0
    try {
      const snapshot = model.takeSnapshot(at.seq)
      await kept.set(ledger, {
        of: at.of,
        snapshot,
        unread: model.unreadIds(),
      })
    } catch {
      // A cache: without room for it the next start reads the ledger itself.
      await kept.remove(ledger).catch(() => undefined)
    }
  }
  function flush(): Promise<void> {
    saving = saving.then(save)
    return saving
  }

  return {
    load: async () => {
      const found = await kept.get(ledger).catch(() => undefined)
      if (!isKept(found) || !model.loadSnapshot(found.snapshot))
        return undefined
      const unread = Array.isArray(found.unread) ? found.unread.map(String) : []
      return { seq: found.snapshot.lastSeq, of: found.of, unread }
    },
    changed: count => {
      unsaved += count
      clearTimeout(timer)
      timer = setTimeout(
        () => void flush(),
        unsaved >= many ? quietAfterMany : quiet,
      )
    },
    flush,
    flushMany: async () => {
      if (unsaved >= many) await flush()
    },
    stop: () => clearTimeout(timer),
  }
}

function isKept(value: unknown): value is {
  readonly of: string
  readonly snapshot: unknown
  readonly unread?: unknown
} {
  return (
    typeof value === 'object' &&
    value !== null &&
    'of' in value &&
    typeof value.of === 'string' &&
    'snapshot' in value
  )
}
