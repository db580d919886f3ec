import { Failure } from '../../failure.ts'
import type { DatabaseName, Databases } from '../../storage/databases.ts'
import type { Database } from '../../storage/pouch.ts'

/** The most that one database of a ledger may hold. */
export type LedgerCaps = {
  /** Docs that are not deleted. */
  readonly docs: number
  /** Bytes on disk, with old versions and what the database needs itself. */
  readonly bytes: number
}

export const defaultCaps: LedgerCaps = {
  docs: 2_000_000,
  bytes: 4 * 1024 ** 3,
}

/** Of a ledger's receipts; each is cut into parts of 45 KB. */
export const defaultReceiptCaps: LedgerCaps = {
  docs: 100_000,
  bytes: 1024 ** 3,
}

type Coming = { readonly newDocs: number; readonly bytes: number }

/** What comes in is added to the last measurement; after so much of it the folder is measured again. */
const mostUnmeasured = 64 * 1024 ** 2

/**
 * Refuses the whole request when a ledger has no room for it. Never a doc
 * alone: a device would believe that one refused for good.
 */
export function createCaps(databases: Databases, caps: LedgerCaps) {
  const sizes = new Map<string, { measured: number; since: number }>()

  async function measure(name: DatabaseName) {
    const size = { measured: await databases.sizeOf(name), since: 0 }
    sizes.set(name, size)
    return size
  }

  return async function refuseWhenFull(
    name: DatabaseName,
    database: Database,
    { newDocs, bytes }: Coming,
  ): Promise<void> {
    let size = sizes.get(name) ?? (await measure(name))
    const isFull = () => size.measured + size.since + bytes > caps.bytes
    if (isFull() || size.since > mostUnmeasured) size = await measure(name)
    if (isFull()) throw new Failure('ledger-full', { detail: 'bytes' })
    size.since += bytes

    if (newDocs === 0) return
    const { doc_count } = await database.info()
    if (doc_count + newDocs > caps.docs) {
      throw new Failure('ledger-full', { detail: 'docs' })
    }
  }
}
