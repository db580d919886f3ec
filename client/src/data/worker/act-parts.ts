import type { KeptValues } from './kept-values.ts'
import type { Inverse } from './steps.ts'

/** What takes a large act back, in parts: each is kept before what it takes back is written. */
export type ActParts = {
  /** Goes on behind the parts that are there. */
  readonly add: (key: string, part: Inverse) => Promise<void>
  /** The newest first, as they are taken back; nothing when there are none. */
  readonly read: (key: string) => Promise<readonly unknown[] | undefined>
  readonly remove: (key: string) => Promise<void>
}

export function openActParts(kept: KeptValues): ActParts {
  const counts = new Map<string, Promise<number>>()
  const partKey = (key: string, number: number) => `${key}/${number}`

  async function countOf(key: string): Promise<number> {
    let count = 0
    while ((await kept.get(partKey(key, count))) !== undefined) count += 1
    return count
  }

  return {
    add: async (key, part) => {
      const number = counts.get(key) ?? countOf(key)
      counts.set(
        key,
        number.then(count => count + 1),
      )
      await kept.set(partKey(key, await number), part)
    },
    read: async key => {
      const parts: unknown[] = []
      for (;;) {
        const part = await kept.get(partKey(key, parts.length))
        if (part === undefined) break
        parts.push(part)
      }
      return parts.length === 0 ? undefined : parts.toReversed().flat()
    },
    remove: async key => {
      const count = await countOf(key)
      counts.delete(key)
      for (let number = 0; number < count; number++) {
        await kept.remove(partKey(key, number))
      }
    },
  }
}
