import { Failure } from '../failure.ts'
import { StaleRecordError } from './store.ts'
import type { Table } from './store.ts'

const mostTries = 20

/**
 * Changes a record by compare-and-set: `change` sees what is stored now, and
 * sees it again when somebody else was first. It may throw to refuse.
 */
export async function saveAnew<
  Row extends { readonly _id: string; readonly _rev?: string | undefined },
>(table: Table<Row>, id: string, change: (row: Row) => Row): Promise<Row> {
  for (let tries = 1; ; tries++) {
    const row = table.get(id)
    if (row === undefined) throw new Failure('not-found')
    try {
      return await table.save(change(row))
    } catch (error) {
      const isTheirs = error instanceof StaleRecordError
      if (isTheirs && tries === mostTries) throw new Failure('stale')
      if (!isTheirs) throw error
    }
  }
}
