import { bareId, openStore } from './store.ts'
import type { SystemDatabase } from './store.ts'

/**
 * What of the system store an old backup must not bring back: sessions, tokens
 * and webhooks that may have been ended since, and codes that are good once. A device that is to be
 * wiped still is.
 */
export function isLeftOut(record: Readonly<Record<string, unknown>>): boolean {
  const { kind } = record
  if (kind === 'session') return record['wipe'] !== true
  return leftOut.has(kind)
}

const leftOut: ReadonlySet<unknown> = new Set([
  'invitation',
  'reset',
  'api-token',
  'webhook',
])

/** The ledgers of a store that are not removed. */
export async function registeredIn(
  database: SystemDatabase,
): Promise<readonly string[]> {
  const { ledgers } = await openStore(database)
  return ledgers
    .all()
    .filter(({ removedAt }) => removedAt === undefined)
    .map(bareId)
}
