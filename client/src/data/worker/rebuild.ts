import type { StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { readLocal, writeLocal, type Database } from './database.ts'
import type { KeptValues } from './kept-values.ts'
import { deleteStored, readStored } from './stored-docs.ts'

const marker = 'rebuilt'
const batch = 1_000

/**
 * Makes a database anew from what can be read of it. What was read is kept
 * apart until it is back, so that a crash in between loses nothing. Answers
 * with the ids of what could not be read.
 */
export async function rebuild(
  database: Database,
  rescued: KeptValues,
): Promise<readonly string[]> {
  const { docs, lost } = await readStored(database.name)
  await startAnew(database, rescued, docs)
  return lost
}

/** Puts a new database in the place of this one, with these docs in it. */
export async function startAnew(
  database: Database,
  rescued: KeptValues,
  docs: readonly StoredDoc[],
): Promise<void> {
  await rescued.set(database.name, docs)
  await database.replace(() => deleteStored(database.name))
  await putBack(database, rescued)
}

/** Goes on with a rebuild that was cut off. */
export async function putBack(
  database: Database,
  rescued: KeptValues,
): Promise<void> {
  const docs = await rescued.get(database.name)
  if (!isDocs(docs)) return
  await database.run(pouch => writeLocal(pouch, marker, {}))
  for (let at = 0; at < docs.length; at += batch) {
    await database.run(pouch =>
      pouch.bulkDocs(docs.slice(at, at + batch), { new_edits: false }),
    )
  }
  await rescued.remove(database.name)
}

/** Whether a database is new because it was rebuilt, by whichever tab. */
export async function wasRebuilt(
  database: Database,
  rescued: KeptValues,
): Promise<boolean> {
  if ((await rescued.get(database.name)) !== undefined) return true
  const kept = await database.run(pouch => readLocal(pouch, marker))
  return kept !== undefined
}

function isDocs(value: unknown): value is readonly StoredDoc[] {
  return Array.isArray(value)
}
