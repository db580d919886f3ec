import { setTimeout as later } from 'node:timers/promises'
import type { Database } from '../pouch.ts'

type Live = {
  on(event: string, listener: (told: unknown) => void): Live
  cancel(): void
}

/**
 * Tells who waits for a database of what any process writes into it: one live
 * feed for each database that somebody waits for.
 */
export function createListening(databaseOf: (name: string) => Database) {
  type Heard = {
    readonly listeners: Set<() => void>
    live: Live | undefined
  }
  const heard = new Map<string, Heard>()

  function tell(name: string): void {
    for (const listener of heard.get(name)?.listeners ?? []) listener()
  }

  async function follow(name: string, each: Heard): Promise<void> {
    while (heard.get(name) === each) {
      try {
        const database = databaseOf(name)
        const since = (await database.info()).update_seq
        // What was written before this feed began was told to nobody.
        tell(name)
        await new Promise<void>((resolve, reject) => {
          const live = database.changes({
            since,
            live: true,
            timeout: false,
            heartbeat: 10_000,
          }) as unknown as Live
          each.live = live
          if (heard.get(name) !== each) live.cancel()
          live.on('change', () => tell(name))
          live.on('complete', () => resolve())
          live.on('error', reject)
        })
      } catch {
        // Away for the moment: whoever waits asks again by itself, and so do we.
        await later(1_000)
      }
    }
  }

  return {
    tell,
    on: (name: string, listener: () => void) => {
      let each = heard.get(name)
      if (each === undefined) {
        each = { listeners: new Set(), live: undefined }
        heard.set(name, each)
        void follow(name, each)
      }
      const { listeners } = each
      listeners.add(listener)
      const mine = each
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0 || heard.get(name) !== mine) return
        heard.delete(name)
        mine.live?.cancel()
      }
    },
    stop: () => {
      const all = [...heard.values()]
      heard.clear()
      for (const { live } of all) live?.cancel()
    },
  }
}
