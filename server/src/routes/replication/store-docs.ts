import { setImmediate } from 'node:timers/promises'
import type { SoundDoc } from '@ourmoney/shared/sync/structure.ts'
import type { Database } from '../../storage/pouch.ts'

/** PouchDB works through what it is given in one go, about 5 µs for each revision. */
const mostRevisionsAtOnce = 4_000

/** Writes docs that the gate admitted, with their revisions as they came. */
export async function storeDocs(
  database: Database,
  docs: readonly SoundDoc['doc'][],
): Promise<void> {
  for (const some of inPieces(docs)) {
    const results = await database.bulkDocs(
      some as PouchDB.Core.PutDocument<object>[],
      { new_edits: false },
    )
    const failed = results.find(each => 'error' in each && each.error)
    if (failed !== undefined) {
      throw new Error('PouchDB did not store a doc', { cause: failed })
    }
    if (some.length < docs.length) await setImmediate()
  }
}

/** In their order; what a device sends is nearly always one piece. */
function inPieces(docs: readonly SoundDoc['doc'][]): SoundDoc['doc'][][] {
  const pieces: SoundDoc['doc'][][] = []
  let room = 0
  for (const doc of docs) {
    const revisions = countRevisions(doc)
    if (revisions > room || pieces.length === 0) {
      pieces.push([])
      room = mostRevisionsAtOnce
    }
    room -= revisions
    pieces.at(-1)?.push(doc)
  }
  return pieces
}

function countRevisions({ _revisions }: SoundDoc['doc']): number {
  // The gate has seen that they are a list.
  const sent = _revisions as { readonly ids: readonly string[] } | undefined
  return sent?.ids.length ?? 1
}
