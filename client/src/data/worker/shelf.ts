import * as z from 'zod'
import { deviceOf } from '@ourmoney/shared/sync/device.ts'
import { ulid } from '@ourmoney/shared/sync/ids.ts'
import { deviceName } from '../../platform/device-name.ts'
import type { ShelvedLedger } from '../device.ts'
import { LedgerError } from '../ledger-error.ts'
import type { KeptValues } from './kept-values.ts'

const entrySchema = z.object({
  id: z.string(),
  name: z.string(),
  user: z.string().optional(),
  connected: z.boolean(),
  lastOpenedAt: z.number(),
  standing: z.enum(['owner', 'editor', 'viewer', 'none']).optional(),
  me: z.string().optional(),
})
export type ShelfEntry = z.infer<typeof entrySchema> & ShelvedLedger

/** Which ledgers this device keeps, whose they are, and what the device is called. */
export type Shelf = {
  readonly list: () => Promise<readonly ShelfEntry[]>
  readonly put: (entry: ShelfEntry) => Promise<void>
  readonly change: (id: string, change: Partial<ShelfEntry>) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  /** A name of this browser profile for edits: an id, and what a person knows it by. */
  readonly device: () => Promise<string>
}

export function openShelf(
  kept: KeptValues,
  now: () => number,
  random: () => number,
): Shelf {
  const read = (value: unknown): readonly ShelfEntry[] =>
    z.array(entrySchema).catch([]).parse(value)
  return {
    list: async () => {
      try {
        return read(await kept.get('ledgers'))
      } catch (cause) {
        // Some private windows have IndexedDB and refuse to open anything in it.
        throw new LedgerError('storage-unavailable', String(cause), cause)
      }
    },
    put: entry =>
      kept.update('ledgers', value => [
        ...read(value).filter(each => each.id !== entry.id),
        entry,
      ]),
    change: (id, change) =>
      kept.update('ledgers', value =>
        read(value).map(each =>
          each.id === id ? { ...each, ...change } : each,
        ),
      ),
    remove: id =>
      kept.update('ledgers', value =>
        read(value).filter(each => each.id !== id),
      ),
    device: async () => {
      const known = await kept.get('device')
      if (typeof known === 'string') return known
      const made = deviceOf(ulid(now(), random), deviceName())
      await kept.update('device', value => value ?? made)
      return String(await kept.get('device'))
    },
  }
}
