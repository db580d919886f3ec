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
  place: z.string().optional(),
  unsent: z.number().optional(),
})
export type ShelfEntry = z.infer<typeof entrySchema> & ShelvedLedger

/** The name of all that is kept of it: its id, unless another person of this browser has a copy under that. */
export function placeOf({ id, place }: ShelfEntry): string {
  return place ?? id
}

/** Which ledgers this device keeps, whose they are, and what the device is called. */
export type Shelf = {
  readonly list: () => Promise<readonly ShelfEntry[]>
  readonly put: (entry: ShelfEntry) => Promise<void>
  readonly change: (place: string, change: Partial<ShelfEntry>) => Promise<void>
  readonly remove: (place: string) => Promise<void>
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
        ...read(value).filter(each => placeOf(each) !== placeOf(entry)),
        entry,
      ]),
    change: (place, change) =>
      kept.update('ledgers', value =>
        read(value).map(each =>
          placeOf(each) === place ? { ...each, ...change } : each,
        ),
      ),
    remove: place =>
      kept.update('ledgers', value =>
        read(value).filter(each => placeOf(each) !== place),
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
